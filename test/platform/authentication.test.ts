import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunInput, runSteps } from '../support/run.js';
import { json, type Received, startUpstream, type Upstream } from '../support/upstream.js';

let upstream: Upstream;
let tokenAnswer: (request: Received) => { status?: number; body: unknown };

beforeEach(async () => {
  tokenAnswer = () => ({ body: { access_token: 'the-access-token', expires_in: 3600 } });
  upstream = await startUpstream((request, response, socket) => {
    if (request.path === '/reset') return void socket.resetAndDestroy();
    if (!request.path.startsWith('/token')) return json(response, { ok: true });
    const { status = 200, body } = tokenAnswer(request);
    return json(response, body, status);
  });
});

afterEach(() => upstream.close());

const api = 'https://api.example.com';
const auth = 'https://auth.example.com';
const run = (input: RunInput) =>
  runSteps({
    routes: { [api]: upstream.origin, [auth]: upstream.origin },
    secrets: { id: 'client-id', secret: 'client-secret' },
    ...input,
  });
const paths = () => upstream.received.map((each) => each.path);

const oauth = (config: Record<string, unknown> = {}) => ({
  type: 'oauth_client_credentials',
  config: {
    client_id: "{{ get_secret('id') }}",
    client_secret: "{{ get_secret('secret') }}",
    token_url: `${auth}/token`,
    ...config,
  },
});
const step = (name: string, authentication: unknown, extra: object = {}) => ({
  name,
  url: `${api}/${name}`,
  authentication,
  ...extra,
});

describe('oauth_client_credentials', () => {
  it('posts the form and sends the token', async () => {
    const { result, collected } = await run({ steps: [step('only', oauth({ scope: 'read write' }))] });
    expect(result.ok).toBe(true);
    const [token, call] = upstream.received;
    expect(token).toMatchObject({ method: 'POST', path: '/token' });
    expect(token?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(token?.body).toBe(
      'grant_type=client_credentials&client_id=client-id&client_secret=client-secret&scope=read+write',
    );
    expect(call?.headers.authorization).toBe('Bearer the-access-token');
    expect([...collected]).toEqual(expect.arrayContaining(['client-secret', 'the-access-token']));
    expect(result.steps[0]?.requests.map((each) => each.purpose)).toEqual(['token', 'call']);
    expect(result.steps[0]?.timeline.map((each) => each.phase)).toContain('auth');
  });

  it('shares a token between steps and runs that agree on everything', async () => {
    await run({
      steps: [step('a', oauth()), step('b', oauth()), step('c', oauth({ scope: 'other' }))],
      times: 2,
    });
    expect(paths()).toEqual(['/token', '/a', '/b', '/token', '/c', '/a', '/b', '/c']);
  });

  it.each([
    [60, 2],
    ['61', 1],
    [undefined, 1],
    ['soon', 1],
    [-5, 2],
  ])(
    'keeps a token with expires_in %j for as long as it says, less a minute',
    async (expiresIn, requests) => {
      tokenAnswer = () => ({ body: { access_token: 't', expires_in: expiresIn } });
      await run({ steps: [step('a', oauth()), step('b', oauth())] });
      expect(paths().filter((path) => path === '/token').length).toBe(requests);
    },
  );

  it.each([
    ['a refusal', { status: 401, body: { error: 'invalid_client' } }, 'HTTP 401: invalid_client'],
    ['a server error', { status: 503, body: 'down' }, 'HTTP 503'],
    ['no token', { body: { token_type: 'Bearer' } }, 'holds no access_token'],
    ['HTML', { body: '<html>' }, 'holds no access_token'],
    ['a token that is no text', { body: { access_token: 7 } }, 'holds no access_token'],
  ])('fails the step on %s', async (_what, answer, detail) => {
    tokenAnswer = () => answer;
    const { result } = await run({ steps: [step('only', oauth())] });
    expect(result).toMatchObject({
      status: 502,
      error: { scope: "Composite step 'only' (index 0): Downstream (HTTP error)" },
    });
    expect(result.error?.detail).toContain(detail);
    expect(paths()).toEqual(['/token']);
    expect(result.steps[0]?.requests[0]?.error_body).toBeTruthy();
    expect(result.steps[0]?.response).toBeNull();
  });

  it('fails the step on a network failure of the token request', async () => {
    const { result } = await run({ steps: [step('only', oauth({ token_url: `${auth}/reset` }))] });
    expect(result.error?.scope).toBe(
      "Composite step 'only' (index 0): Downstream (network/external service)",
    );
  });

  it.each(['http://auth.example.com/token', 'https://169.254.169.254/token', 'https://localhost/token'])(
    'refuses the token URL %s',
    async (tokenUrl) => {
      const { result } = await run({ steps: [step('only', oauth({ token_url: tokenUrl }))] });
      expect(result.status).toBe(422);
      expect(result.steps[0]?.failure?.template).toMatchObject({
        field: 'authentication.config.token_url',
        kind: 'url',
      });
      expect(paths()).toEqual([]);
    },
  );

  it('sends the token before the body is rendered, as the pipeline does', async () => {
    const { result } = await run({
      steps: [step('only', oauth(), { method: 'POST', request_body: '{{ x.y }}' })],
    });
    expect(result.status).toBe(422);
    expect(paths()).toEqual(['/token']);
  });

  it('has the last word on Authorization', async () => {
    await run({ steps: [step('only', oauth(), { headers: [{ key: 'authorization', value: 'Basic x' }] })] });
    expect(upstream.received[1]?.headers.authorization).toBe('Bearer the-access-token');
  });
});

describe('api_key', () => {
  it.each(['api_key', 'apikey'])('%s sets a header', async (type) => {
    await run({
      steps: [
        step('only', {
          type,
          config: { key: 'X-Api-Key', value: "{{ get_secret('secret') }}", in: 'header' },
        }),
      ],
    });
    expect(upstream.received[0]?.headers['x-api-key']).toBe('client-secret');
  });

  it('adds a query parameter after the others', async () => {
    await run({
      steps: [
        step(
          'only',
          { type: 'api_key', config: { key: 'k', value: "{{ get_secret('secret') }}", in: 'query' } },
          { query_parameters: [{ key: 'a', value: '1' }] },
        ),
      ],
    });
    expect(paths()).toEqual(['/only?a=1&k=client-secret']);
  });
});

it('the literal text of a secret without a value is not masked: its author has to see it', async () => {
  const only = step('only', oauth({ client_secret: "{{ get_secret('unknown') }}" }));
  const { collected, result } = await run({ steps: [only] });
  expect(result.steps[0]?.requests[0]?.body).toContain('get_secret');
  expect([...collected].filter((each) => each.includes('get_secret'))).toEqual([]);
});
