import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'permalink-format',
  severity: 'error',
  summary: 'A permalink that the platform does not accept',
  codes: ['bad-permalink', 'underivable-permalink'],
  documentation: {
    why: 'A permalink is made of lower-case letters a to z and digits, joined by single hyphens. Where there is none, the platform derives it from `name`, which has to hold at least one such character.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "permalink": "Product_Search"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "permalink": "product-search"
    }
  ]
}`,
  },
});
