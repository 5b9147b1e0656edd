import { expect, it } from 'vitest';
import { lint } from '../../../src/lint/linter.js';
import { rule } from '../../../src/lint/rules/unknown-field.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { compositeText, connector, connectorText, ruleCases } from '../support/rule-cases.js';

const oauth = (fields: string) =>
  connectorText(`"authentication": {"type": "oauth_client_credentials", "config": {${fields}}}`);

ruleCases(rule, {
  wrong: [
    {
      name: 'pathParams',
      registry: connectorText('«"pathParams"»: [{"key": "id"}]'),
      suggestion: 'path_parameters',
      fixed: connectorText('"path_parameters": [{"key": "id"}]'),
    },
    {
      name: 'a misspelt field',
      registry: connectorText('«"respone_body"»: ""'),
      suggestion: 'response_body',
      fixed: connectorText('"response_body": ""'),
    },
    {
      name: 'camelCase',
      registry: connectorText('«"requestBody"»: ""'),
      suggestion: 'request_body',
      fixed: connectorText('"request_body": ""'),
    },
    {
      name: 'the field of another tool',
      registry: connectorText('«"body"»: ""'),
      suggestion: 'request_body',
    },
    {
      name: 'nothing like it',
      registry: connectorText('«"retries"»: 3'),
      message: /^"retries" is no field of a connector; the platform ignores it$/,
    },
    {
      name: 'in a header',
      registry: connectorText('"headers": [{"key": "a", "value": "", «"override"»: true}]'),
      suggestion: 'overridable',
    },
    {
      name: 'instead of a required field',
      registry: '{"connectors": [{"name": "a", «"endpoint"»: "https://api.acme.io"}]}',
      message: /it must have `url`$/,
      fixed: '{"connectors": [{"name": "a", "url": "https://api.acme.io"}]}',
    },
    {
      name: 'instead of an array',
      registry: '{«"connector"»: []}',
      suggestion: 'connectors',
      fixed: '{"connectors": []}',
    },
    {
      name: 'in config',
      registry: oauth(
        '«"clientId"»: "a", "client_secret": "b", «"token_uri"»: "https://api.acme.io", «"scopes"»: "c"',
      ),
      fixed: oauth(
        '"client_id": "a", "client_secret": "b", "token_url": "https://api.acme.io", "scope": "c"',
      ),
    },
    {
      name: 'the header of an API key',
      registry: connectorText(
        '"authentication": {"type": "api_key", "config": {«"header"»: "a", "value": "b", "in": "header"}}',
      ),
      suggestion: 'key',
    },
    {
      name: 'path parameters of a step',
      registry: compositeText('{"name": "a", "url": "https://api.acme.io", «"pathParams"»: []}'),
      message: /no field of a step/,
    },
    { name: 'a name that objects have', registry: connectorText('«"__proto__"»: {}, «"constructor"»: 1') },
  ],
  right: [
    { name: '$schema', registry: '{"$schema": "x", "connectors": []}' },
    {
      name: 'any name in claims',
      registry: connector({
        authentication: {
          type: 'jwt',
          config: { private_key: 'k', claims: { anything: 1 }, jwt_headers: { kid: 'k' } },
        },
      }),
    },
  ],
});

it.each([
  ['the field that is meant is there', '"request_body": "a", "body": "b"'],
  ['the value has another type', '"params": {"a": "b"}'],
  ['two could become the same field', '"pathParams": [], "path_params": []'],
  ['it would change the permalink', '"slug": "under-test"'],
  ['nobody knows what is meant', '"retries": 3'],
])('leaves it to the author where %s', (_, fields) => {
  const findings = lint(parseRegistry(connectorText(fields), 'registry.json'), { rules: [rule] });
  expect(findings.length).toBeGreaterThan(0);
  for (const { fix } of findings) expect(fix).toBeUndefined();
});

it.each([
  ['error', 'a known field under another name', '"pathParams": []'],
  ['warning', 'what may be a note', '"_comment": "asked for by the events team"'],
])('is an %s for %s', (severity, _, fields) => {
  const findings = lint(parseRegistry(connectorText(fields), 'registry.json'), { rules: [rule] });
  expect(findings).toMatchObject([{ severity }]);
});

it('says of path parameters of a step what to do instead', () => {
  const text = compositeText('{"name": "a", "url": "https://api.acme.io", "pathParams": []}');
  const [finding] = lint(parseRegistry(text, 'registry.json'), { rules: [rule] });
  expect(finding).toMatchObject({ hint: expect.stringContaining('has no `path_parameters`') });
  expect(finding?.suggestion).toBeUndefined();
});
