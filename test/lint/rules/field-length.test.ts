import { rule } from '../../../src/lint/rules/field-length.js';
import { connector, connectorText, ruleCases } from '../support/rule-cases.js';

const wide = '😀';
const text = (length: number) => `"${'x'.repeat(length)}"`;
const named = (name: string) => `{"connectors": [{"name": ${name}, "url": "https://api.acme.io"}]}`;
const reaching = (url: string) => `{"connectors": [{"name": "a", "url": ${url}}]}`;
const row = (name: string, key: string, value: string) =>
  connectorText(`"${name}": [{"key": ${key}, "value": ${value}}]`);

ruleCases(rule, {
  wrong: [
    { name: 'an empty name', registry: named('«""»'), message: /must not be empty$/ },
    { name: 'an empty url', registry: reaching('«""»') },
    {
      name: 'a long name',
      registry: named(`«${text(256)}»`),
      message: /at most 255 characters, and has 256$/,
    },
    {
      name: 'a long name of wide characters',
      registry: named(`«"a${wide.repeat(255)}"»`),
      message: /has 256$/,
    },
    { name: 'a long url', registry: reaching(`«"https://${'a'.repeat(2041)}"»`), message: /2048/ },
    { name: 'a long permalink', registry: connectorText(`"permalink": «${text(256)}»`) },
    { name: 'a long content type', registry: connectorText(`"response_content_type": «${text(256)}»`) },
    { name: 'an empty key', registry: row('headers', '«""»', '""') },
    { name: 'a long key', registry: row('query_parameters', `«${text(256)}»`, '""') },
    { name: 'a long value', registry: row('headers', '"a"', `«${text(1001)}»`), message: /1000/ },
    { name: 'an empty value of a path parameter', registry: row('path_parameters', '"id"', '«""»') },
  ],
  right: [
    {
      name: 'everything at its limit',
      registry: connector({
        name: `a${wide.repeat(254)}`,
        permalink: 'a'.repeat(255),
        url: `https://${'a'.repeat(2040)}`,
        response_content_type: 'x'.repeat(255),
        headers: [{ key: 'k'.repeat(255), value: wide.repeat(1000) }],
      }),
    },
    {
      name: 'empty values',
      registry: connector({
        headers: [{ key: 'a', value: '' }],
        query_parameters: [{ key: 'a', value: '' }],
      }),
    },
    {
      name: 'long templates',
      registry: connector({ request_body: 'x'.repeat(100_000), response_body: 'x'.repeat(100_000) }),
    },
  ],
});
