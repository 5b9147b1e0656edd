import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'registry-shape',
  severity: 'error',
  summary: 'The file is JSON, but no registry',
  codes: ['not-an-object', 'no-connectors', 'too-many-problems'],
  documentation: {
    why: 'A registry is one object with the arrays `connectors`, `composite_connectors` or both. The platform finds nothing to synchronise in anything else.',
    wrong: `[
  { "name": "Search", "url": "https://api.acme.io/search" }
]`,
    right: `{
  "connectors": [{ "name": "Search", "url": "https://api.acme.io/search" }]
}`,
  },
});
