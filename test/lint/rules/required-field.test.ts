import { rule } from '../../../src/lint/rules/required-field.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

const authentication = (json: string) => connectorText(`"authentication": ${json}`);

ruleCases(rule, {
  wrong: [
    {
      name: 'no url',
      registry: '{"connectors": [«{»"name": "a"}]}',
      message: /^a connector must have `url`$/,
    },
    {
      name: 'no name',
      registry: '{"connectors": [«{»"url": "https://api.acme.io"}]}',
      message: /`name`/,
    },
    {
      name: 'a composite without steps',
      registry: '{"composite_connectors": [«{»"name": "a"}]}',
      message: /`steps`/,
    },
    {
      name: 'a step without name',
      registry: compositeText('«{»"url": "https://api.acme.io"}'),
      message: /a step must have `name`/,
    },
    { name: 'a step without url', registry: compositeText('«{»"name": "a"}') },
    {
      name: 'a header without value',
      registry: connectorText('"headers": [«{»"key": "Accept"}]'),
      message: /a header must have `value`/,
    },
    { name: 'a parameter without key', registry: connectorText('"query_parameters": [«{»"value": ""}]') },
    { name: 'a path parameter without key', registry: connectorText('"path_parameters": [«{»}]') },
    { name: 'authentication without type', registry: authentication('«{»"config": {}}') },
    {
      name: 'authentication without config',
      registry: authentication('«{»"type": "jwt"}'),
      message: /`config` with `private_key`, `claims`$/,
    },
    {
      name: 'config without a value',
      registry: authentication('{"type": "api_key", "config": «{»"key": "k", "value": "v"}}'),
      message: /`in`/,
    },
  ],
  right: [
    { name: 'what is needed and no more', registry: connector({}) },
    { name: 'a path parameter without value', registry: connector({ path_parameters: [{ key: 'id' }] }) },
    {
      name: 'a field of the wrong type, which is one fault',
      registry: '{"connectors": [{"name": "a", "url": 1}]}',
    },
    {
      name: 'a field under another name, which is one fault',
      registry: '{"connectors": [{"name": "a", "uri": "https://api.acme.io"}]}',
    },
    { name: 'config under another name', registry: authentication('{"type": "api_key", "settings": {}}') },
    {
      name: 'config that stands beside type',
      registry: authentication('{"type": "api_key", "key": "k", "value": "v", "in": "header"}'),
    },
    { name: 'steps of a simple connector', registry: '{"connectors": [{"name": "a", "steps": []}]}' },
    { name: 'an unknown type, whose config is unknown', registry: authentication('{"type": "basic"}') },
  ],
});
