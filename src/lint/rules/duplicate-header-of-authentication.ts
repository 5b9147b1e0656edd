import { headerOf } from '../analysis/authentication-header.js';
import { contentOf } from '../place.js';
import type { Rule } from '../rule.js';

/** platform.md sections 5 and 6. */
export const rule: Rule = {
  id: 'duplicate-header-of-authentication',
  severity: 'warning',
  summary: 'A header that the `authentication` block sets as well',
  documentation: {
    why: 'The `authentication` block sets its header after the configured ones, so a row in `headers` with the same name has no effect, whatever its value is.',
    wrong: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "headers": [{ "key": "X-Api-Key", "value": "{{ get_secret('orders_key') }}" }],
      "authentication": {
        "type": "api_key",
        "config": { "key": "X-Api-Key", "value": "{{ get_secret('orders_key') }}", "in": "header" }
      }
    }
  ]
}`,
    right: `{
  "connectors": [
    {
      "name": "Orders",
      "url": "https://api.acme.io/orders",
      "authentication": {
        "type": "api_key",
        "config": { "key": "X-Api-Key", "value": "{{ get_secret('orders_key') }}", "in": "header" }
      }
    }
  ]
}`,
  },
  visit: {
    request({ request: { authentication, headers } }, report) {
      const name = headerOf(authentication);
      if (name === null) return;
      for (const { key } of headers) {
        if (key.value.toLowerCase() !== name) continue;
        report({
          at: contentOf(key),
          message: `the header '${key.value}' has no effect: \`authentication\` of type '${authentication?.type}' sets it`,
          hint: 'Remove the row, or the `authentication` block if the row is what is meant.',
        });
      }
    },
  },
};
