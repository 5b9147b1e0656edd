import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'unique-key',
  severity: 'error',
  summary: 'Two headers or parameters with the same key',
  codes: ['duplicate-row-key'],
  documentation: {
    why: 'The keys of `headers`, `query_parameters` and `path_parameters` have to be unique, or the whole file is rejected. Header names are the same in capital and small letters.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [
        { "key": "Accept", "value": "application/json" },
        { "key": "accept", "value": "text/plain" }
      ]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "headers": [{ "key": "Accept", "value": "application/json" }]
    }
  ]
}`,
  },
});
