import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'widget-syntax',
  severity: 'warning',
  summary: 'A widget script that does not parse',
  documentation: {
    why: 'A browser refuses a script with a syntax error as a whole, so that nothing of the widget runs. What such a script calls cannot be checked either.',
    registry: '{ "connectors": [{ "name": "Orders", "url": "https://api.acme.io/orders" }] }',
    wrong: `const orders = await sdk.connectors.execute({
  permalink: 'orders'
  method: 'GET',
});`,
    right: `const orders = await sdk.connectors.execute({
  permalink: 'orders',
  method: 'GET',
});`,
  },
  visit: {
    widgetFault({ span, message }, report) {
      report({
        at: { span, pointer: '' },
        message: `the script does not parse: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      });
    },
  },
};
