import type { Rule } from '../rule.js';

/** platform.md section 3: nothing of a call reaches the requests of a composite by itself. `false` says what is so anyway. */
export const rule: Rule = {
  id: 'overridable-in-step',
  severity: 'warning',
  summary: 'A row of a step is `overridable`, which has no effect there',
  documentation: {
    why: 'Only a simple connector merges what its caller sends into its own headers and query parameters. The steps of a composite never do: the row keeps its value, whatever a widget sends. What a step is to take from the caller it has to read from `request`.',
    wrong: `{
  "composite_connectors": [
    {
      "name": "Search",
      "steps": [
        {
          "name": "search",
          "url": "https://api.acme.io/search",
          "query_parameters": [{ "key": "limit", "value": "20", "overridable": true }]
        }
      ]
    }
  ]
}`,
    right: `{
  "composite_connectors": [
    {
      "name": "Search",
      "steps": [
        {
          "name": "search",
          "url": "https://api.acme.io/search",
          "query_parameters": [
            { "key": "limit", "value": "{{ request.query_parameters.limit | default('20', true) }}" }
          ]
        }
      ]
    }
  ]
}`,
  },
  visit: {
    request({ kind, request: { headers, queryParameters } }, report) {
      if (kind !== 'composite') return;
      for (const [called, rows] of [
        ['header', headers],
        ['query parameter', queryParameters],
      ] as const) {
        for (const { key, overridable, overridableSpan, pointer } of rows) {
          if (!overridable || !overridableSpan) continue;
          report({
            at: { span: overridableSpan, pointer: `${pointer}/overridable` },
            message: `\`overridable\` has no effect on the ${called} '${key.value}' of a step: nothing of the call is merged into it`,
            hint:
              called === 'header'
                ? 'Remove it.'
                : 'Remove it, and read what the caller sends from `request.query_parameters` if that is meant.',
          });
        }
      }
    },
  },
};
