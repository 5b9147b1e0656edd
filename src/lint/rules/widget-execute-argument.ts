import type { Rule } from '../rule.js';
import { permalinksOf } from '../widgets/called.js';
import { knownOptions } from '../widgets/options.js';

/** platform.md section 10. Only where the text is a permalink of the registry, or options of the SDK follow it. */
export const rule: Rule = {
  id: 'widget-execute-argument',
  severity: 'error',
  summary: 'A widget that calls `execute` with a permalink instead of an object',
  documentation: {
    why: 'The client takes one object, in which `permalink` is one of the options. A permalink that is passed as a text is not found, and options behind it are ignored: the call never reaches the connector.',
    registry: '{ "connectors": [{ "name": "My orders", "url": "https://api.acme.io/orders" }] }',
    wrong: `const orders = await sdk.connectors.execute('my-orders', { method: 'GET' });`,
    right: `const orders = await sdk.connectors.execute({ permalink: 'my-orders', method: 'GET' });`,
  },
  visit: {
    widgetText({ kind, text, textSpan, next }, registry, report) {
      const permalinks = permalinksOf(registry);
      const isPermalink = permalinks?.simple.includes(text) || permalinks?.composite.includes(text);
      const hasOptions = next !== null && [...next.entries.keys()].some((key) => knownOptions.has(key));
      if (!isPermalink && !hasOptions) return;
      const called = kind === 'simple' ? 'connectors.execute' : 'connectors.composite.execute';
      report({
        at: { span: textSpan, pointer: '' },
        message: `\`${called}\` takes one object, and gets a text`,
        hint: `Pass \`{ permalink: '${text}'${next ? ', ...' : ''} }\`.`,
      });
    },
  },
};
