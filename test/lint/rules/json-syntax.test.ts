import { rule } from '../../../src/lint/rules/json-syntax.js';
import { connector, connectorText, ruleCases } from '../support/rule-cases.js';

const entry = '{"name": "a", "url": "https://api.acme.io"}';
const deepClaims = (inside: string) =>
  connectorText(
    `"authentication": {"type": "jwt", "config": {"private_key": "k", "claims": {"deep": ${'['.repeat(494)}${inside}${']'.repeat(494)}}}}`,
  );

ruleCases(rule, {
  wrong: [
    {
      name: 'a trailing comma in an array',
      registry: `{"connectors": [${entry}«,» ]}`,
      message: /comma/,
      fixed: `{"connectors": [${entry} ]}`,
    },
    {
      name: 'trailing commas everywhere',
      registry: '{"connectors": [{"name": "a", "url": "https://api.acme.io"«,»}«,»\n]«,»\n}',
      fixed: '{"connectors": [{"name": "a", "url": "https://api.acme.io"}\n]\n}',
    },
    { name: 'a comment', registry: '{«// none»\n"connectors": []}', message: /comment/ },
    { name: 'a block comment', registry: '{"connectors": «/* none */» []}', message: /comment/ },
    { name: 'single quotes', registry: "{«'connectors'»: []}", message: /single quotes/ },
    { name: 'an unquoted key', registry: '{«connectors»: []}', message: /double quotes/ },
    {
      name: 'a missing comma between entries',
      registry: `{"connectors": [${entry}\n«{» "name": "b"}]}`,
      message: /comma is missing/,
    },
    {
      name: 'a missing comma between fields',
      registry: '{"connectors": [{"name": "a"\n«"url"»: "https://api.acme.io"}]}',
      message: /comma is missing/,
    },
    { name: 'NaN', registry: '{"connectors": «NaN»}', message: /NaN/ },
    {
      name: 'a word of Python',
      registry: connectorText('"headers": [{"key": "a", "value": "", "overridable": «True»}]'),
      message: /write true/,
    },
    { name: 'None', registry: connectorText('"request_body": «None»'), message: /write null/ },
    {
      name: 'a file that ends too early',
      registry: `{"connectors": [${entry}\n«»`,
      message: /line 1, column 16/,
    },
    {
      name: 'a string that is not closed',
      registry: '{"connectors": [{"name": «"a,»\n"url": "https://api.acme.io"}]}',
      message: /closing quote/,
    },
    { name: 'a line break in a string', registry: connectorText('"request_body": "a«\n»b"'), message: /\\n/ },
    {
      name: 'a quote that is not escaped',
      registry: connectorText('"request_body": "say "«hi»" now"'),
      message: /quote inside/,
    },
    {
      name: 'a backslash that escapes nothing',
      registry: connectorText('"request_body": "«\\d»"'),
      message: /backslash/,
    },
    { name: 'an empty file', registry: '«»', message: /empty/ },
    {
      name: 'values nested beyond all sense',
      registry: deepClaims(`«[»${'['.repeat(9_505)}${']'.repeat(9_506)}`),
      message: /nested/,
    },
  ],
  right: [
    { name: 'JSON', registry: connector({}) },
    { name: 'escapes of all kinds', registry: connectorText('"request_body": "\\u00e9 \\n \\\\ \\/ \\""') },
    { name: 'comments inside strings', registry: connectorText('"request_body": "// \'a\', /* b */ ,]"') },
    { name: 'a byte order mark, which has a rule of its own', registry: `\uFEFF${connector({})}` },
  ],
});
