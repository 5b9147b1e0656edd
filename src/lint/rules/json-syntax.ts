import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'json-syntax',
  severity: 'error',
  summary: 'The file is not valid JSON',
  codes: [
    'empty-file',
    'unexpected-text',
    'missing-comma',
    'missing-colon',
    'missing-value',
    'missing-key',
    'extra-text',
    'unclosed',
    'mismatched-bracket',
    'trailing-comma',
    'comment',
    'single-quotes',
    'unquoted-key',
    'not-json-value',
    'bad-number',
    'unterminated-string',
    'bad-escape',
    'control-character',
    'too-deep',
  ],
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
