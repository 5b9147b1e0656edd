import { describe, expect, it } from 'vitest';
import { errorOf, imported } from './support.js';

const urlWith = async (servers: object[], options: object = {}) => {
  const { connector, variables, notes } = await imported({}, { servers }, options);
  return { url: connector.url, variables, notes: notes.join('\n') };
};

describe('the server of an operation', () => {
  it.each([
    ['https://api.acme.io/v1/', 'https://api.acme.io/v1/things'],
    ['https://api.acme.io:8443', 'https://api.acme.io:8443/things'],
    ['http://api.acme.io', 'https://api.acme.io/things'],
    ['https://ada:secret@api.acme.io', 'https://api.acme.io/things'],
    ['https://api.acme.io/v1?debug=1#top', 'https://api.acme.io/v1/things'],
    ['https://api.acme.io/a b/{{%', 'https://api.acme.io/a%20b/%7B%7B%25/things'],
  ])('%s', async (url, expected) => {
    const { url: made, notes } = await urlWith([{ url }]);

    expect(made).toBe(expected);
    expect(notes).not.toContain('secret@');
  });

  it('says what it changed', async () => {
    expect((await urlWith([{ url: 'http://api.acme.io' }])).notes).toContain('connectors call HTTPS only');
    expect((await urlWith([{ url: 'https://a:b@api.acme.io' }])).notes).toContain('user and password');
  });

  it('keeps the choice of a host in a variable, and writes the default of a path', async () => {
    const { url, variables, notes } = await urlWith([
      {
        url: '{scheme}://{tenant}.{region}.acme.io:{port}/{version}',
        variables: {
          scheme: { default: 'http', enum: ['http', 'https'] },
          tenant: { default: 'your-tenant' },
          region: { default: 'eu', enum: ['eu', 'us'] },
          port: { default: '8443' },
          version: { default: 'v2' },
        },
      },
    ]);

    expect(url).toBe(
      "https://{{ get_variable('acme_tenant') }}.{{ get_variable('acme_region') }}.acme.io:8443/v2/things",
    );
    expect(variables).toEqual([
      { name: 'acme_tenant', value: '' },
      { name: 'acme_region', value: 'eu' },
    ]);
    expect(notes).toContain('set it before the first call');
    expect(notes).toContain('(eu, us)');
  });

  it('writes out what a variable cannot stand for', async () => {
    const part = await urlWith([
      { url: 'https://api-{region}.acme.io', variables: { region: { default: 'eu' } } },
    ]);

    expect(part.url).toBe('https://api-eu.acme.io/things');
    expect(part.notes).toContain('a variable cannot stand for a part of a label');
    const only = await urlWith([
      { url: 'https://{r}.acme.io', variables: { r: { default: 'eu', enum: ['eu'] } } },
    ]);
    expect(only.url).toBe('https://eu.acme.io/things');
  });

  it('takes a variable that is a whole origin', async () => {
    const base = { default: 'https://api.acme.io/' };

    expect((await urlWith([{ url: '{base}/v1', variables: { base } }])).url).toBe(
      'https://api.acme.io/v1/things',
    );
  });

  it.each([
    ['http://localhost:8080/v1', '/v1'],
    ['https://127.0.0.1/v1', '/v1'],
    ['https://10.0.0.5/v1', '/v1'],
    ['https://2130706433/v1', '/v1'],
    ['/v1', '/v1'],
    ['', ''],
    ['v1', '/v1'],
  ])('%s cannot be called: a variable stands for the host', async (url, base) => {
    const made = await urlWith([{ url }]);

    expect(made.url).toBe(`https://{{ get_variable('acme_host') }}${base}/things`);
    expect(made.variables).toEqual([{ name: 'acme_host', value: '' }]);
    expect(made.notes).toContain("set the variable 'acme_host'");
  });

  it('may be missing', async () => {
    expect((await urlWith([])).url).toBe("https://{{ get_variable('acme_host') }}/things");
  });

  it('is the first that can be called, or the one that was asked for', async () => {
    const servers = [
      { url: 'http://localhost' },
      { url: 'https://api.acme.io' },
      { url: 'https://eu.acme.io' },
    ];
    const first = await urlWith(servers);

    expect(first.url).toBe('https://api.acme.io/things');
    expect(first.notes).toContain('the document also has http://localhost, https://eu.acme.io');
    expect((await urlWith(servers, { server: 2 })).url).toBe('https://eu.acme.io/things');
    expect(await errorOf(urlWith(servers, { server: 3 }))).toMatchObject({
      code: 'openapi-unknown-server',
      message: 'There is no server 3: the operation has 3.',
    });
  });

  it('of the operation comes before that of its path and of the document', async () => {
    const own = { servers: [{ url: 'https://own.acme.io' }] };

    expect((await imported(own)).connector.url).toBe('https://own.acme.io/things');
    const paths = {
      '/things': {
        servers: [{ url: 'https://path.acme.io' }],
        get: { responses: { 200: { description: 'ok' } } },
      },
    };
    expect((await imported({}, { paths })).connector.url).toBe('https://path.acme.io/things');
  });
});
