import { rule } from '../../../src/lint/rules/unique-permalink.js';
import { ruleCases } from '../support/rule-cases.js';

const simple = (...names: string[]) =>
  `{"connectors": [${names.map((name) => `{${name}, "url": "https://api.acme.io"}`).join(', ')}]}`;
const steps = '"steps": [{"name": "a", "url": "https://api.acme.io"}]';

ruleCases(rule, {
  wrong: [
    {
      name: 'given twice',
      registry: simple('"name": "A", "permalink": "x"', '"name": "B", "permalink": «"x"»'),
      message: /"x" is taken by the entry in line 1$/,
    },
    {
      name: 'derived twice',
      registry: simple('"name": "My Orders"', '"name": «"my orders!"»'),
      message: /derived from the name/,
    },
    {
      name: 'given, and derived later',
      registry: simple('"name": "B", "permalink": "my-orders"', '"name": «"My Orders"»'),
    },
    {
      name: 'derived, and given later',
      registry: simple('"name": "My Orders"', '"name": "B", "permalink": «"my-orders"»'),
    },
    { name: 'each further one', registry: simple('"name": "A"', '"name": «"a"»', '"name": «"A!"»') },
    {
      name: 'of composites',
      registry: `{"composite_connectors": [{"name": "A", ${steps}}, {"name": «"A"», ${steps}}]}`,
    },
  ],
  right: [
    { name: 'two of their own', registry: simple('"name": "A"', '"name": "B"') },
    {
      name: 'the same for a composite and a simple connector',
      registry: `{"connectors": [{"name": "A", "url": "https://api.acme.io"}], "composite_connectors": [{"name": "A", ${steps}}]}`,
    },
    {
      name: 'the same name beside another permalink',
      registry: simple('"name": "A"', '"name": "A", "permalink": "b"'),
    },
  ],
});
