import { rule } from '../../../src/lint/rules/unique-key.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

const rows = (name: string, ...keys: string[]) =>
  connectorText(`"${name}": [${keys.map((key) => `{"key": ${key}, "value": "v"}`).join(', ')}]`);

ruleCases(rule, {
  wrong: [
    {
      name: 'a header',
      registry: rows('headers', '"Accept"', '«"Accept"»'),
      message: /"Accept" stands here twice/,
    },
    { name: 'a header in other letters', registry: rows('headers', '"Content-Type"', '«"content-type"»') },
    { name: 'a query parameter', registry: rows('query_parameters', '"q"', '"p"', '«"q"»') },
    { name: 'a path parameter', registry: rows('path_parameters', '"id"', '«"id"»') },
    {
      name: 'in a step',
      registry: compositeText(
        '{"name": "a", "url": "https://api.acme.io", "headers": [{"key": "a", "value": ""}, {"key": «"A"», "value": ""}]}',
      ),
    },
  ],
  right: [
    { name: 'query parameters in other letters', registry: rows('query_parameters', '"q"', '"Q"') },
    {
      name: 'the same key in headers and query',
      registry: connector({
        headers: [{ key: 'a', value: '' }],
        query_parameters: [{ key: 'a', value: '' }],
      }),
    },
    { name: 'empty keys, which are another fault', registry: rows('headers', '""', '""') },
  ],
});
