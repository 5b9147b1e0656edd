import { oddBlocksOf } from '../analysis/odd-authentication.js';
import { contentOf, within } from '../place.js';
import type { Rule } from '../rule.js';

const connector = (name: string, secret: string) => `
    {
      "name": "${name}",
      "url": "https://api.acme.io/${name.toLowerCase()}",
      "authentication": {
        "type": "oauth_client_credentials",
        "config": {
          "client_id": "{{ get_secret('crm_id') }}",
          "client_secret": "{{ get_secret('${secret}') }}",
          "token_url": "https://auth.acme.io/token"
        }
      }
    }`;
const example = (secret: string) => `{
  "connectors": [${connector('Orders', 'crm_secret')},${connector('Invoices', 'crm_secret')},${connector('Contacts', secret)}
  ]
}`;

/** platform.md section 6. */
export const rule: Rule = {
  id: 'odd-authentication',
  severity: 'warning',
  summary: 'An authentication block that differs from its like in one field',
  documentation: {
    why: 'Where several blocks are the same but for one field of one of them, that field was most likely mistyped or taken from another block. The client and its secret no longer belong together, the token server is not the one that knows them, or its token opens something else.',
    wrong: example('shop_secret'),
    right: example('crm_secret'),
  },
  visit: {
    request({ registry, request: { authentication } }, report) {
      if (!authentication) return;
      const odd = oddBlocksOf(registry).get(authentication);
      const field = odd && authentication.text(odd.field);
      if (!odd || !field) return;
      const [own, usual] = [nameIn(field.value), nameIn(odd.usual)];
      const isName = own !== null && own.callee === usual?.callee;
      const { count, field: name } = odd;
      report({
        at: isName ? within(field, own) : contentOf(field),
        message: `\`${name}\` differs from that of the ${count} other \`${authentication.type}\` blocks that are the same in everything else`,
        suggestion: isName ? usual.name : odd.usual,
      });
    },
  },
};

/** The name in the only call of `get_secret` or `get_variable`, with its place. */
function nameIn(text: string): { callee: string; name: string; start: number; end: number } | null {
  const calls = [...text.matchAll(/(get_(?:secret|variable))\s*\(\s*(['"])([^'"\\]*)\2\s*\)/g)];
  const [call] = calls;
  if (!call || calls.length !== 1) return null;
  const [written, callee = '', quote = '', name = ''] = call;
  const start = call.index + written.indexOf(quote) + 1;
  return { callee, name, start, end: start + name.length };
}
