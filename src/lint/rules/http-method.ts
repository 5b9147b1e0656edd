import { problemRule, replacing } from '../problem-rule.js';

export const rule = problemRule({
  id: 'http-method',
  severity: 'error',
  summary: 'An HTTP method that the platform does not accept',
  codes: ['unknown-method'],
  documentation: {
    why: 'The methods are GET, POST, PUT, PATCH, DELETE, HEAD and OPTIONS, in capital letters. Any other rejects the whole file.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "method": "post"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "method": "POST"
    }
  ]
}`,
  },
  fix: replacing(({ replacement }) => `write ${replacement}`),
});
