import type { Rule } from '../rule.js';
import { calledConnector } from '../widgets/called.js';
import { isNothing } from '../widgets/model.js';
import { pathParameterFaults } from '../widgets/path-parameters.js';

/** platform.md sections 3 and 10. */
export const rule: Rule = {
  id: 'widget-path-params',
  severity: 'error',
  summary: "Path parameters of a widget's call that are missing, unknown or not allowed",
  documentation: {
    why: 'The platform answers a call without a path parameter of the URL, or with a value that it does not allow, with 400. One that the connector does not declare has no effect, and on a composite the SDK throws before anything is sent.',
    registry: `{
  "connectors": [
    {
      "name": "Order",
      "url": "https://api.acme.io/orders/{{ pathParams.id }}",
      "path_parameters": [{ "key": "id" }]
    }
  ]
}`,
    wrong: `await sdk.connectors.execute({ permalink: 'order', method: 'GET', pathParams: { orderId: '7' } });`,
    right: `await sdk.connectors.execute({ permalink: 'order', method: 'GET', pathParams: { id: '7' } });`,
  },
  visit: {
    widget(call, registry, report) {
      if (call.kind === 'simple') {
        const connector = calledConnector(call, registry);
        if (connector) for (const fault of pathParameterFaults(call, connector)) report(fault);
        return;
      }
      const option = call.options.entries.get('pathParams');
      if (!option || isNothing(option)) return;
      const { value, keySpan } = option;
      if (value.kind === 'object' && value.entries.size === 0 && !value.isOpen) return;
      report({
        at: { span: keySpan, pointer: '' },
        message: 'a composite has no path parameters: the SDK throws a ConnectorBoundaryError',
        hint: 'Pass the values in `payload` or `queryParams`; steps read them from `request`.',
      });
    },
  },
};
