import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'byte-order-mark',
  severity: 'warning',
  summary: 'The file begins with a byte order mark',
  codes: ['byte-order-mark'],
  documentation: {
    why: "Some editors write three invisible bytes before the text, and strict JSON parsers, Python's among them, refuse text that begins with them. Save the file as UTF-8 without BOM.",
    wrong: `\uFEFF{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search"
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
  fix: ({ span }) => (span ? { does: 'remove the byte order mark', edits: [{ span, text: '' }] } : undefined),
});
