import { describe, expect, it } from 'vitest';
import { imported } from './support.js';

const query = (name: string, rest: object) => ({ name, in: 'query', schema: { type: 'string' }, ...rest });

async function rowsOf(parameters: object[], options: object = {}) {
  const { connector, secrets, notes } = await imported({ parameters }, {}, options);
  return { ...connector, secrets, notes: notes.join('\n') };
}

describe('query parameters', () => {
  it('become rows where they are required or have a default', async () => {
    const { query_parameters, notes } = await rowsOf([
      query('needed', { required: true }),
      query('shown', { required: true, example: 'x & y' }),
      query('chosen', { required: true, schema: { type: 'string', enum: ['a', 'b'] } }),
      query('page', { schema: { type: 'integer', default: 1 } }),
      query('off', { schema: { type: 'boolean', default: false } }),
      query('free', { example: 'never sent' }),
    ]);

    expect(query_parameters).toEqual([
      { key: 'needed', value: '', overridable: true },
      { key: 'shown', value: 'x & y', overridable: true },
      { key: 'chosen', value: 'a', overridable: true },
      { key: 'page', value: '1', overridable: true },
      { key: 'off', value: 'false', overridable: true },
    ]);
    expect(notes).toContain("'needed' is required and has no value");
    expect(notes).toContain("'shown' is the example of the document");
    expect(notes).toMatch(/left out; what a caller sends of them goes through: free\./);
  });

  it('that are credentials come from secrets, and nobody overrides them', async () => {
    const { query_parameters, headers, secrets, notes } = await rowsOf([
      query('api_key', { required: true, example: '4f9a8b7c6d5e4f3a2b1c9d8e' }),
      { ...query('X-Api-Token', { required: true }), in: 'header' },
      query('token', { schema: { type: 'string', default: '4f9a8b7c6d5e4f3a2b1c9d8e' } }),
      query('page_token', { required: true, example: '4f9a8b7c6d5e4f3a2b1c9d8e' }),
    ]);

    expect(query_parameters).toEqual([
      { key: 'api_key', value: "{{ get_secret('acme_api_key') }}" },
      { key: 'token', value: '', overridable: true },
      { key: 'page_token', value: '', overridable: true },
    ]);
    expect(headers).toEqual([{ key: 'X-Api-Token', value: "{{ get_secret('acme_api_token') }}" }]);
    expect(secrets).toEqual([
      { name: 'acme_api_token', value: '' },
      { name: 'acme_api_key', value: '' },
    ]);
    expect(notes).not.toContain('4f9a8b7c');
  });

  it.each([
    [{ style: 'form', explode: false }, 'a,b'],
    [{ style: 'pipeDelimited' }, 'a|b'],
    [{ style: 'spaceDelimited' }, 'a b'],
    [{}, 'a'],
  ])('write lists in their style: %j', async (style, value) => {
    const schema = { type: 'array', items: { type: 'string' }, default: ['a', 'b'] };
    const { query_parameters, notes } = await rowsOf([query('list', { required: true, schema, ...style })]);

    expect(query_parameters?.[0]?.value).toBe(value);
    expect(notes.includes('repeats for each item')).toBe(value === 'a');
  });

  it('of the operation replace those of the path', async () => {
    const responses = { 200: { description: 'ok' } };
    const item = {
      parameters: [
        query('a', { required: true, example: 'path' }),
        query('b', { required: true, example: 'b' }),
      ],
      get: { parameters: [query('a', { required: true, example: 'own' })], responses },
    };
    const { connector } = await imported({}, { paths: { '/things': item } });

    expect(connector.query_parameters).toEqual([
      { key: 'a', value: 'own', overridable: true },
      { key: 'b', value: 'b', overridable: true },
    ]);
  });
});

describe('headers', () => {
  it('leave content negotiation, cookies and impossible names out', async () => {
    const header = (name: string) => ({ ...query(name, { required: true, example: 'v' }), in: 'header' });
    const { headers, notes } = await rowsOf([
      header('Accept'),
      header('content-type'),
      header('Authorization'),
      header('X-Good'),
      header('X Bad'),
      { ...query('sid', {}), in: 'cookie' },
    ]);

    expect(headers).toEqual([{ key: 'X-Good', value: 'v', overridable: true }]);
    expect(notes).toContain("The header 'X Bad' was left out");
    expect(notes).toContain('Cookies are not sent: sid.');
  });
});

describe('path parameters', () => {
  const path = (name: string, rest: object = {}) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...rest,
  });

  it.each([
    ['/a/{id}', '/a/{{ pathParams.id }}', ['id']],
    ['/a/{id}/b/{id}', '/a/{{ pathParams.id }}/b/{{ pathParams.id }}', ['id']],
    ['/a/{order-id}', '/a/{{ pathParams.order_id }}', ['order_id']],
    ['/a/{a-b}/{a_b}', '/a/{{ pathParams.a_b }}/{{ pathParams.a_b_2 }}', ['a_b', 'a_b_2']],
    ['/a/{keys}', '/a/{{ pathParams.keys_value }}', ['keys_value']],
    ['/a/{_id}', '/a/{{ pathParams.id }}', ['id']],
    ['/a/{2fa}', '/a/{{ pathParams.n2fa }}', ['n2fa']],
    ['/a({id}):copy', '/a({{ pathParams.id }}):copy', ['id']],
    ['/ä/{é}', '/%C3%A4/{{ pathParams.e }}', ['e']],
  ])('of %s', async (template, expected, keys) => {
    const { url, path_parameters } = await rowsOf([], { path: template });

    expect(url).toBe(`https://api.acme.io${expected}`);
    expect(path_parameters).toEqual(keys.map((key) => ({ key })));
  });

  it('keep the styles of OpenAPI', async () => {
    const { url } = await rowsOf([path('a', { style: 'matrix' }), path('b', { style: 'label' })], {
      path: '/x{a}/{b}',
    });

    expect(url).toBe('https://api.acme.io/x;a={{ pathParams.a }}/.{{ pathParams.b }}');
  });

  it('whose values the platform may refuse have a note', async () => {
    const email = path('email', { schema: { type: 'string', format: 'email' } });

    expect((await rowsOf([email], { path: '/a/{email}' })).notes).toContain(
      'takes values of the format email',
    );
  });

  it('in the query of a path become query parameters', async () => {
    const { url, query_parameters } = await rowsOf([], { path: '/a?kind=x&id={id}#part' });

    expect(url).toBe('https://api.acme.io/a');
    expect(query_parameters).toEqual([
      { key: 'kind', value: 'x' },
      { key: 'id', value: '', overridable: true },
    ]);
  });
});
