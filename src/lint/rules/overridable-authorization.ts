import { exposedRows } from '../analysis/overridable.js';
import type { Rule } from '../rule.js';

/** platform.md section 3. */
export const rule: Rule = {
  id: 'overridable-authorization',
  severity: 'warning',
  summary: 'A caller may replace a credential',
  documentation: {
    why: 'With `overridable: true` the value that a widget sends replaces the configured one. A credential, such as the Authorization header or a value from `get_secret()`, is for the server to choose: a browser that replaces it calls the API as somebody else, or makes the call fail.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "Authorization", "value": "Bearer {{ get_secret('orders_token') }}", "overridable": true }]
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "Authorization", "value": "Bearer {{ get_secret('orders_token') }}" }]
    }
  ]
}`,
  },
  visit: {
    connector(connector, report) {
      for (const { row, kind, identity } of exposedRows(connector)) {
        if (identity !== null || !row.overridableSpan) continue;
        report({
          at: { span: row.overridableSpan, pointer: `${row.pointer}/overridable` },
          message: `the ${kind} '${row.key.value}' is a credential and is overridable: a browser could replace it`,
          hint: 'Remove `overridable`, or set it to false.',
        });
      }
    },
  },
};
