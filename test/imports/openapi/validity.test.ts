/** Whatever is imported, the linter and the platform's own checks find nothing in it. */
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../../src/imports/openapi/document.js';
import { importOperation } from '../../../src/imports/openapi/import-operation.js';
import { listOperations } from '../../../src/imports/openapi/operations.js';
import { validateRegistry } from '../../../src/lint/validate.js';
import { load, loadFixture } from './support.js';

/** All of a document in one registry, as somebody would have them who imports one after another. */
function findings(document: OpenApiDocument): { rule: string; message: string; pointer: string }[] {
  const connectors = listOperations(document).map(({ id }) => importOperation(document, id).connector);
  const found = validateRegistry(JSON.stringify({ connectors }, null, 2));
  return found.map(({ rule, message, pointer }) => ({ rule, message, pointer }));
}

describe('imported connectors', () => {
  it.each(['petshop.swagger.json', 'crm.yaml', 'board.yaml'])('of %s have no findings', async (name) => {
    const document = await loadFixture(name);

    expect(listOperations(document).length).toBeGreaterThan(6);
    expect(findings(document)).toEqual([]);
  });

  it('of a document of every type, style and scheme together have no findings', async () => {
    const document = await load(everything());

    expect(listOperations(document)).toHaveLength(240);
    expect(findings(document)).toEqual([]);
  });

  it('keep to the lengths of the platform', async () => {
    const long = 'x'.repeat(3000);
    const document = await load({
      openapi: '3.1.0',
      info: { title: long, version: '1' },
      servers: [{ url: 'https://api.acme.io' }],
      paths: {
        '/things': {
          get: {
            summary: `${long} things`,
            parameters: [
              { name: long, in: 'query', required: true, schema: { type: 'string' } },
              { name: 'note', in: 'query', required: true, schema: { type: 'string', default: long } },
              { name: `X-${long}`, in: 'header', required: true, schema: { type: 'string' } },
            ],
            security: [{ [long]: [] }],
            responses: { 200: { description: 'ok' } },
          },
        },
      },
      components: { securitySchemes: { [long]: { type: 'apiKey', in: 'header', name: long } } },
    });
    const { connector, notes } = importOperation(document, 'get-/things');

    expect(connector.name).toHaveLength(255);
    expect(connector.query_parameters).toEqual([{ key: 'note', value: '', overridable: true }]);
    expect(connector.headers).toBeUndefined();
    expect(findings(document)).toEqual([]);
    expect(notes.join('\n')).toContain("The value of the query parameter 'note' was left out");
  });
});

/** Bodies by parameters by security, in 240 operations. */
function everything(): object {
  const types = ['string', 'integer', 'number', 'boolean', 'array', 'object'];
  const properties = Object.fromEntries(
    types.flatMap((type) => [
      [`${type} field`, { type, ...(type === 'array' && { items: {} }) }],
      [`default_${type}`, { type, default: defaults[type], ...(type === 'array' && { items: {} }) }],
    ]),
  );
  const schemas: object[] = [
    { type: 'object', properties },
    { type: 'object', properties, required: Object.keys(properties) },
    { type: 'object', properties: { only: { type: 'string' } }, required: ['only'] },
    { type: 'array', items: { type: 'object' } },
    { anyOf: [{ type: 'object', properties }, { type: 'string' }] },
    {},
  ];
  const media = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/xml',
    '*/*',
  ];
  const securities = [
    ['key'],
    ['query'],
    ['cookie'],
    ['bearer'],
    ['basic'],
    ['machine'],
    ['basic', 'key'],
    ['machine', 'key', 'bearer'],
  ];
  const paths: Record<string, object> = {};
  for (const [s, schema] of schemas.entries()) {
    for (const [m, type] of media.entries()) {
      for (const [k, names] of securities.entries()) {
        const parameters = types.map((each, index) => ({
          name: `p${index}`,
          in: index % 2 === 0 ? 'query' : 'header',
          required: (s + m + k) % 2 === 0,
          ...(index === 0 && { style: 'pipeDelimited' }),
          schema: { type: each, default: defaults[each], ...(each === 'array' && { items: {} }) },
        }));
        paths[`/s${s}/m${m}/{key}/k${k}`] = {
          [(['post', 'put', 'patch', 'delete'] as const)[(s + k) % 4] ?? 'post']: {
            parameters: [
              { name: 'key', in: 'path', required: true, schema: { type: 'string' } },
              ...parameters,
            ],
            requestBody: { required: m % 2 === 0, content: { [type]: { schema } } },
            security: [Object.fromEntries(names.map((name) => [name, []]))],
            responses: { 200: { description: 'ok', content: { [type]: {} } } },
          },
        };
      }
    }
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Everything', version: '1' },
    servers: [{ url: 'https://api.acme.io/{base path}/x y', variables: { 'base path': { default: 'a b' } } }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        query: { type: 'apiKey', in: 'query', name: 'token' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
        machine: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: 'https://id.acme.io/token', scopes: {} } },
        },
      },
    },
  };
}

const defaults: Record<string, unknown> = {
  string: `{{ it's "quoted" }} {% raw %} {# \\ <b>`,
  integer: 12,
  number: 1.5e-9,
  boolean: true,
  array: ['a', 1, null, { b: 'c' }],
  object: { 'a b': [true, 'x'] },
};
