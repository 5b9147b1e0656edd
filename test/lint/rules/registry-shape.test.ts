import { expect, it } from 'vitest';
import { lint } from '../../../src/lint/linter.js';
import { rule } from '../../../src/lint/rules/registry-shape.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'an array',
      registry: '«[»{"name": "a", "url": "https://api.acme.io"}]',
      message: /not an array$/,
    },
    { name: 'a string', registry: '«"connectors"»', message: /not a string$/ },
    { name: 'neither array', registry: '«{»}', message: /neither/ },
    { name: 'only the name of a schema', registry: '«{»"$schema": "x"}' },
  ],
  right: [
    { name: 'connectors alone', registry: '{"connectors": []}' },
    { name: 'composites alone', registry: '{"composite_connectors": []}' },
    { name: 'both, empty', registry: '{"connectors": [], "composite_connectors": []}' },
    { name: 'an array under a wrong name, which is one fault', registry: '{"connector": []}' },
    { name: 'a file without a value, which is no JSON', registry: '' },
  ],
});

it('says where the list of problems was cut', () => {
  const registry = parseRegistry(`{"connectors": [${'1,'.repeat(20_000)}1]}`, 'registry.json');
  expect(lint(registry, { rules: [rule] })).toMatchObject([
    { span: null, message: expect.stringContaining('more than 10000') },
  ]);
});
