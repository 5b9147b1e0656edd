import { syntaxErrorCodes } from '../../registry/json/syntax-error.js';
import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'json-syntax',
  severity: 'error',
  summary: 'The file is not valid JSON',
  // The byte order mark has a rule of its own: it is a warning.
  codes: syntaxErrorCodes.filter((code) => code !== 'byte-order-mark'),
  fix: ({ code, span }) =>
    code === 'trailing-comma' && span ? { does: 'remove the comma', edits: [{ span, text: '' }] } : undefined,
  documentation: {
    why: 'The platform reads the whole file or nothing of it: one comma too many keeps every connector from being synchronised. JSON has no comments, no trailing commas and no single quotes.',
    wrong: `{
  "connectors": [
    { "name": "Search", "url": "https://api.acme.io/search", },
  ]
}`,
    right: `{
  "connectors": [
    { "name": "Search", "url": "https://api.acme.io/search" }
  ]
}`,
  },
});
