import { derivePermalink } from '../../registry/permalink.js';
import { suggest } from '../../text/suggest.js';
import type { Rule } from '../rule.js';
import { permalinksOf } from '../widgets/called.js';
import { possibleTexts } from '../widgets/model.js';

/** platform.md sections 1, 10 and 11, number 17. */
export const rule: Rule = {
  id: 'widget-unknown-connector',
  severity: 'error',
  summary: 'A widget that calls a connector which the registry does not hold',
  documentation: {
    why: 'The platform answers a permalink that it does not know with 404, and the promise in the widget rejects. Simple connectors and composites have name spaces of their own: each is reached by its own call only.',
    registry: '{ "connectors": [{ "name": "My orders", "url": "https://api.acme.io/orders" }] }',
    wrong: `const orders = await sdk.connectors.execute({ permalink: 'my-order', method: 'GET' });`,
    right: `const orders = await sdk.connectors.execute({ permalink: 'my-orders', method: 'GET' });`,
  },
  visit: {
    widget({ kind, options }, registry, report) {
      const permalinks = permalinksOf(registry);
      const option = options.entries.get('permalink');
      if (!permalinks || !option) return;
      const other = kind === 'simple' ? 'composite' : 'simple';
      for (const { text, span } of possibleTexts(option.value)) {
        // An entry may be called by its number too, which the registry does not know.
        if (/^\d+$/.test(text) || permalinks[kind].includes(text)) continue;
        const at = { span, pointer: '' };
        if (permalinks[other].includes(text)) {
          const call = kind === 'simple' ? 'connectors.composite.execute' : 'connectors.execute';
          const is = kind === 'simple' ? 'is a composite' : 'is a simple connector and no composite';
          report({ at, message: `\`${text}\` ${is}`, hint: `Call it with \`${call}\`.` });
          continue;
        }
        const derived = derivePermalink(text);
        const suggestion = permalinks[kind].includes(derived) ? derived : suggest(text, permalinks[kind]);
        report({
          at,
          message: `the registry has no ${kind === 'simple' ? 'connector' : 'composite'} \`${text}\``,
          ...(suggestion === undefined ? {} : { suggestion }),
        });
      }
    },
  },
};
