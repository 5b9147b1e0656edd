import { rule } from '../../../src/lint/rules/deprecated-apikey.js';
import { connectorText, ruleCases } from '../support/rule-cases.js';

const type = (name: string) =>
  connectorText(`"authentication": {"type": ${name}, "config": {"key": "a", "value": "b", "in": "header"}}`);

ruleCases(rule, {
  wrong: [{ name: 'apikey', registry: type('«"apikey"»'), suggestion: 'api_key', fixed: type('"api_key"') }],
  right: [{ name: 'api_key', registry: type('"api_key"') }],
});
