import { decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretMask } from '../../src/config/index.js';
import { keyFile } from '../support/keys.js';
import { type RunInput, runConnector, runSteps, runText } from '../support/run.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream((_request, response) => json(response, { ok: true }));
});
afterEach(() => upstream.close());

const api = 'https://api.example.com';
const now = 1_700_000_000;
const secret = 'a shared secret of thirty-two bytes and more, for every HMAC there is';
const rsa = keyFile('rsa-pkcs8.pem');

const run = (input: Partial<RunInput> & { config: Record<string, unknown> }) => {
  const { config, ...rest } = input;
  const authentication = { type: 'jwt', config: { private_key: "{{ get_secret('key') }}", ...config } };
  return runSteps({
    steps: [{ name: 'only', url: `${api}/only`, authentication }],
    routes: { [api]: upstream.origin },
    secrets: { key: rsa },
    now,
    ...rest,
  });
};

function sentToken(): string {
  const [scheme, token = ''] = (upstream.received[0]?.headers.authorization ?? '').split(' ');
  expect(scheme).toBe('Bearer');
  return token;
}
const segment = (token: string, index: number) =>
  Buffer.from(token.split('.')[index] ?? '', 'base64url').toString();

const families: [algorithms: string[], privateKey: string, publicKey: string][] = [
  [['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'], 'rsa-pkcs8.pem', 'rsa-public.pem'],
  [['ES256'], 'ec-p-256.pem', 'ec-p-256-public.pem'],
  [['ES384'], 'ec-p-384.pem', 'ec-p-384-public.pem'],
  [['ES512'], 'ec-p-521.pem', 'ec-p-521-public.pem'],
  [['EdDSA'], 'ed25519.pem', 'ed25519-public.pem'],
];
const pairs = families.flatMap(([algorithms, ...files]) => algorithms.map((name) => [name, ...files]));

describe('an independent verifier accepts', () => {
  const claims = { sub: '{{ user.email }}', exp: '{{ now(60) }}' };
  const expected = { sub: 'ada@example.com', exp: now + 60 };
  const currentDate = new Date(now * 1000);

  it.each(pairs)('%s', async (algorithm = '', privateKey = '', publicKey = '') => {
    await run({ config: { algorithm, claims }, secrets: { key: keyFile(privateKey) } });
    const key = await importSPKI(keyFile(publicKey), algorithm);
    const { payload } = await jwtVerify(sentToken(), key, { algorithms: [algorithm], currentDate });
    expect(payload).toEqual(expected);
  });

  it.each(['HS256', 'HS384', 'HS512'])('%s', async (algorithm) => {
    await run({ config: { algorithm, claims }, secrets: { key: secret } });
    const { payload } = await jwtVerify(sentToken(), Buffer.from(secret), {
      algorithms: [algorithm],
      currentDate,
    });
    expect(payload).toEqual(expected);
  });
});

describe('claims and headers', () => {
  it('RS256 is the algorithm that is not named', async () => {
    await run({ config: { claims: {} } });
    expect(segment(sentToken(), 0)).toBe('{"alg":"RS256","typ":"JWT"}');
    expect(segment(sentToken(), 1)).toBe('{}');
  });

  it('renders every text, however deep, and leaves everything else as it is written', async () => {
    const text = `{"composite_connectors": [{"name": "Under Test", "steps": [{"name": "only", "url": "${api}/only",
      "authentication": {"type": "jwt", "config": {"private_key": "{{ get_secret('key') }}", "algorithm": "{{ 'HS' ~ 256 }}",
      "claims": {"z": 12345678901234567890123, "a": [1.0, 1e2, true, null, ["{{ user.id }}", {"{{ key }}": "{{ tenant_id }}"}]],
        "exp": "{{ now() + 60 }}", "iat": "0170", "nbf": 1.50, "name": "{{ '<A & B>' }}", "ö": "é"},
      "jwt_headers": {"kid": "{{ user.username }}", "x": {"y": ["{{ 1 + 1 }}"]}}}}}]}]}`;
    await runText(text, { routes: { [api]: upstream.origin }, secrets: { key: secret }, now });
    expect(segment(sentToken(), 0)).toBe('{"alg":"HS256","kid":"ada","typ":"JWT","x":{"y":["2"]}}');
    expect(segment(sentToken(), 1)).toBe(
      `{"z":12345678901234567890123,"a":[1.0,100.0,true,null,["42",{"{{ key }}":"acme"}]],` +
        `"exp":1700000060,"iat":170,"nbf":1.5,"name":"&lt;A &amp; B&gt;","\\u00f6":"\\u00e9"}`,
    );
  });

  it('signs anew on every call', async () => {
    await run({ config: { claims: { sub: 'x' }, algorithm: 'PS256' }, times: 2 });
    const [first, second] = upstream.received.map((each) => each.headers.authorization);
    expect(first).not.toBe(second);
    expect(upstream.received).toHaveLength(2);
  });

  it.each(['{{ now() }}.5', ' {{ now() }}', '', '-5', '{{ nothing }}', '١٢'])(
    'leaves the date %j a text, and warns',
    async (exp) => {
      const { result } = await run({ config: { claims: { exp } } });
      expect(typeof decodeJwt(sentToken()).exp).toBe('string');
      expect(result.warnings).toMatchObject([{ code: 'jwt-date-not-digits', step: 'only' }]);
    },
  );

  it('takes earlier steps and the caller into the claims, and nothing of a secret into the result', async () => {
    const first = { name: 'first', url: `${api}/first` };
    const config = {
      private_key: "{{ get_secret('key') }}",
      claims: { ok: '{{ steps.first.status_code }}', body: '{{ request.body_text }}' },
    };
    const steps = [first, { name: 'second', url: `${api}/second`, authentication: { type: 'jwt', config } }];
    await run({ config: {}, steps, call: { payload: '{"a":"b"}' } });
    const token = upstream.received[1]?.headers.authorization?.slice('Bearer '.length) ?? '';
    expect(decodeJwt(token)).toEqual({ ok: '200', body: '{&#34;a&#34;:&#34;b&#34;}' });
  });

  it('counts signing as authentication in the timeline', async () => {
    const { result } = await run({ config: { claims: {} } });
    expect(result.steps[0]?.timeline.map((each) => each.phase)).toContain('auth');
  });

  it('replaces an Authorization header of the step', async () => {
    const authentication = {
      type: 'jwt',
      config: { private_key: secret, algorithm: 'HS256', claims: { a: 1 } },
    };
    const headers = [{ key: 'authorization', value: 'Basic abc' }];
    await run({ config: {}, steps: [{ name: 'only', url: `${api}/only`, headers, authentication }] });
    expect(decodeProtectedHeader(sentToken())).toEqual({ alg: 'HS256', typ: 'JWT' });
  });
});

describe('a simple connector', () => {
  const connector = (config: Record<string, unknown>) => ({
    url: `${api}/simple`,
    authentication: { type: 'jwt', config: { private_key: "{{ get_secret('key') }}", ...config } },
  });
  const input = () => ({ routes: { [api]: upstream.origin }, secrets: { key: rsa }, now });

  it('is authenticated in the same way', async () => {
    const { result } = await runConnector(connector({ claims: { exp: 'soon' } }), input());
    expect(decodeJwt(sentToken())).toEqual({ exp: 'soon' });
    expect(result.warnings).toMatchObject([{ code: 'jwt-date-not-digits', step: null }]);
  });

  it('has a scope of its own where signing fails', async () => {
    const { result } = await runConnector(connector({ algorithm: 'HS256', claims: {} }), input());
    expect(result).toMatchObject({ status: 422, error: { scope: 'Authentication (JWT signing)' } });
    expect(result.error?.detail).toContain('HS256 needs a shared secret');
  });
});

describe('what cannot be signed', () => {
  const scope = "Composite step 'only' (index 0): Authentication (JWT signing)";

  it.each([
    ['private_key', { claims: {} }, { key: keyFile('rsa-public.pem') }, 'this is a public key'],
    ['private_key', { claims: {} }, {}, "the literal text {{ get_secret('key') }}"],
    ['algorithm', { algorithm: "{{ 'RS' ~ 1 }}", claims: {} }, { key: rsa }, '"RS1" is not a supported'],
    ['jwt_headers', { claims: {}, jwt_headers: { kid: 5 } }, { key: rsa }, '`kid` must be text'],
    ['jwt_headers', { claims: {}, jwt_headers: { alg: 'none' } }, { key: rsa }, '"none" is not a supported'],
    ['claims', { claims: { iss: 7 } }, { key: rsa }, 'Issuer (iss) must be a string.'],
  ])('fails the step at %s: %j', async (name, config, secrets, detail) => {
    const { result } = await run({ config, secrets });
    expect(result).toMatchObject({ ok: false, status: 422, error: { scope } });
    expect(result.error?.detail).toContain(detail);
    expect(result.steps[0]?.failure).toMatchObject({
      kind: 'jwt',
      template: {
        kind: 'jwt',
        field: `authentication.config.${name}`,
        pointer: `/composite_connectors/0/steps/0/authentication/config/${name}`,
        line: expect.any(Number),
      },
    });
    expect(upstream.received).toEqual([]);
  });

  it('shows the template of a key, and none of a key that stands in the registry itself', async () => {
    const secrets = { key: keyFile('rsa-public.pem') };
    const { result } = await run({ config: { claims: {} }, secrets });
    expect(result.steps[0]?.failure?.template).toMatchObject({
      template: "{{ get_secret('key') }}",
      template_position: { line: 1, column: 1, length: 23 },
    });
    const literal = await run({ config: { private_key: secrets.key, claims: {} } });
    expect(literal.result.steps[0]?.failure?.template).toMatchObject({ template_position: null });
  });

  it('a claim whose template fails is a template error with its place', async () => {
    const { result } = await run({ config: { claims: { a: ['x', { b: '{{ nothing.at.all }}' }] } } });
    expect(result.error?.scope).toContain('Configuration (template rendering)');
    expect(result.steps[0]?.failure?.template).toMatchObject({
      field: 'authentication.config.claims.a[1].b',
      pointer: '/composite_connectors/0/steps/0/authentication/config/claims/a/1/b',
      kind: 'undefined',
    });
  });

  it.each([
    ['too deep', `${'['.repeat(150)}${']'.repeat(150)}`, 'levels deep'],
    ['a number without end', '9'.repeat(5000), 'number'],
  ])('%s', async (_what, value, detail) => {
    const text = `{"composite_connectors": [{"name": "Under Test", "steps": [{"name": "only", "url": "${api}/only",
      "authentication": {"type": "jwt", "config": {"private_key": "x", "algorithm": "HS256", "claims": {"a": ${value}}}}}]}]}`;
    const { result } = await runText(text);
    expect(result.status).toBe(422);
    expect(result.error?.detail).toContain(detail);
  });

  it.each([
    [{ private_key: 7, claims: {} }],
    [{ claims: 'x' }],
    [{ claims: [] }],
    [{ claims: {}, jwt_headers: 1 }],
    [{ claims: {}, algorithm: {} }],
  ])('refuses %j before it runs', async (config) => {
    await expect(run({ config })).rejects.toMatchObject({ name: 'UserError', code: 'registry-invalid' });
  });
});

it.each([
  ['a good key', rsa],
  ['half a key', rsa.slice(0, 400)],
  ['literal \\n', rsa.replaceAll('\n', '\\n')],
])('nothing of %s or its token can be read in the masked result', async (_what, key) => {
  for (const privateKey of ["{{ get_secret('key') }}", key]) {
    const config = { private_key: privateKey, claims: { sub: 'x' } };
    const { result, collected } = await run({ config, secrets: { key } });
    const mask = new SecretMask();
    for (const each of collected) mask.add(each);
    const shown = JSON.stringify(mask.maskValue(JSON.parse(JSON.stringify(result))));
    const lines = key.split(/\n|\\n/).filter((line) => line.length >= 16 && !line.startsWith('-----'));
    const token = upstream.received.at(-1)?.headers.authorization?.slice('Bearer '.length);
    for (const canary of [...lines, ...(token ? [token, token.split('.')[2] as string] : [])]) {
      expect(shown).not.toContain(canary);
    }
  }
});
