import { expect, it } from 'vitest';
import { inventory } from '../../src/diagnosis/inventory.js';
import { parseRegistry } from '../../src/registry/index.js';
import { inventoryLines } from '../../src/views/inventory.js';

const registry = parseRegistry(
  JSON.stringify({
    connectors: [
      { name: 'Plain', url: 'https://api.acme.io/x' },
      {
        name: 'Übersicht 😀',
        permalink: 'a-permalink-that-is-longer-than-most',
        method: 'POST',
        url: "https://{{ get_variable('host') }}/{{ pathParams.id }}",
        headers: [{ key: 'X', value: "{{ get_secret('one') }}{{ get_secret('two') }}" }],
        authentication: {
          type: 'api_key',
          config: { key: 'K', value: "{{ get_secret('one') }}", in: 'header' },
        },
      },
      { name: 'Default', url: "https://{{ get_variable('other') | default('b.acme.io') }}/" },
    ],
    composite_connectors: [
      {
        name: 'Join',
        steps: [
          { name: 'a', url: 'https://a.acme.io/' },
          { name: 'b', url: 'https://a.acme.io/b', authentication: { type: 'none' } },
        ],
      },
    ],
  }),
  'connectors_registry.json',
);
const entries = inventory(registry, {
  variables: new Map([['host', 'h.acme.io']]),
  hasSecret: (name) => name === 'one',
});
const lines = (width: number, testsOf: ((permalink: string) => string[]) | null = null) =>
  inventoryLines(
    { entries, testsOf: testsOf && ((entry) => testsOf(entry.permalink)) },
    { width, color: false, mask: (text) => text },
  );

it('shows a table where there is room, and leaves out columns in which nothing stands', () => {
  expect(lines(110, (permalink) => (permalink === 'plain' ? ['x.connector-test.yaml'] : []))).toEqual([
    'Connectors',
    '  permalink                             name      method  host        authent…  secrets   variables  tests',
    '  plain                                 Plain     GET     api.acme.…  –         –         –          x.connec…',
    '  a-permalink-that-is-longer-than-most  Übersic…  POST    h.acme.io   api_key   one, !t…  host       none',
    '  default                               Default   GET     b.acme.io   –         –         other      none',
    '',
    'Composites',
    '  permalink  name  method   host       tests',
    '  join       Join  2 steps  a.acme.io  none',
    '',
    '3 connectors, 1 composite; one name has no value here (marked !)',
  ]);
});

it('shows a block for each entry where there is none', () => {
  expect(lines(40).slice(0, 12)).toEqual([
    'Connectors',
    '  plain',
    '    name            Plain',
    '    method          GET',
    '    host            api.acme.io',
    '  a-permalink-that-is-longer-than-most',
    '    name            Übersicht 😀',
    '    method          POST',
    '    host            h.acme.io',
    '    authentication  api_key',
    '    secrets         one, !two',
    '    variables       host',
  ]);
});

it('says so where there is nothing', () => {
  expect(
    inventoryLines({ entries: [], testsOf: null }, { width: 80, color: false, mask: (text) => text }),
  ).toEqual(['The registry has no connectors.']);
});
