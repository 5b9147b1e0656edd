import { decodeJwt, importSPKI, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFile } from '../../support/keys.js';
import { type RunInput, runSteps } from '../../support/run.js';
import { json, startUpstream, type Upstream } from '../../support/upstream.js';

let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream((_request, response) => json(response, { ok: true }));
});
afterEach(() => upstream.close());

const api = 'https://api.example.com';
const now = 1_700_000_000;
const run = (step: object, input: Partial<RunInput> = {}) =>
  runSteps({
    steps: [{ name: 'only', url: `${api}/only`, ...step }],
    routes: { [api]: upstream.origin },
    secrets: { key: keyFile('ec-p-256.pem'), shared: 'a-shared-secret' },
    variables: { key: keyFile('ed25519.pem') },
    now,
    ...input,
  });
const inHeader = (template: string) => run({ headers: [{ key: 'X-Jwt', value: template }] });
const sent = () => String(upstream.received[0]?.headers['x-jwt']);
const segment = (index: number) => Buffer.from(sent().split('.')[index] ?? '', 'base64url').toString();

describe('a token that an independent verifier accepts', () => {
  const currentDate = new Date(now * 1000);

  it('in a header', async () => {
    await inHeader(
      "{{ jwt_encode({'sub': user.email, 'exp': now(60)}, get_secret('key'), 'ES256', {'kid': 'k'}) }}",
    );
    const key = await importSPKI(keyFile('ec-p-256-public.pem'), 'ES256');
    const { payload, protectedHeader } = await jwtVerify(sent(), key, { currentDate });
    expect(payload).toEqual({ sub: 'ada@example.com', exp: now + 60 });
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'k', typ: 'JWT' });
  });

  it('in the URL, the query and the body', async () => {
    const call = "jwt_encode({'sub': 'x'}, get_variable('key'), 'EdDSA')";
    await run({
      url: `${api}/only/{{ ${call} }}`,
      method: 'POST',
      query_parameters: [{ key: 't', value: `{{ ${call} }}` }],
      request_body: `{{ {'t': ${call.replace("get_variable('key')", "get_variable('key')")}} | tojson }}`,
    });
    const key = await importSPKI(keyFile('ed25519-public.pem'), 'EdDSA');
    const url = new URL(upstream.received[0]?.path ?? '', api);
    const tokens = [
      url.pathname.split('/')[2],
      url.searchParams.get('t'),
      JSON.parse(upstream.received[0]?.body ?? '{}').t,
    ];
    for (const token of tokens) {
      expect((await jwtVerify(String(token), key)).payload).toEqual({ sub: 'x' });
    }
  });
});

describe('its arguments', () => {
  it.each([
    "jwt_encode({'a': 1}, 'a-shared-secret', 'HS256', {'kid': 'k'})",
    "jwt_encode(payload={'a': 1}, headers={'kid': 'k'}, algorithm='HS256', key='a-shared-secret')",
    "jwt_encode({'a': 1}, get_secret('shared'), algorithm='HS256', headers={'kid': 'k'})",
  ])('%s', async (call) => {
    await inHeader(`{{ ${call} }}`);
    expect(segment(0)).toBe('{"alg":"HS256","kid":"k","typ":"JWT"}');
    const first = sent();
    await inHeader("{{ jwt_encode({'a': 1}, 'a-shared-secret', 'HS256', {'kid': 'k'}) }}");
    expect(upstream.received[1]?.headers['x-jwt']).toBe(first);
  });

  it('keep the digits of numbers and the order of keys, dates included', async () => {
    await inHeader(
      `{% set body = '{"z": 12345678901234567890123, "a": 1.0, "exp": "17"}' | from_json %}{{ jwt_encode(body, 'a-shared-secret', 'HS256') }}`,
    );
    expect(segment(1)).toBe('{"z":12345678901234567890123,"a":1.0,"exp":"17"}');
  });

  it.each(['None', '{}', '[]', "''", 'nothing'])('headers=%s are none', async (headers) => {
    await inHeader(`{{ jwt_encode({}, 'a-shared-secret', 'HS256', ${headers}) }}`);
    expect(segment(0)).toBe('{"alg":"HS256","typ":"JWT"}');
  });

  it('the literal text of a missing secret signs, with a warning', async () => {
    const { result } = await inHeader("{{ jwt_encode({'a': 1}, get_secret('nowhere'), 'HS256') }}");
    expect(decodeJwt(sent())).toEqual({ a: 1 });
    expect(result.warnings).toMatchObject([{ code: 'missing-secret' }]);
  });

  it.each([
    ["jwt_encode({}, 'k')", "jwt_encode() missing 1 required positional argument: 'algorithm'"],
    ["jwt_encode([], 'k', 'HS256')", 'Expecting a mapping object'],
    ["jwt_encode(nothing, 'k', 'HS256')", 'Expecting a mapping object'],
    ["jwt_encode({}, 'k', 'HS256', 'x')", "'str' object has no attribute 'get'"],
    ["jwt_encode({}, 'k', 'HS256', [1])", "'list' object has no attribute 'get'"],
    ["jwt_encode({'a': nothing}, 'k', 'HS256')", 'Object of type Undefined is not JSON serializable'],
    ["jwt_encode({}, None, 'HS256')", 'Expected a string value'],
    ["jwt_encode({}, 5, 'RS256')", 'Expecting a PEM-formatted key.'],
    ["jwt_encode({}, 'k', 'HS256', expires=1)", "unexpected keyword argument 'expires'"],
    ["jwt_encode({}, 'k', 'HS256', {1: 2})", 'not supported between instances of'],
  ])('%s is a template error', async (call, message) => {
    const { result } = await inHeader(`{{ ${call} }}`);
    expect(result.error?.scope).toBe("Composite step 'only' (index 0): Configuration (template rendering)");
    expect(result.error?.detail).toContain(message);
  });
});

describe('a signing failure in a template', () => {
  const template = "x {{ jwt_encode({}, 'no key', 'RS256') }}";

  it.each([
    ['url', 'url', { url: `${api}/${template.slice(2)}` }],
    ['header', 'headers[0].value (X-Jwt)', { headers: [{ key: 'X-Jwt', value: template }] }],
    ['query', 'query_parameters[0].value (t)', { query_parameters: [{ key: 't', value: template }] }],
    ['body', 'request_body', { method: 'POST', request_body: template }],
    [
      'auth value',
      'authentication.config.value',
      { authentication: { type: 'api_key', config: { key: 'k', value: template, in: 'header' } } },
    ],
  ])('in the %s has its own scope and the place of the call', async (_where, field, step) => {
    const { result } = await run(step);
    expect(result).toMatchObject({
      status: 422,
      error: { scope: "Composite step 'only' (index 0): Authentication (JWT signing)" },
    });
    const fault = result.steps[0]?.failure?.template;
    expect(fault).toMatchObject({ field, kind: 'jwt', template_position: { line: 1 } });
    const column = (fault?.template_position?.column ?? 0) - 1;
    expect(fault?.template.slice(column)).toMatch(/^jwt_encode\(/);
    expect(result.steps[0]?.failure?.advice).toContain('BEGIN and END');
    expect(upstream.received).toEqual([]);
  });

  it('collects a key that stands in the template', async () => {
    const { collected } = await inHeader("{{ jwt_encode({}, 'not-a-private-key', 'RS256') }}");
    expect([...collected]).toContain('not-a-private-key');
  });
});

it('is not there in a response body', async () => {
  const { result } = await run({ response_body: "{{ jwt_encode({}, 'a-shared-secret', 'HS256') }}" });
  expect(result.error?.detail).toContain("'jwt_encode' is undefined");
});

it('has a bound on how much one template signs', async () => {
  const { result } = await run({
    headers: [
      {
        key: 'X-Jwt',
        value: "{% for i in range(100000) %}{{ jwt_encode({}, get_secret('key'), 'ES256') }}{% endfor %}",
      },
    ],
  });
  expect(result.error?.detail).toContain('runs more than');
});
