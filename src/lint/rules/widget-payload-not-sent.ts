import type { Rule } from '../rule.js';
import { calledConnector } from '../widgets/called.js';
import { isNothing, textOf } from '../widgets/model.js';

const withoutPayload: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** platform.md section 10. */
export const rule: Rule = {
  id: 'widget-payload-not-sent',
  severity: 'warning',
  summary: "A widget's payload that the SDK does not send, or not as it stands",
  documentation: {
    why: 'The SDK sends a payload with POST, PUT and PATCH only; with any other method it drops it. It takes a plain object and turns it into JSON itself, so that text that is JSON already goes out encoded twice.',
    registry: '{ "connectors": [{ "name": "Search", "url": "https://api.acme.io/search" }] }',
    wrong: `await sdk.connectors.execute({ permalink: 'search', method: 'GET', payload: { q: 'tea' } });`,
    right: `await sdk.connectors.execute({ permalink: 'search', method: 'GET', queryParams: { q: 'tea' } });`,
  },
  visit: {
    widget(call, registry, report) {
      const payload = call.options.entries.get('payload');
      if (!payload || isNothing(payload)) return;
      const method = call.kind === 'simple' ? textOf(call.options.entries.get('method'))?.text : undefined;
      const { value, keySpan } = payload;
      if (method !== undefined && withoutPayload.has(method)) {
        // With another method than the connector's, the method is what is wrong.
        if ((calledConnector(call, registry)?.method ?? method) !== method) return;
        const hint =
          method === 'DELETE'
            ? 'The SDK sends one with POST, PUT and PATCH.'
            : 'Pass the values in `queryParams`.';
        report({
          at: { span: keySpan, pointer: '' },
          message: `the payload is not sent with ${method}`,
          hint,
        });
        return;
      }
      const isText =
        value.kind === 'stringified' || (value.kind === 'literal' && typeof value.value === 'string');
      if (!isText) return;
      const message = 'the payload is text, and the SDK takes a plain object';
      const hint =
        value.kind === 'stringified'
          ? 'Pass the object without `JSON.stringify`.'
          : 'Pass an object; the SDK turns it into JSON.';
      report({ at: { span: value.span, pointer: '' }, message, hint });
    },
  },
};
