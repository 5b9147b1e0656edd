import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'invalid-encoding',
  severity: 'error',
  summary: 'The file is not encoded as UTF-8',
  codes: ['invalid-utf8'],
  documentation: {
    why: 'JSON files are UTF-8. In a file that was saved as Latin-1, Windows-1252 or UTF-16, letters such as é are bytes that cannot be read, and the whole file is rejected.',
    wrong: `{
  "connectors": [
    {
      "name": "Café",
      "url": "https://api.acme.io/search"
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Café",
      "url": "https://api.acme.io/search"
    }
  ]
}`,
    savedAs: 'latin1',
  },
});
