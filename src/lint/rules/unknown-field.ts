import { problemRule, replacing } from '../problem-rule.js';

/**
 * An error, although the platform accepts the file: whatever stands in the field is lost without a word, and the connector
 * fails only when a widget calls it. platform.md section 11, number 1. Only a name that resembles no field may be meant as
 * a note to the reader.
 */
export const rule = problemRule({
  id: 'unknown-field',
  severity: 'error',
  summary: 'A field that the platform does not know',
  codes: ['unknown-field'],
  documentation: {
    why: 'The platform ignores fields that it does not know, without a word: the file is accepted, and the connector does not do what it says. Most of them are a known field under another name.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/items/{{ pathParams.id }}",
      "pathParams": [{ "key": "id" }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/items/{{ pathParams.id }}",
      "path_parameters": [{ "key": "id" }]
    }
  ]
}`,
  },
  severityOf: ({ severity, suggestion, advice }) =>
    severity === 'error' || suggestion !== undefined || advice !== undefined ? undefined : 'warning',
  fix: replacing(({ suggestion }) => `rename it to \`${suggestion}\``),
});
