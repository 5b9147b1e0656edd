import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'required-field',
  severity: 'error',
  summary: 'A required field is missing',
  codes: ['missing-field'],
  documentation: {
    why: 'One entry without a required field rejects the whole file, the other connectors included.',
    wrong: `{
  "connectors": [{ "name": "Search" }]
}`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search" }]
}`,
  },
});
