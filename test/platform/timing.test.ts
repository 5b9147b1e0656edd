import { afterEach, beforeEach, expect, it } from 'vitest';
import { runSteps } from '../support/run.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream((request, response) =>
    request.path === '/token'
      ? json(response, { access_token: 'a-token', expires_in: 3600 })
      : json(response, {}, request.path === '/fail' ? 500 : 200),
  );
});
afterEach(() => upstream.close());

const api = 'https://api.example.com';
const run = (steps: unknown[]) => runSteps({ routes: { [api]: upstream.origin }, steps });
const number = '\\d+\\.\\d';

it('the headers of an answer name the request and every step that ran', async () => {
  const { result } = await run([
    { name: 'auth', url: `${api}/a` },
    { name: 'fetch-user', url: `${api}/fail` },
    { name: 'never', url: `${api}/c` },
  ]);
  expect(result.headers['x-request-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(result.headers['x-request-id']).toBe(result.request_id);
  expect(result.headers['server-timing']).toMatch(
    new RegExp(
      `^step\\.auth;dur=${number};desc="Step: auth", step\\.fetch-user;dur=${number};desc="Step: fetch-user", total;dur=${number};desc="Total"$`,
    ),
  );
  expect(JSON.parse(result.headers['x-connector-timing'] ?? '')).toEqual({
    request_id: result.request_id,
    total_ms: expect.any(Number),
    internal_ms: expect.any(Number),
    external_ms: expect.any(Number),
    steps: [
      { name: 'auth', index: 0, duration_ms: expect.any(Number), status_code: 200 },
      { name: 'fetch-user', index: 1, duration_ms: expect.any(Number), status_code: 500 },
    ],
  });
});

it('phases lie within their step, do not overlap, and add up to no more than it', async () => {
  const { result } = await run([
    {
      name: 'a',
      url: `${api}/a`,
      authentication: {
        type: 'oauth_client_credentials',
        config: { client_id: 'i', client_secret: 's', token_url: `${api}/token` },
      },
      response_body: '{{ response.body }}',
    },
    { name: 'b', url: `${api}/b` },
  ]);
  let end_ms = 0;
  for (const step of result.steps) {
    expect(step.started_ms).toBeGreaterThanOrEqual(end_ms);
    end_ms = step.started_ms ?? 0;
    for (const segment of step.timeline) {
      expect(segment.started_ms).toBeGreaterThanOrEqual(end_ms);
      end_ms = segment.started_ms + segment.duration_ms;
    }
    expect(end_ms).toBeLessThanOrEqual((step.started_ms ?? 0) + (step.duration_ms ?? 0));
    end_ms = (step.started_ms ?? 0) + (step.duration_ms ?? 0);
  }
  const phases = (index: number) => result.steps[index]?.timeline.map((segment) => segment.phase);
  // The token request opened the connection that the call then used.
  expect(phases(0)).toEqual(['template', 'auth', 'wait', 'download', 'template']);
  expect(phases(1)).toEqual(['template', 'wait', 'download']);
  expect(result.steps[0]?.requests.map((request) => request.reused_connection)).toEqual([false, true]);
  const { total_ms, internal_ms, external_ms } = result.timing;
  expect(internal_ms + external_ms).toBeCloseTo(total_ms, 6);
  expect(total_ms).toBeGreaterThanOrEqual(end_ms);
});

it('the events tell the run in order, and the last one carries the result', async () => {
  const { events, result } = await run([
    { name: 'a', url: `${api}/a` },
    { name: 'b', url: `${api}/fail` },
    { name: 'c', url: `${api}/c` },
  ]);
  const told = events.map((event) =>
    event.type === 'phase-finished' || event.type === 'phase-started' ? 'phase' : event.type,
  );
  expect(told.filter((type, index) => type !== 'phase' || told[index - 1] !== 'phase')).toEqual([
    'run-started',
    'step-started',
    'phase',
    'request-prepared',
    'phase',
    'step-finished',
    'step-started',
    'phase',
    'request-prepared',
    'phase',
    'step-finished',
    'run-finished',
  ]);
  expect(events[0]).toMatchObject({ steps: [{ name: 'a', method: 'GET' }, { name: 'b' }, { name: 'c' }] });
  expect(events.at(-1)).toEqual({ type: 'run-finished', result });
});
