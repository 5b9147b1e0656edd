import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'duplicate-key',
  severity: 'warning',
  summary: 'A key stands twice in one object',
  codes: ['duplicate-key'],
  documentation: {
    why: 'Of two equal keys in one JSON object only the last counts; the platform drops the first without a word.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "method": "POST",
      "method": "PUT"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search",
      "method": "PUT"
    }
  ]
}`,
  },
  hint: () => 'Keep one of them; so far the last wins.',
});
