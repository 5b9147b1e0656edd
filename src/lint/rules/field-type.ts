import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'field-type',
  severity: 'error',
  summary: 'A field has a value of the wrong type',
  codes: ['wrong-type', 'null-value'],
  documentation: {
    why: 'One value of the wrong type rejects the whole file. Null is a type of its own: a string that is null is not the same as a string that is left out.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "request_body": null
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search"
    }
  ]
}`,
  },
});
