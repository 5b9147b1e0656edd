import { OAuth2Server } from 'oauth2-mock-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFile } from '../support/keys.js';
import { type RunInput, runSteps } from '../support/run.js';
import { type Answer, json, startUpstream, type Upstream } from '../support/upstream.js';

const api = 'https://api.example.com';
const auth = 'https://auth.example.com';

let upstream: Upstream;
let endpoint: Answer;
beforeEach(async () => {
  upstream = await startUpstream((request, response, socket) =>
    request.path.startsWith('/token') ? endpoint(request, response, socket) : json(response, { ok: true }),
  );
});
afterEach(() => upstream.close());

const schemes = {
  oauth_client_credentials: { client_id: 'c', client_secret: 'a-client-secret', token_url: `${auth}/token` },
  oauth_jwt_bearer: {
    client_id: 'c',
    private_key: keyFile('ed25519.pem'),
    algorithm: 'EdDSA',
    token_url: `${auth}/token`,
    subject: 's',
    audience: 'a',
  },
};
const types = Object.keys(schemes) as (keyof typeof schemes)[];
const step = (name: string, type: keyof typeof schemes) => ({
  name,
  url: `${api}/${name}`,
  authentication: { type, config: schemes[type] },
});
const run = (input: RunInput) =>
  runSteps({ routes: { [api]: upstream.origin, [auth]: upstream.origin }, ...input });
const paths = () => upstream.received.map((each) => each.path);

const text =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

describe.each(types)('%s', (type) => {
  it.each<[string, Answer, string]>([
    ['HTML', text('<html>Sign in</html>'), 'holds no access_token'],
    ['nothing', text('', 204), 'HTTP 204, but the answer holds no access_token'],
    ['null', text('null'), 'holds no access_token'],
    ['an array', text('[{"access_token": "t"}]'), 'holds no access_token'],
    ['another object', text('{"token": "t"}'), 'holds no access_token'],
    ['a token that is a number', text('{"access_token": 7}'), 'holds no access_token'],
    ['a token that is null', text('{"access_token": null}'), 'holds no access_token'],
    ['an empty token', text('{"access_token": ""}'), 'holds no access_token'],
    ['a blank token', text('{"access_token": " \\t"}'), 'holds no access_token'],
    [
      'bytes that are no UTF-8',
      (_, response) => void response.end(Buffer.from([0xff])),
      'holds no access_token',
    ],
    ['CR and LF', text('{"access_token": "token\\r\\nX-Evil: 1"}'), 'holds a carriage return (CR)'],
    ['LF', text('{"access_token": "the-token\\n"}'), 'holds a line feed (LF)'],
    ['NUL', text('{"access_token": "tok\\u0000en"}'), 'the control character U+0000'],
    [
      'a redirect',
      text('', 302, { location: 'https://auth.example.com/login' }),
      'redirects are not followed',
    ],
    [
      'a refusal',
      text('{"error": "invalid_client", "error_description": "who are you"}', 401),
      'HTTP 401: invalid_client (who are you)',
    ],
    ['a refusal with odd fields', text('{"error": {"code": 1}, "error_description": 7}', 400), 'HTTP 400'],
    ['a refusal in HTML', text('<html>', 503), 'HTTP 503'],
  ])('%s as the answer fails the step', async (_what, answer, detail) => {
    endpoint = answer;
    const { result } = await run({ steps: [step('only', type)] });
    expect(result).toMatchObject({
      status: 502,
      error: { scope: "Composite step 'only' (index 0): Downstream (HTTP error)" },
    });
    expect(result.error?.detail).toContain(detail);
    expect(result.steps[0]?.failure?.advice).toBeTruthy();
    expect(paths()).toEqual(['/token']);
  });

  it('bounds what a server says of its refusal', async () => {
    endpoint = text(JSON.stringify({ error: 'e', error_description: 'x'.repeat(100_000) }), 400);
    const { result } = await run({ steps: [step('only', type)] });
    expect(result.error?.detail.length).toBeLessThan(500);
  });

  it('never shows half of a secret that a server sends back', async () => {
    const sent = (body: string) => {
      const form = new URLSearchParams(body);
      return form.get('assertion') ?? form.get('client_secret') ?? '';
    };
    endpoint = (request, response) => {
      // Both texts are cut where the second half of the secret begins: after 300 and after 4,096 characters.
      const secret = sent(request.body);
      const description = `${'x '.repeat(150).slice(secret.length / 2)}${secret}`;
      const start = JSON.stringify({ error: 'invalid_request', error_description: description });
      const padding = 'x '.repeat(2048).slice(0, 4096 - start.length - 10 - secret.length / 2);
      json(response, `${start.slice(0, -1)},"page":"${padding}${secret}"}`, 400);
    };
    const { result } = await run({ steps: [step('only', type)] });
    const secret = sent(upstream.received[0]?.body ?? '');
    const shown = `${result.error?.detail} ${result.steps[0]?.requests[0]?.error_body}`;
    expect(shown.replaceAll(secret, '')).not.toContain(secret.slice(0, 6));
  });

  it('collects every token of an answer, of one that is no use as well', async () => {
    endpoint = text(
      '{"access_token": "broken\\ntoken", "refresh_token": "the-refresh-token", "id_token": "the-id-token"}',
    );
    const { collected } = await run({ steps: [step('only', type)] });
    expect([...collected]).toEqual(
      expect.arrayContaining(['broken\ntoken', 'the-refresh-token', 'the-id-token']),
    );
  });
});

it.each([
  ['"3600"', 1],
  ['"3600.5"', 1],
  [' " 61 "', 1],
  ['61', 1],
  ['60', 2],
  ['0', 2],
  ['"0"', 2],
  ['-1', 2],
  ['"-1"', 2],
  ['null', 1],
  ['true', 1],
  ['"NaN"', 1],
  ['"Infinity"', 1],
  ['"0x10"', 1],
  ['""', 1],
  ['[1]', 1],
  ['1e300', 1],
  ['1e999', 1],
])('expires_in %s', async (expiresIn, requests) => {
  endpoint = text(`{"access_token": "the-access-token", "expires_in": ${expiresIn}}`);
  const { result } = await run({
    steps: [step('a', 'oauth_client_credentials'), step('b', 'oauth_client_credentials')],
  });
  expect(result.ok).toBe(true);
  expect(paths().filter((path) => path === '/token')).toHaveLength(requests);
});

describe('a real OAuth server', () => {
  const server = new OAuth2Server();
  beforeEach(async () => {
    await server.issuer.keys.generate('RS256');
    await server.start(0, '127.0.0.1');
  });
  afterEach(() => server.stop());

  it('gives a token for client credentials, and hears the scope', async () => {
    const { result } = await run({
      steps: [
        {
          ...step('only', 'oauth_client_credentials'),
          authentication: {
            type: 'oauth_client_credentials',
            config: { ...schemes.oauth_client_credentials, scope: 'read write' },
          },
        },
      ],
      routes: { [api]: upstream.origin, [auth]: `http://127.0.0.1:${server.address().port}` },
    });
    expect(result.error).toBeNull();
    const [, token = ''] = (upstream.received[0]?.headers.authorization ?? '').split(' ');
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ scope: 'read write', iss: server.issuer.url });
  });

  it('that refuses the grant is quoted', async () => {
    const { result } = await run({
      steps: [step('only', 'oauth_jwt_bearer')],
      routes: { [api]: upstream.origin, [auth]: `http://127.0.0.1:${server.address().port}` },
    });
    expect(result.error?.detail).toContain('HTTP 400: invalid_grant');
  });
});
