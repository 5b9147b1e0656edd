import { suggest } from '../../text/suggest.js';
import type { Rule } from '../rule.js';
import { knownOptions, meantOptions } from '../widgets/options.js';

/** platform.md sections 10 and 11, number 17. */
export const rule: Rule = {
  id: 'widget-body-option',
  severity: 'error',
  summary: "An option of a widget's call that the SDK does not know",
  documentation: {
    why: 'The SDK passes over options that it does not know, without a word: with `body` in place of `payload` the request goes out empty.',
    registry:
      '{ "connectors": [{ "name": "Add order", "method": "POST", "url": "https://api.acme.io/orders" }] }',
    wrong: `await sdk.connectors.execute({ permalink: 'add-order', method: 'POST', body: { id: 1 } });`,
    right: `await sdk.connectors.execute({ permalink: 'add-order', method: 'POST', payload: { id: 1 } });`,
  },
  visit: {
    widget({ kind, options }, _registry, report) {
      for (const { key, keySpan } of options.entries.values()) {
        if (knownOptions.has(key)) continue;
        const suggestion = meantOptions.get(key) ?? suggest(key, knownOptions);
        const call = kind === 'simple' ? 'connectors.execute' : 'connectors.composite.execute';
        report({
          at: { span: keySpan, pointer: '' },
          message: `\`${call}\` has no option \`${key}\`: it is ignored`,
          ...(suggestion === undefined ? { hint: 'Remove it.' } : { suggestion }),
        });
      }
    },
  },
};
