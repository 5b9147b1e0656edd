import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/platform/clock.js';
import { keyFile } from '../support/keys.js';
import { type RunInput, runSteps } from '../support/run.js';
import { type Assertion, jwtBearerEndpoint, type TokenServerOptions } from '../support/token-server.js';
import { type Answer, json, startUpstream, type Upstream } from '../support/upstream.js';

const now = 1_700_000_000;
const api = 'https://api.example.com';
const auth = 'https://auth.example.com';
const server: TokenServerOptions = {
  publicKey: 'rsa-public.pem',
  algorithm: 'RS256',
  issuer: 'client-1',
  audience: 'https://auth.example.com/',
  now,
};

let upstream: Upstream;
let accepted: Assertion[];
let endpoint: Answer;

beforeEach(async () => {
  accepted = [];
  endpoint = jwtBearerEndpoint(server, accepted);
  upstream = await startUpstream((request, response, socket) =>
    request.path.startsWith('/token') ? endpoint(request, response, socket) : json(response, { ok: true }),
  );
});
afterEach(() => upstream.close());

const authentication = (config: Record<string, unknown> = {}) => ({
  type: 'oauth_jwt_bearer',
  config: {
    client_id: '{{ get_variable("client") }}',
    private_key: "{{ get_secret('key') }}",
    token_url: `${auth}/token`,
    subject: '{{ user.email }}',
    audience: server.audience,
    ...config,
  },
});
const step = (name: string, config: Record<string, unknown> = {}) => ({
  name,
  url: `${api}/${name}`,
  authentication: authentication(config),
});
const run = (input: RunInput) =>
  runSteps({
    routes: { [api]: upstream.origin, [auth]: upstream.origin },
    secrets: { key: keyFile('rsa-pkcs8.pem') },
    variables: { client: 'client-1' },
    now,
    ...input,
  });
const paths = () => upstream.received.map((each) => each.path);
const tokenRequests = () => paths().filter((path) => path.startsWith('/token')).length;

describe('the assertion', () => {
  it('is one that a strict server accepts, and its token goes out', async () => {
    const { result, collected } = await run({ steps: [step('only')] });
    expect(result.error).toBeNull();
    expect(accepted).toEqual([
      {
        payload: { iss: 'client-1', sub: 'ada@example.com', aud: server.audience, iat: now, exp: now + 180 },
        header: { alg: 'RS256', typ: 'JWT' },
      },
    ]);
    const token = 'token-for-ada@example.com-1';
    expect(upstream.received[1]?.headers.authorization).toBe(`Bearer ${token}`);
    const assertion = new URLSearchParams(upstream.received[0]?.body).get('assertion') ?? '';
    expect([...collected]).toEqual(expect.arrayContaining([token, assertion, assertion.split('.')[2]]));
    expect(result.steps[0]?.requests.map((each) => each.purpose)).toEqual(['token', 'call']);
    expect(result.steps[0]?.phases?.auth_ms).toBeGreaterThan(0);
    expect(result.warnings).toEqual([]);
  });

  it('takes additional claims, which have the last word, and headers', async () => {
    const additional = { scope: 'read', exp: '{{ now(60) }}', aud: [server.audience, 'https://other'] };
    await run({
      steps: [
        step('only', {
          additional_claims: additional,
          jwt_headers: { kid: "{{ 'key-' ~ 1 }}" },
          audience: 'x',
        }),
      ],
    });
    expect(accepted[0]?.payload).toMatchObject({ scope: 'read', exp: now + 60, aud: additional.aud });
    expect(accepted[0]?.header).toEqual({ alg: 'RS256', kid: 'key-1', typ: 'JWT' });
    const assertion = new URLSearchParams(upstream.received[0]?.body).get('assertion') ?? '';
    const claims = Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString();
    expect(Object.keys(JSON.parse(claims))).toEqual(['iss', 'sub', 'aud', 'iat', 'exp', 'scope']);
  });

  it('is signed with the algorithm that the configuration names', async () => {
    endpoint = jwtBearerEndpoint(
      { ...server, algorithm: 'ES256', publicKey: 'ec-p-256-public.pem' },
      accepted,
    );
    const { result } = await run({
      steps: [step('only', { algorithm: 'ES256' })],
      secrets: { key: keyFile('ec-p-256-sec1.pem') },
    });
    expect(result.ok).toBe(true);
    expect(accepted).toHaveLength(1);
  });

  it('that the server refuses fails the step with what it said', async () => {
    const { result } = await run({ steps: [step('only', { audience: 'https://elsewhere' })] });
    expect(result).toMatchObject({
      status: 502,
      error: { scope: "Composite step 'only' (index 0): Downstream (HTTP error)" },
    });
    expect(result.error?.detail).toContain('HTTP 400: invalid_grant (unexpected "aud" claim value)');
    expect(result.steps[0]?.failure?.advice).toContain('`audience`');
    expect(paths()).toEqual(['/token']);
  });

  it('that cannot be signed is a signing failure, and nothing is sent', async () => {
    const { result } = await run({
      steps: [step('only')],
      secrets: { key: keyFile('rsa-encrypted.pem') },
    });
    expect(result).toMatchObject({
      status: 422,
      error: { scope: "Composite step 'only' (index 0): Authentication (JWT signing)" },
    });
    expect(result.steps[0]?.failure?.advice).toContain('openssl pkey');
    expect(paths()).toEqual([]);
  });
});

describe('the token', () => {
  it('is shared by steps and runs that agree, and fetched once', async () => {
    const { result } = await run({ steps: [step('a'), step('b'), step('c')], times: 2 });
    expect(paths()).toEqual(['/token', '/a', '/b', '/c', '/a', '/b', '/c']);
    expect(result.warnings).toEqual([]);
  });

  it('is not shared with another client, key or token URL', async () => {
    endpoint = (_request, response) => json(response, { access_token: 'some-token', expires_in: 3600 });
    await run({
      steps: [
        step('a'),
        step('b', { client_id: 'client-2' }),
        step('c', { private_key: keyFile('rsa-pss.pem'), algorithm: 'PS256' }),
        step('d', { token_url: `${auth}/token2` }),
      ],
    });
    expect(tokenRequests()).toBe(4);
  });

  it.each([
    ['`subject`', { subject: 'grace@example.com' }],
    ['`audience`', { audience: 'https://other' }],
    ['`additional_claims`', { additional_claims: { role: 'admin' } }],
    ['`subject` and `audience`', { subject: 'grace', audience: 'https://other' }],
  ])('is shared with another %s as well, with a warning', async (named, config) => {
    const { result } = await run({ steps: [step('a'), step('b', config)] });
    expect(paths()).toEqual(['/token', '/a', '/b']);
    expect(result.warnings).toMatchObject([{ code: 'token-shared', step: 'b' }]);
    expect(result.warnings[0]?.message).toContain(`fetched for another ${named}:`);
  });

  it('is shared without a warning where only passing claims differ', async () => {
    const config = (jti: string) => ({ additional_claims: { jti, nbf: '{{ now() }}', role: 'reader' } });
    const { result } = await run({ steps: [step('a', config('1')), step('b', config('2'))] });
    expect(tokenRequests()).toBe(1);
    expect(result.warnings).toEqual([]);
  });

  it.each([
    [60, 2],
    [61, 1],
    ['61', 1],
    ["{{ get_variable('ttl') }}", 1],
    [0, 2],
    [60.5, 1],
    [undefined, 1],
  ])('with token_ttl %j is kept that long, less a minute', async (ttl, requests) => {
    const steps = [step('a', { token_ttl: ttl }), step('b', { token_ttl: ttl })];
    await run({ steps, variables: { client: 'client-1', ttl: '120' } });
    expect(tokenRequests()).toBe(requests);
  });

  it.each([-5, "{{ 'soon' }}", "{{ '' }}", "{{ 'NaN' }}", "{{ '1e9' }}"])(
    'refuses the token_ttl %j',
    async (ttl) => {
      const { result } = await run({ steps: [step('a', { token_ttl: ttl })] });
      expect(result.status).toBe(422);
      expect(result.steps[0]?.failure?.template).toMatchObject({
        field: 'authentication.config.token_ttl',
        message: expect.stringContaining('must be a number of seconds'),
      });
      expect(paths()).toEqual([]);
    },
  );

  it('that lives shorter than token_ttl gets a warning', async () => {
    const { result } = await run({ steps: [step('a', { token_ttl: 7200 })] });
    expect(result.warnings).toMatchObject([{ code: 'token-ttl-too-long' }]);
    expect(result.warnings[0]?.message).toContain('Set `token_ttl` to 3600');
  });

  it('that expires in the middle of a run is fetched again', async () => {
    let passed_ms = 0;
    const clock: Clock = {
      now_ms: () => passed_ms,
      date_ms: () => now * 1000 + passed_ms,
      unixSeconds: () => now,
    };
    upstream.received.length = 0;
    const seen: string[] = [];
    endpoint = (request, response, socket) => {
      seen.push(request.path);
      return jwtBearerEndpoint(server, accepted)(request, response, socket);
    };
    const { result } = await run({
      steps: [step('a', { token_ttl: 100 }), step('b', { token_ttl: 100 }), step('c', { token_ttl: 100 })],
      clock,
      // The clock moves on when a step ends: 30 s in all after the first, 60 s after the second.
      abortOn: (event) => {
        if (event.type === 'step-finished') passed_ms += 30_000;
        return false;
      },
    });
    expect(result.ok).toBe(true);
    expect(paths()).toEqual(['/token', '/a', '/b', '/token', '/c']);
  });
});
