import { describe, expect, it } from 'vitest';
import { derivePermalink, parseRegistry, type Registry } from '../../src/registry/index.js';

const simple = (fields: object) => ({ connectors: [{ name: 'A', url: 'https://a.example', ...fields }] });
const composite = (...steps: object[]) => ({ composite_connectors: [{ name: 'C', steps }] });
const step = (fields: object) => ({ name: 'one', url: 'https://a.example', ...fields });
const parse = (registry: unknown): Registry => parseRegistry(JSON.stringify(registry, null, 2), 'x.json');

/** Every problem as `code pointer`, with the suggestion behind it. */
const problems = (registry: unknown): string[] =>
  parse(registry).problems.map(({ code, pointer, suggestion }) =>
    suggestion === undefined ? `${code} ${pointer}` : `${code} ${pointer} -> ${suggestion}`,
  );

describe('a complete registry', () => {
  const registry = parse({
    $schema: 'https://example.com/schema.json',
    connectors: [
      {
        name: 'Weather API',
        url: 'https://api.example.com/{{ pathParams.city }}',
        method: 'POST',
        headers: [{ key: 'Accept', value: 'a/b' }],
        query_parameters: [{ key: 'q', value: '', overridable: true }],
        path_parameters: [{ key: 'city' }],
        authentication: {
          type: 'jwt',
          config: {
            private_key: 'k',
            claims: { n: 12345678901234567890n.toString(), deep: [1.5, { x: null }] },
          },
        },
        request_body: '{{ body_text }}',
        response_body: '',
        response_content_type: 'text/plain',
      },
    ],
    composite_connectors: [
      { name: 'Orders', permalink: 'orders', steps: [step({}), step({ name: 'two', method: 'DELETE' })] },
    ],
  });

  it('has no problems', () => {
    expect(registry.problems).toEqual([]);
  });

  it('is modelled field by field', () => {
    const [connector] = registry.connectors;
    expect(connector).toMatchObject({
      kind: 'simple',
      name: 'Weather API',
      permalink: 'weather-api',
      permalinkDerived: true,
      method: 'POST',
      pointer: '/connectors/0',
    });
    expect(connector?.headers[0]).toMatchObject({ overridable: false, pointer: '/connectors/0/headers/0' });
    expect(connector?.queryParameters[0]?.overridable).toBe(true);
    expect(connector?.queryParameters[0]?.value?.value).toBe('');
    expect(connector?.pathParameters[0]?.value).toBeNull();
    expect(connector?.requestBody?.pointer).toBe('/connectors/0/request_body');
    expect(connector?.authentication?.type).toBe('jwt');
    expect(connector?.authentication?.text('private_key')?.value).toBe('k');
    expect(connector?.authentication?.text('claims')).toBeNull();
    expect(registry.composites[0]?.steps.map(({ name, method, index }) => [name, method, index])).toEqual([
      ['one', 'GET', 0],
      ['two', 'DELETE', 1],
    ]);
  });

  it('finds entries by permalink in both name spaces', () => {
    expect(registry.find('orders').composite).toHaveLength(1);
    expect(registry.find('orders').simple).toHaveLength(0);
    expect(registry.find('weather-api').simple[0]?.name).toBe('Weather API');
    expect(registry.find('__proto__')).toEqual({ simple: [], composite: [] });
  });

  it('points each text to its place in the file', () => {
    const url = registry.connectors[0]?.url;
    const { text } = registry.file;
    expect(text.slice(url?.span.start, url?.span.end)).toBe(
      '"https://api.example.com/{{ pathParams.city }}"',
    );
  });
});

it('keeps numbers of a configuration as they are written', () => {
  const registry = parseRegistry(
    '{"connectors": [{"name": "A", "url": "https://a", "authentication": {"type": "jwt", "config": {"private_key": "k", "claims": {"id": 12345678901234567890, "one": 1.0}}}}]}',
    'x',
  );
  const claims = registry.connectors[0]?.authentication?.config.get('claims');
  if (claims?.kind !== 'object') throw new Error('claims are no object');
  expect(claims.entries.get('id')).toMatchObject({ kind: 'number', source: '12345678901234567890' });
  expect(claims.entries.get('one')).toMatchObject({ kind: 'number', source: '1.0' });
});

describe('problems of structure', () => {
  const at = '/connectors/0';
  it.each<[string, unknown, string[]]>([
    ['an array for a registry', [], ['not-an-object ']],
    ['neither array', {}, ['no-connectors ']],
    ['an array under another name', { connector: [] }, ['unknown-field /connector -> connectors']],
    ['an entry that is no object', { connectors: ['a'] }, ['wrong-type /connectors/0']],
    ['arrays of the wrong type', { connectors: {} }, ['wrong-type /connectors']],
    ['no name and no url', { connectors: [{}] }, [`missing-field ${at}`, `missing-field ${at}`]],
    ['null for a string', simple({ request_body: null }), [`null-value ${at}/request_body`]],
    ['a number for a string', simple({ url: 5 }), [`wrong-type ${at}/url`]],
    ['an empty url', simple({ url: '' }), [`too-short ${at}/url`]],
    ['a url that is too long', simple({ url: `https://${'a'.repeat(2041)}` }), [`too-long ${at}/url`]],
    ['an unknown method', simple({ method: 'get' }), [`unknown-method ${at}/method -> GET`]],
    ['a bad permalink', simple({ permalink: 'My_link' }), [`bad-permalink ${at}/permalink -> my-link`]],
    ['a permalink that is null', simple({ permalink: null }), [`null-value ${at}/permalink`]],
    ['a name without letters', simple({ name: '★ ★' }), [`underivable-permalink ${at}/name`]],
    ['a misspelt field', simple({ reponse_body: '' }), [`unknown-field ${at}/reponse_body -> response_body`]],
    ['pathParams', simple({ pathParams: [] }), [`unknown-field ${at}/pathParams -> path_parameters`]],
    ['query_params', simple({ query_params: [] }), [`unknown-field ${at}/query_params -> query_parameters`]],
    ['auth', simple({ auth: {} }), [`unknown-field ${at}/auth -> authentication`]],
    ['body', simple({ body: '' }), [`unknown-field ${at}/body -> request_body`]],
    ['a field that means nothing', simple({ 'a/b~': 1 }), [`unknown-field ${at}/a~1b~0`]],
    ['steps of a simple connector', simple({ steps: [] }), [`misplaced-field ${at}/steps`]],
    ['headers as an object', simple({ headers: {} }), [`wrong-type ${at}/headers`]],
    ['a row that is no object', simple({ headers: ['a: b'] }), [`wrong-type ${at}/headers/0`]],
    ['a row without value', simple({ headers: [{ key: 'a' }] }), [`missing-field ${at}/headers/0`]],
    [
      'a row without key',
      simple({ headers: [{ name: 'a', value: '' }] }),
      [`unknown-field ${at}/headers/0/name -> key`],
    ],
    [
      'overridable as text',
      simple({ headers: [{ key: 'a', value: '', overridable: 'no' }] }),
      [`wrong-type ${at}/headers/0/overridable`],
    ],
    [
      'a value that is too long',
      simple({ headers: [{ key: 'a', value: 'x'.repeat(1001) }] }),
      [`too-long ${at}/headers/0/value`],
    ],
    [
      'a header twice',
      simple({
        headers: [
          { key: 'A', value: '' },
          { key: 'a', value: '' },
        ],
      }),
      [`duplicate-row-key ${at}/headers/1/key`],
    ],
    [
      'an empty path value',
      simple({ path_parameters: [{ key: 'a', value: '' }] }),
      [`too-short ${at}/path_parameters/0/value`],
    ],
    ['no authentication type', simple({ authentication: {} }), [`missing-field ${at}/authentication`]],
    [
      'an unknown type',
      simple({ authentication: { type: 'oauth2' } }),
      [`unknown-authentication-type ${at}/authentication/type -> oauth_client_credentials`],
    ],
    [
      'the old api key',
      simple({ authentication: { type: 'apikey', config: { key: 'a', value: 'b', in: 'header' } } }),
      [`deprecated-authentication-type ${at}/authentication/type -> api_key`],
    ],
    ['no config', simple({ authentication: { type: 'jwt' } }), [`missing-field ${at}/authentication`]],
    [
      'missing config fields',
      simple({ authentication: { type: 'api_key', config: { key: 'a', value: 'b' } } }),
      [`missing-field ${at}/authentication/config`],
    ],
    [
      'a config value that is not allowed',
      simple({ authentication: { type: 'api_key', config: { key: 'a', value: 'b', in: 'body' } } }),
      [`bad-authentication-value ${at}/authentication/config/in`],
    ],
    [
      'config beside type',
      simple({ authentication: { type: 'none', client_id: 'x' } }),
      [`misplaced-field ${at}/authentication/client_id`],
    ],
    [
      'a misspelt config field',
      simple({ authentication: { type: 'api_key', config: { key: 'a', value: 'b', in: 'query', inn: '' } } }),
      [`unknown-field ${at}/authentication/config/inn -> in`],
    ],
    ['no steps', { composite_connectors: [{ name: 'C' }] }, ['missing-field /composite_connectors/0']],
    ['empty steps', composite(), ['no-steps /composite_connectors/0/steps']],
    ['a step without url', composite({ name: 'one' }), ['missing-field /composite_connectors/0/steps/0']],
    [
      'a step name that is no slug',
      composite(step({ name: 'Fetch_User' })),
      ['bad-step-name /composite_connectors/0/steps/0/name -> fetch-user'],
    ],
    [
      'a step name twice',
      composite(step({}), step({})),
      ['duplicate-step-name /composite_connectors/0/steps/1/name'],
    ],
    [
      'path parameters on a step',
      composite(step({ path_parameters: [] })),
      ['misplaced-field /composite_connectors/0/steps/0/path_parameters'],
    ],
    [
      'a url on a composite',
      { composite_connectors: [{ name: 'C', url: '', steps: [step({})] }] },
      ['misplaced-field /composite_connectors/0/url'],
    ],
  ])('names %s', (_, registry, expected) => {
    expect(problems(registry)).toEqual(expected);
  });

  it.each([
    ['a templated algorithm', { type: 'jwt', config: { private_key: '', claims: {}, algorithm: '{{ a }}' } }],
    ['type none without config', { type: 'none' }],
    [
      'a number for the life of a token',
      {
        type: 'oauth_jwt_bearer',
        config: { client_id: '', private_key: '', token_url: '', subject: '', audience: '', token_ttl: 60 },
      },
    ],
  ])('lets %s pass', (_, authentication) => {
    expect(problems(simple({ authentication }))).toEqual([]);
  });

  it('counts lengths in characters', () => {
    expect(problems(simple({ name: `${'😀'.repeat(254)}a` }))).toEqual([]);
    expect(problems(simple({ name: `${'😀'.repeat(255)}a` }))).toEqual(['too-long /connectors/0/name']);
  });

  it('names the connector and the step', () => {
    const [problem] = parse(composite(step({ method: 'FETCH' }))).problems;
    expect(problem).toMatchObject({ connector: 'c', step: 'one', severity: 'error' });
  });

  it('gives the problems of one entry', () => {
    const registry = parse({
      connectors: [
        { name: 'A', url: 1 },
        { name: 'B', url: 2 },
      ],
    });
    expect(registry.problemsIn({ pointer: '/connectors/1' }).map(({ pointer }) => pointer)).toEqual([
      '/connectors/1/url',
    ]);
  });
});

describe('permalinks', () => {
  it.each([
    ['Weather API', 'weather-api'],
    ['  --Orders (v2)!  ', 'orders-v2'],
    ['Straße 1', 'stra-e-1'],
    ['日本', ''],
  ])('derives from %j', (name, permalink) => {
    expect(derivePermalink(name)).toBe(permalink);
  });

  it('collide within a name space, derived or given', () => {
    const entry = (name: string, permalink?: string) => ({ name, url: 'https://a', permalink });
    const registry = parse({
      connectors: [entry('My Orders'), entry('Other', 'my-orders'), entry('my orders!')],
      composite_connectors: [{ name: 'my-orders', steps: [step({})] }],
    });
    expect(registry.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'duplicate-permalink /connectors/1/permalink',
      'duplicate-permalink /connectors/2/name',
    ]);
    expect(registry.find('my-orders').simple).toHaveLength(3);
    expect(registry.find('my-orders').composite).toHaveLength(1);
  });
});
