import { expect, it } from 'vitest';
import { lint } from '../../../src/lint/linter.js';
import { rule } from '../../../src/lint/rules/unique-name.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { ruleCases } from '../support/rule-cases.js';

const simple = (...names: string[]) =>
  `{"connectors": [${names.map((name) => `{${name}, "url": "https://api.acme.io"}`).join(', ')}]}`;
const steps = '"steps": [{"name": "a", "url": "https://api.acme.io"}]';

ruleCases(rule, {
  wrong: [
    {
      name: 'with permalinks of their own',
      registry: simple('"name": "A"', '"name": «"A"», "permalink": "b"'),
      message: /^"A" is also the name of the entry in line 1$/,
    },
    {
      name: 'each further one',
      registry: simple('"name": "A"', '"name": «"A"», "permalink": "b"', '"name": «"A"», "permalink": "c"'),
    },
    {
      name: 'of composites',
      registry: `{"composite_connectors": [{"name": "A", ${steps}}, {"name": «"A"», "permalink": "b", ${steps}}]}`,
    },
  ],
  right: [
    { name: 'names of their own', registry: simple('"name": "A"', '"name": "B"') },
    { name: 'the same permalink, which is the fault', registry: simple('"name": "A"', '"name": "A"') },
    { name: 'no names', registry: simple('"permalink": "a"', '"permalink": "b"') },
    {
      name: 'a composite and a simple connector',
      registry: `{"connectors": [{"name": "A", "url": "https://api.acme.io"}], "composite_connectors": [{"name": "A", ${steps}}]}`,
    },
  ],
});

it('says whose name it is', () => {
  const registry = parseRegistry(simple('"name": "A"', '"name": "A", "permalink": "b"'), 'registry.json');
  expect(lint(registry, { rules: [rule] })).toMatchObject([
    { connector: 'b', pointer: '/connectors/1/name' },
  ]);
});
