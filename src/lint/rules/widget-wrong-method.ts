import type { Rule } from '../rule.js';
import { calledConnector } from '../widgets/called.js';
import { textOf } from '../widgets/model.js';

/** platform.md sections 3 and 10. */
export const rule: Rule = {
  id: 'widget-wrong-method',
  severity: 'error',
  summary: "A widget's call with another method than the connector's",
  documentation: {
    why: "The platform rejects a call whose method is not the connector's, and the SDK has no default for it: a call of a simple connector has to name it.",
    registry:
      '{ "connectors": [{ "name": "Add order", "method": "POST", "url": "https://api.acme.io/orders" }] }',
    wrong: `await sdk.connectors.execute({ permalink: 'add-order', method: 'PUT', payload: { id: 1 } });`,
    right: `await sdk.connectors.execute({ permalink: 'add-order', method: 'POST', payload: { id: 1 } });`,
  },
  visit: {
    widget(call, registry, report) {
      const connector = calledConnector(call, registry);
      if (!connector || registry.problemsIn(connector).some(({ code }) => code === 'unknown-method')) return;
      const { permalink, method: suggestion } = connector;
      const option = call.options.entries.get('method');
      const hint = `The connector is configured with ${suggestion}.`;
      if (!option) {
        if (call.options.isOpen) return;
        const message = `the call of \`${permalink}\` names no method`;
        report({
          at: { span: call.execute, pointer: '' },
          message,
          hint: `Add \`method: '${suggestion}'\`.`,
        });
        return;
      }
      const method = textOf(option);
      if (!method || method.text === suggestion) return;
      const message = `\`${permalink}\` is called with ${method.text}, and is a ${suggestion} connector`;
      report({ at: { span: method.span, pointer: '' }, message, hint, suggestion });
    },
  },
};
