import { problemRule } from '../problem-rule.js';

export const rule = problemRule({
  id: 'field-length',
  severity: 'error',
  summary: 'A text is longer or shorter than the platform accepts',
  codes: ['too-short', 'too-long'],
  documentation: {
    why: 'Names, URLs, keys and values have limits, counted in characters. A text beyond them, or an empty one where something has to stand, rejects the whole file. Leave `value` of a path parameter out where it has no default.',
    wrong: `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/items/{{ pathParams.id }}",
      "path_parameters": [{ "key": "id", "value": "" }]
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
});
