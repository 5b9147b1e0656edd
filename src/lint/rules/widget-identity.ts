import type { Rule } from '../rule.js';
import type { WidgetOption, WidgetValue } from '../widgets/model.js';

const identityKey = /^(?:x[-_])?(?:(?:current[-_]?)?user[-_]?(?:id|e?mail|name)|e-?mail)$/i;
const identityOwner = /^(?:current[-_]?)?user$|^me$/i;
const identityField = /^(?:(?:user)?id|e?mail|user_?name)$/i;

/** platform.md section 10, and the vendor's advice in its guide to widgets. Speaks only where both the key and the value name the user. */
export const rule: Rule = {
  id: 'widget-identity',
  severity: 'warning',
  summary: "A widget that sends the current user's identity",
  documentation: {
    why: 'Whoever uses the page can change what its scripts send, and so claim to be somebody else. The platform knows who is signed in: a connector reads `user.id` or `user.email` itself.',
    registry: `{
  "connectors": [
    {
      "name": "My orders",
      "url": "https://api.acme.io/orders",
      "query_parameters": [{ "key": "email", "value": "{{ user.email }}" }]
    }
  ]
}`,
    wrong: `await sdk.connectors.execute({
  permalink: 'my-orders',
  method: 'GET',
  queryParams: { email: window.currentUser.email },
});`,
    right: `await sdk.connectors.execute({ permalink: 'my-orders', method: 'GET' });`,
  },
  visit: {
    widget({ options }, _registry, report) {
      for (const name of ['payload', 'queryParams', 'headers']) {
        const value = options.entries.get(name)?.value;
        if (value?.kind !== 'object') continue;
        for (const entry of value.entries.values()) {
          if (!sendsIdentity(entry)) continue;
          report({
            at: { span: entry.keySpan, pointer: '' },
            message: `\`${entry.key}\` is the identity of the user as the browser tells it, which anyone can change`,
            hint: 'Let the connector take it from `user`.',
          });
        }
      }
    },
  },
};

const sendsIdentity = ({ key, value }: WidgetOption): boolean => identityKey.test(key) && isOfUser(value);

/** `user.id`, `window.currentUser.email` */
function isOfUser(value: WidgetValue): boolean {
  if (value.kind === 'choice') return value.values.some(isOfUser);
  if (value.kind !== 'path') return false;
  const [owner = '', field = ''] = value.names.slice(-2);
  return value.names.length > 1 && identityOwner.test(owner) && identityField.test(field);
}
