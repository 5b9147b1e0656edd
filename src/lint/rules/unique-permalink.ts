import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'unique-permalink',
  severity: 'error',
  summary: 'Two entries with the same permalink',
  codes: ['duplicate-permalink'],
  documentation: {
    why: 'Widgets call a connector by its permalink, and so does the platform when it synchronises. Two entries of one array cannot share one, not even where one of the two is derived from a name.',
    wrong: `{
  "connectors": [
    { "name": "Product Search", "url": "https://api.acme.io/search" },
    { "name": "Search", "permalink": "product-search", "url": "https://api.acme.io/v2/search" }
  ]
}`,
    right: `{
  "connectors": [
    { "name": "Product Search", "url": "https://api.acme.io/search" },
    { "name": "Search", "permalink": "search", "url": "https://api.acme.io/v2/search" }
  ]
}`,
  },
});
