import { rule } from '../../../src/lint/rules/field-type.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

ruleCases(rule, {
  wrong: [
    {
      name: 'null for a string',
      registry: connectorText('"request_body": «null»'),
      message: /^`request_body` must be a string, not null$/,
    },
    {
      name: 'null for required strings',
      registry: '{"connectors": [{"name": «null», "url": «null»}]}',
    },
    {
      name: 'null for each other string',
      registry: connectorText(
        '"method": «null», "response_body": «null», "response_content_type": «null», "permalink": «null»',
      ),
    },
    { name: 'a number', registry: connectorText('"request_body": «12»'), message: /not a number$/ },
    {
      name: 'JSON that is not in a string',
      registry: connectorText('"request_body": «{»"a": 1}'),
      message: /not an object$/,
    },
    { name: 'rows as an object', registry: connectorText('"headers": «{»"Accept": "application/json"}') },
    {
      name: 'a row as a string',
      registry: connectorText('"path_parameters": [«"id"»]'),
      message: /object with `key`/,
    },
    {
      name: 'overridable as a string',
      registry: connectorText('"headers": [{"key": "a", "value": "", "overridable": «"true"»}]'),
    },
    {
      name: 'overridable as a number',
      registry: connectorText('"query_parameters": [{"key": "a", "value": "", "overridable": «1»}]'),
    },
    {
      name: 'a number for a value',
      registry: connectorText('"query_parameters": [{"key": "page", "value": «1»}]'),
    },
    { name: 'authentication as a string', registry: connectorText('"authentication": «"none"»') },
    {
      name: 'claims as a string',
      registry: connectorText(
        '"authentication": {"type": "jwt", "config": {"private_key": "k", "claims": «"{}"»}}',
      ),
    },
    { name: 'an array as an object', registry: '{"connectors": «{»}}' },
    { name: 'an entry that is no object', registry: '{"connectors": [«[»]]}' },
    { name: 'a step that is no object', registry: compositeText('«"one"»') },
    { name: 'steps as an object', registry: '{"composite_connectors": [{"name": "a", "steps": «{»}}]}' },
  ],
  right: [
    { name: 'empty arrays', registry: connector({ headers: [], query_parameters: [], path_parameters: [] }) },
    {
      name: 'empty strings',
      registry: connector({ request_body: '', response_body: '', response_content_type: '' }),
    },
    {
      name: 'any JSON in claims',
      registry: connector({
        authentication: {
          type: 'jwt',
          config: { private_key: 'k', claims: { a: null, b: [1, { c: true }] } },
        },
      }),
    },
    { name: 'no config for none', registry: connector({ authentication: { type: 'none' } }) },
    { name: 'a word that JSON has not, which is one fault', registry: connectorText('"request_body": None') },
  ],
});
