import { describe, expect, it } from 'vitest';
import { imported } from './support.js';

const oauth = (flows: object) => ({ type: 'oauth2', flows });
const schemes = {
  header: { type: 'apiKey', in: 'header', name: 'X-Key' },
  query: { type: 'apiKey', in: 'query', name: 'api_key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 's;id' },
  bearer: { type: 'http', scheme: 'Bearer' },
  basic: { type: 'http', scheme: 'basic' },
  digest: { type: 'http', scheme: 'digest' },
  machine: oauth({ clientCredentials: { tokenUrl: 'https://id.acme.io/token', scopes: { a: '', b: '' } } }),
  user: oauth({
    authorizationCode: {
      authorizationUrl: 'https://id.acme.io/a',
      tokenUrl: 'https://id.acme.io/t',
      scopes: {},
    },
  }),
  oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://id.acme.io/.well-known/openid-configuration' },
};

/** Only the schemes that are named, so that each is the only one of its kind. */
async function secured(security: Record<string, string[]>[], rest: object = {}) {
  const names = security.flatMap((each) => Object.keys(each));
  const securitySchemes = Object.fromEntries(
    Object.entries({ ...schemes, ...rest }).filter(([name]) => names.includes(name)),
  );
  const { connector, secrets, notes } = await imported({ security }, { components: { securitySchemes } });
  return {
    ...connector,
    secrets: secrets.map(({ name }) => name),
    values: secrets.map(({ value }) => value),
    notes: notes.join('\n'),
  };
}

describe('the security of an operation', () => {
  it('is an API key', async () => {
    const { authentication, secrets, values } = await secured([{ header: [] }]);

    expect(authentication).toEqual({
      type: 'api_key',
      config: { key: 'X-Key', value: "{{ get_secret('acme_api_key') }}", in: 'header' },
    });
    expect(secrets).toEqual(['acme_api_key']);
    expect(values).toEqual(['']);
    expect((await secured([{ query: [] }])).authentication?.config).toMatchObject({
      key: 'api_key',
      in: 'query',
    });
  });

  it('is a key in a cookie', async () => {
    const { headers, notes } = await secured([{ cookie: [] }]);

    expect(headers).toEqual([{ key: 'Cookie', value: "s%3Bid={{ get_secret('acme_session') }}" }]);
    expect(notes).toContain('goes out in a `Cookie` header');
  });

  it('is a bearer token', async () => {
    expect((await secured([{ bearer: [] }])).headers).toEqual([
      { key: 'Authorization', value: "Bearer {{ get_secret('acme_token') }}" },
    ]);
  });

  it('is a user and a password', async () => {
    const { headers, secrets } = await secured([{ basic: [] }]);

    expect(headers?.[0]?.value).toBe(
      "Basic {{ (get_secret('acme_username') ~ ':' ~ get_secret('acme_password')) | base64_encode }}",
    );
    expect(secrets).toEqual(['acme_username', 'acme_password']);
  });

  it('is client credentials, with the scopes that the operation asks for', async () => {
    expect((await secured([{ machine: ['a', '{{ b }}'] }])).authentication).toEqual({
      type: 'oauth_client_credentials',
      config: {
        client_id: "{{ get_secret('acme_client_id') }}",
        client_secret: "{{ get_secret('acme_client_secret') }}",
        token_url: 'https://id.acme.io/token',
        scope: "a {{ '{{' }} b }}",
      },
    });
    expect((await secured([{ machine: [] }])).authentication?.config).not.toHaveProperty('scope');
  });

  it.each([
    ['/oauth/token', 'https://api.acme.io/oauth/token'],
    ['http://id.acme.io/token?x={y}', 'https://id.acme.io/token?x=%7By%7D'],
    ['http://localhost/token', "https://{{ get_variable('acme_auth_host') }}/token"],
  ])('fetches its token from %s', async (tokenUrl, expected) => {
    const { authentication } = await secured([{ machine: [] }], {
      machine: oauth({ clientCredentials: { tokenUrl, scopes: {} } }),
    });

    expect(authentication?.config.token_url).toBe(expected);
  });

  it.each(['user', 'oidc'])('%s signs a user in: a token from a secret, and a note', async (name) => {
    const { headers, notes } = await secured([{ [name]: [] }]);

    expect(headers?.[0]?.value).toBe("Bearer {{ get_secret('acme_token') }}");
    expect(notes).toContain(`'${name}' signs a user in`);
  });

  it('may be nothing, or nothing that connectors have', async () => {
    expect((await secured([])).authentication).toBeUndefined();
    const { headers, authentication, secrets, notes } = await secured([{ digest: [] }]);

    expect([headers, authentication]).toEqual([undefined, undefined]);
    expect(secrets).toEqual([]);
    expect(notes).toContain("The authentication 'digest' (digest) was left out");
  });

  it('is the best of several alternatives, the first of equal ones', async () => {
    const { authentication, notes } = await secured([
      { user: [] },
      { digest: [] },
      { machine: [] },
      { header: [] },
      {},
    ]);

    expect(authentication?.type).toBe('oauth_client_credentials');
    expect(notes).toContain('this connector has machine, and not header, user, none at all, digest');
  });

  it('is all of what is asked for together, as far as there is room', async () => {
    const { authentication, headers, query_parameters, secrets } = await secured([
      { header: [], query: [], bearer: [] },
    ]);

    expect(authentication?.config).toMatchObject({ key: 'X-Key', value: "{{ get_secret('acme_header') }}" });
    expect(query_parameters).toEqual([{ key: 'api_key', value: "{{ get_secret('acme_query') }}" }]);
    expect(headers).toEqual([{ key: 'Authorization', value: "Bearer {{ get_secret('acme_token') }}" }]);
    expect(secrets).toEqual(['acme_header', 'acme_query', 'acme_token']);
  });

  it.each([[['header', 'machine']], [['machine', 'header']]])(
    'gives client credentials the block, and a key a row: %s',
    async (names) => {
      const { authentication, headers } = await secured([
        Object.fromEntries(names.map((name) => [name, []])),
      ]);

      expect(authentication?.type).toBe('oauth_client_credentials');
      expect(JSON.stringify([authentication, headers])).toContain("get_secret('acme_api_key')");
      expect(JSON.stringify([authentication, headers])).toContain("get_secret('acme_client_id')");
    },
  );

  it.each([[['bearer', 'machine']], [['machine', 'bearer']], [['bearer', 'basic']]])(
    'sets Authorization once, and says so: %s',
    async (names) => {
      const {
        authentication,
        headers = [],
        notes,
      } = await secured([Object.fromEntries(names.map((name) => [name, []]))]);

      expect(headers.length + (authentication ? 1 : 0)).toBe(1);
      expect(notes).toMatch(/Authorization/);
    },
  );
});
