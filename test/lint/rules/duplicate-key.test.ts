import { expect, it } from 'vitest';
import { lint } from '../../../src/lint/linter.js';
import { rule } from '../../../src/lint/rules/duplicate-key.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

const claims = (json: string) =>
  connectorText(`"authentication": {"type": "jwt", "config": {"private_key": "k", "claims": ${json}}}`);

ruleCases(rule, {
  wrong: [
    {
      name: 'in a connector',
      registry: connectorText('"method": "POST",\n«"method"»: "PUT"'),
      message: /line 1; only the last counts$/,
    },
    {
      name: 'each further one',
      registry: connectorText('"method": "POST", «"method"»: "GET", «"method"»: "PUT"'),
    },
    { name: 'in claims', registry: claims('{"a": 1, «"a"»: 2}') },
    {
      name: 'written with an escape',
      registry: connectorText('"method": "POST", «"m\\u0065thod"»: "PUT"'),
    },
    { name: 'an array given twice', registry: '{"connectors": [], «"connectors"»: []}' },
  ],
  right: [
    {
      name: 'the same key in several objects',
      registry: connector({
        headers: [
          { key: 'a', value: '' },
          { key: 'b', value: '' },
        ],
      }),
    },
    { name: 'keys in other letters', registry: claims('{"a": 1, "A": 2}') },
  ],
});

it('says whose key it is', () => {
  const step = '{"name": "one", "url": "https://api.acme.io", "method": "GET", "method": "POST"}';
  const registry = parseRegistry(compositeText(`7, ${step}`), 'registry.json');
  expect(lint(registry, { rules: [rule] })).toMatchObject([
    { connector: 'under-test', step: 'one', pointer: '/composite_connectors/0/steps/1/method' },
  ]);
});
