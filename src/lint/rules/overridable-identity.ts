import { exposedRows } from '../analysis/overridable.js';
import type { Rule } from '../rule.js';

/** platform.md sections 3 and 10. */
export const rule: Rule = {
  id: 'overridable-identity',
  severity: 'warning',
  summary: 'A caller may replace a value that says who the user is',
  documentation: {
    why: 'With `overridable: true` the value that a widget sends replaces the configured one, and whatever a browser sends can be changed by the person in front of it. A header or query parameter that is filled from `user.id`, `user.email` or `user.username` then lets anybody act as somebody else.',
    wrong: `{
  "connectors": [
    {
      "name": "My Orders",
      "url": "https://api.acme.io/orders",
      "query_parameters": [{ "key": "email", "value": "{{ user.email }}", "overridable": true }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "My Orders",
      "url": "https://api.acme.io/orders",
      "query_parameters": [{ "key": "email", "value": "{{ user.email }}", "overridable": false }]
    }
  ]
}`,
  },
  visit: {
    connector(connector, report) {
      for (const { row, kind, identity } of exposedRows(connector)) {
        if (identity === null || !row.overridableSpan) continue;
        report({
          at: { span: row.overridableSpan, pointer: `${row.pointer}/overridable` },
          message: `the ${kind} '${row.key.value}' holds \`${identity}\` and is overridable: a browser could claim to be somebody else`,
          hint: 'Set `overridable` to false.',
          fix: { does: 'set `overridable` to false', edits: [{ span: row.overridableSpan, text: 'false' }] },
        });
      }
    },
  },
};
