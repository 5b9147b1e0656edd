/** The published schema and the reader have one opinion of a registry. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../src/registry/index.js';
import { algorithms } from '../../src/registry/rules/authentication-fields.js';
import { registrySchema } from '../../src/registry/schema/registry-schema.js';

const ajv = new Ajv({ allowUnionTypes: true, keywords: ['enumDescriptions', 'patternErrorMessage'] });
const validate = ajv.compile(registrySchema());

const verdicts = (text: string) => ({
  schema: validate(JSON.parse(text)) ? 'accepts' : 'rejects',
  reader: parseRegistry(text, 'registry.json').problems.length === 0 ? 'accepts' : 'rejects',
});

const url = 'https://api.acme.io';
const simple = (fields: object) => ({ connectors: [{ name: 'A', url, ...fields }] });
const composite = (...steps: object[]) => ({ composite_connectors: [{ name: 'A', steps }] });
const step = (fields: object) => composite({ name: 'one', url, ...fields });
const row = (name: string, fields: object) => simple({ [name]: [fields] });
const auth = (type: unknown, config?: unknown) => simple({ authentication: { type, config } });
const oauth = { client_id: 'a', client_secret: 'b', token_url: url };
const jwt = { private_key: 'k', claims: {} };
const bearer = { client_id: 'a', private_key: 'k', token_url: url, subject: 's', audience: 'a' };

const accepted: [string, unknown][] = [
  ['empty arrays', { connectors: [], composite_connectors: [] }],
  ['one array', { composite_connectors: [] }],
  ['$schema', { $schema: 'x', connectors: [] }],
  ['the least', simple({})],
  ['a permalink', simple({ permalink: 'a-1' })],
  ['a method', simple({ method: 'HEAD' })],
  ['empty strings', simple({ request_body: '', response_body: '', response_content_type: '' })],
  ['names at their limit', simple({ name: `a${'😀'.repeat(254)}` })],
  ['values at their limit', row('headers', { key: 'k'.repeat(255), value: '😀'.repeat(1000) })],
  ['an empty value', row('query_parameters', { key: 'k', value: '', overridable: true })],
  ['a path parameter', row('path_parameters', { key: 'k' })],
  ['a default', row('path_parameters', { key: 'k', value: 'v' })],
  ['a step', step({})],
  ['no authentication', auth('none')],
  ['no authentication with config', auth('none', {})],
  ['an API key', auth('api_key', { key: 'k', value: 'v', in: 'query' })],
  ['a templated place', auth('api_key', { key: 'k', value: 'v', in: '{{ a }}' })],
  ['OAuth', auth('oauth_client_credentials', { ...oauth, scope: 's' })],
  ['JWT', auth('jwt', { ...jwt, algorithm: 'EdDSA', jwt_headers: { kid: 'k' } })],
  ['a templated algorithm', auth('jwt', { ...jwt, algorithm: '{{ a }}' })],
  ['JWT bearer', auth('oauth_jwt_bearer', { ...bearer, token_ttl: 60, additional_claims: { a: [1] } })],
  ['a lifetime in a string', auth('oauth_jwt_bearer', { ...bearer, token_ttl: '60' })],
  ['a templated lifetime', auth('oauth_jwt_bearer', { ...bearer, token_ttl: '{{ a }}' })],
  ...algorithms.map((algorithm): [string, unknown] => [algorithm, auth('jwt', { ...jwt, algorithm })]),
];

const rejected: [string, unknown][] = [
  ['an array', []],
  ['a string', 'connectors'],
  ['neither array', {}],
  ['an unknown array', { connectors: [], steps: [] }],
  ['an object for an array', { connectors: {} }],
  ['null for an array', { connectors: null }],
  ['a string for an entry', { connectors: ['a'] }],
  ['no name', { connectors: [{ url }] }],
  ['no url', { connectors: [{ name: 'A' }] }],
  ['an empty name', simple({ name: '', permalink: 'a' })],
  ['a long name', simple({ name: 'a'.repeat(256) })],
  ['a name that gives no permalink', simple({ name: '日本' })],
  ['an empty url', simple({ url: '' })],
  ['a long url', simple({ url: `https://${'a'.repeat(2041)}` })],
  ['a bad permalink', simple({ permalink: 'A_b' })],
  ['an empty permalink', simple({ permalink: '' })],
  ['a long permalink', simple({ permalink: 'a'.repeat(256) })],
  ['a lower-case method', simple({ method: 'get' })],
  ['null for a string', simple({ request_body: null })],
  ['a number for a string', simple({ response_body: 1 })],
  ['a long content type', simple({ response_content_type: 'a'.repeat(256) })],
  ['pathParams', simple({ pathParams: [] })],
  ['steps of a simple connector', simple({ steps: [] })],
  ['headers as an object', simple({ headers: {} })],
  ['a header as a string', simple({ headers: ['a'] })],
  ['a header without value', row('headers', { key: 'a' })],
  ['a header without key', row('headers', { value: 'a' })],
  ['an empty key', row('headers', { key: '', value: '' })],
  ['a long key', row('headers', { key: 'k'.repeat(256), value: '' })],
  ['a long value', row('query_parameters', { key: 'k', value: 'v'.repeat(1001) })],
  ['overridable as a string', row('headers', { key: 'a', value: '', overridable: 'true' })],
  ['an unknown field of a header', row('headers', { key: 'a', value: '', name: 'a' })],
  ['an empty default', row('path_parameters', { key: 'a', value: '' })],
  ['no steps', composite()],
  ['steps missing', { composite_connectors: [{ name: 'A' }] }],
  ['a url of a composite', { composite_connectors: [{ name: 'A', url, steps: [{ name: 'a', url }] }] }],
  ['a step without name', composite({ url })],
  ['a step without url', composite({ name: 'a' })],
  ['a bad step name', step({ name: 'Fetch_User' })],
  ['path parameters of a step', step({ path_parameters: [] })],
  ['a permalink of a step', step({ permalink: 'a' })],
  ['authentication as a string', simple({ authentication: 'none' })],
  ['null for authentication', simple({ authentication: null })],
  ['no type', simple({ authentication: {} })],
  ['an unknown type', auth('basic', {})],
  ['config beside type', simple({ authentication: { type: 'none', key: 'a' } })],
  ['null for config', auth('none', null)],
  ['a field of config that none has', auth('none', { key: 'a' })],
  ['config missing', auth('api_key')],
  ['a value of config missing', auth('api_key', { key: 'k', value: 'v' })],
  ['a place that does not exist', auth('api_key', { key: 'k', value: 'v', in: 'body' })],
  ['the client secret missing', auth('oauth_client_credentials', { ...oauth, client_secret: undefined })],
  ['the scope as an array', auth('oauth_client_credentials', { ...oauth, scope: ['a'] })],
  ['claims as a string', auth('jwt', { ...jwt, claims: '{}' })],
  ['claims missing', auth('jwt', { private_key: 'k' })],
  ['an unknown algorithm', auth('jwt', { ...jwt, algorithm: 'RS128' })],
  ['the subject missing', auth('oauth_jwt_bearer', { ...bearer, subject: undefined })],
  ['a lifetime in words', auth('oauth_jwt_bearer', { ...bearer, token_ttl: '1 hour' })],
  ['a lifetime that is true', auth('oauth_jwt_bearer', { ...bearer, token_ttl: true })],
];

/** A schema sees each value alone and cannot compare two of them; and what is merely old is accepted. */
const onlyReader: [string, string][] = [
  ['a key given twice', '{"connectors": [], "connectors": []}'],
  [
    'a header given twice',
    JSON.stringify(
      simple({
        headers: [
          { key: 'a', value: '' },
          { key: 'A', value: '1' },
        ],
      }),
    ),
  ],
  ['a step name given twice', JSON.stringify(composite({ name: 'a', url }, { name: 'a', url: `${url}/b` }))],
  [
    'a permalink given twice',
    JSON.stringify({
      connectors: [
        { name: 'A', url },
        { name: 'a', url },
      ],
    }),
  ],
  ['the old name of api_key', JSON.stringify(auth('apikey', { key: 'k', value: 'v', in: 'header' }))],
];

describe('the schema of registries', () => {
  it('is the published one (npm run schemas)', () => {
    const published = readFileSync('schemas/connectors-registry.schema.json', 'utf8');
    expect(published).toBe(`${JSON.stringify(registrySchema(), null, 2)}\n`);
  });

  it.each(accepted)('accepts %s, as the reader does', (_, registry) => {
    expect(verdicts(JSON.stringify(registry))).toEqual({ schema: 'accepts', reader: 'accepts' });
  });

  it.each(rejected)('rejects %s, as the reader does', (_, registry) => {
    expect(verdicts(JSON.stringify(registry))).toEqual({ schema: 'rejects', reader: 'rejects' });
  });

  it.each(onlyReader)('leaves %s to the reader', (_, text) => {
    expect(verdicts(text)).toEqual({ schema: 'accepts', reader: 'rejects' });
  });

  const idiomatic = new URL('../lint/testdata/ok/', import.meta.url);
  it.each(readdirSync(idiomatic))('accepts %s', (file) => {
    const text = readFileSync(new URL(file, idiomatic), 'utf8');
    expect(verdicts(text)).toEqual({ schema: 'accepts', reader: 'accepts' });
  });

  it('has a title and a description for every field', () => {
    const untold: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { properties } = value as { properties?: Record<string, Record<string, unknown>> };
      for (const [name, field] of Object.entries(properties ?? {})) {
        const isField = !/\/(?:then|if)$/.test(path);
        if (isField && (!field.title || !field.description)) untold.push(`${path}/${name}`);
      }
      for (const [name, inner] of Object.entries(value)) look(inner, `${path}/${name}`);
    };
    look(registrySchema(), '');
    expect(untold).toEqual([]);
  });
});
