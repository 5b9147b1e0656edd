import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/platform/clock.js';
import type { RunResult } from '../../src/platform/result.js';
import { type RunInput, runConnector } from '../support/run.js';
import { type Answer, startUpstream, type Upstream } from '../support/upstream.js';

const running: Upstream[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((upstream) => upstream.close()));
});

/** A clock that is set by hand for dates; durations are real. */
class SetClock implements Clock {
  date_value_ms = Date.UTC(2026, 0, 1);
  now_ms = () => performance.now();
  date_ms = () => this.date_value_ms;
  unixSeconds = () => Math.floor(this.date_value_ms / 1000);
  pass(seconds: number) {
    this.date_value_ms += seconds * 1000;
  }
}

interface Scene {
  connector?: object;
  input?: Omit<RunInput, 'steps'>;
  /** Seconds that pass before each run after the first. */
  pass?: number;
  times?: number;
}

/** Runs a GET connector twice and tells what the cache made of each run, and what the upstream saw. */
async function twice(answer: Answer, { connector = {}, input = {}, pass = 0, times = 2 }: Scene = {}) {
  const server = await startUpstream(answer);
  running.push(server);
  const clock = new SetClock();
  const { results } = await runConnector(
    { url: 'https://api.example.com/x', ...connector },
    {
      routes: { 'https://api.example.com': server.origin },
      times,
      clock,
      before: (run) => (run === 0 ? undefined : clock.pass(pass)),
      ...input,
    },
  );
  return { server, results, outcomes: results.map((result) => result.steps[0]?.cache) };
}

let count = 0;
const answering =
  (headers: Record<string, string>, status = 200): Answer =>
  (_request, response) => {
    count += 1;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(`{"n":${count}}`);
  };

const text = (result: RunResult | undefined) => Buffer.from(result?.body ?? []).toString();
const timingOf = (result: RunResult | undefined) => JSON.parse(result?.headers['x-connector-timing'] ?? '{}');

describe('a fresh answer', () => {
  it('is given again, and nothing is sent', async () => {
    const { server, results, outcomes } = await twice(answering({ 'cache-control': 'max-age=60' }));
    expect(outcomes).toEqual(['miss', 'hit']);
    expect(server.received).toHaveLength(1);
    const [first, second] = results;
    expect(text(second)).toBe(text(first));
    expect(second?.status).toBe(200);
    expect(second?.headers['content-type']).toBe('application/json');
    expect(second?.steps[0]).toMatchObject({ state: 'done', status_code: 200, requests: [] });
    expect(timingOf(first)).toMatchObject({ cache_hit: false, external_host: 'api.example.com' });
    expect(timingOf(second).cache_hit).toBe(true);
    expect(timingOf(second)).not.toHaveProperty('external_host');
    expect(second?.headers['server-timing']).toContain('desc="Cache Hit"');
    expect(second?.headers['server-timing']).not.toContain('external');
  });

  it('goes through response_body each time', async () => {
    const connector = { response_body: '{"seen": {{ response.body }}, "at": {{ now() }}}' };
    const { results, outcomes } = await twice(answering({ 'cache-control': 'max-age=60' }), {
      connector,
      pass: 5,
    });
    expect(outcomes).toEqual(['miss', 'hit']);
    expect(text(results[0])).not.toBe(text(results[1]));
  });

  it.each([
    ['Cache-Control: max-age', { 'cache-control': 'MAX-AGE=10' }],
    ['Expires', { date: 'Thu, 01 Jan 2026 00:00:00 GMT', expires: 'Thu, 01 Jan 2026 00:00:10 GMT' }],
    [
      'Last-Modified, by its age',
      { date: 'Thu, 01 Jan 2026 00:00:00 GMT', 'last-modified': 'Wed, 31 Dec 2025 23:58:20 GMT' },
    ],
  ])('is one by %s, until its time is over', async (_what, headers) => {
    expect((await twice(answering(headers), { pass: 9 })).outcomes).toEqual(['miss', 'hit']);
    expect((await twice(answering(headers), { pass: 11 })).outcomes).toEqual(['miss', 'miss']);
  });

  it.each([200, 301, 308])('may have status %i', async (status) => {
    const { outcomes } = await twice(answering({ 'cache-control': 'max-age=60', location: '/y' }, status));
    expect(outcomes).toEqual(['miss', 'hit']);
  });

  it.each([203, 204, 300, 302, 404, 410, 500])('never has status %i', async (status) => {
    const { outcomes } = await twice(answering({ 'cache-control': 'public, max-age=60' }, status));
    expect(outcomes).toEqual(['miss', 'miss']);
  });

  it.each([
    'no-store',
    'no-cache',
    'private',
    'No-Store, max-age=60',
    'private="x", max-age=60',
    'max-age=0',
  ])('is none with Cache-Control: %s', async (control) => {
    const { outcomes } = await twice(answering({ 'cache-control': control }));
    expect(outcomes).toEqual(['miss', 'miss']);
  });

  it('is none without any word on caching', async () => {
    expect((await twice(answering({}))).outcomes).toEqual(['miss', 'miss']);
  });
});

describe('what the cache is asked for', () => {
  const cached = answering({ 'cache-control': 'max-age=60' });

  it('is HEAD too, apart from GET', async () => {
    const { outcomes, results } = await twice(cached, { connector: { method: 'HEAD' } });
    expect(outcomes).toEqual(['miss', 'hit']);
    expect(text(results[1])).toBe('');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('is never %s', async (method) => {
    const { outcomes, server } = await twice(cached, { connector: { method } });
    expect(outcomes).toEqual([null, null]);
    expect(server.received).toHaveLength(2);
  });

  it('is the rendered URL with its parameters', async () => {
    const connector = { query_parameters: [{ key: 't', value: '{{ now() }}' }] };
    expect((await twice(cached, { connector, pass: 1 })).outcomes).toEqual(['miss', 'miss']);
  });

  it('respects Vary', async () => {
    const connector = { headers: [{ key: 'X-Time', value: '{{ now() }}' }] };
    const varying = answering({ 'cache-control': 'max-age=60', vary: 'X-Time' });
    expect((await twice(varying, { connector, pass: 1 })).outcomes).toEqual(['miss', 'miss']);
    expect((await twice(varying, { connector })).outcomes).toEqual(['miss', 'hit']);
  });

  it('keeps answers to requests with Authorization only where the upstream allows it', async () => {
    const connector = { headers: [{ key: 'Authorization', value: 'Bearer token-of-one-user' }] };
    expect((await twice(cached, { connector })).outcomes).toEqual(['miss', 'miss']);
    const open = answering({ 'cache-control': 'public, max-age=60' });
    expect((await twice(open, { connector })).outcomes).toEqual(['miss', 'hit']);
  });
});

describe('a stale answer', () => {
  const validating: Answer = (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') {
      response.writeHead(304, { 'X-Confirmed': 'yes' }).end();
      return;
    }
    answering({ etag: '"v1"', 'cache-control': 'max-age=10' })(request, response, request as never);
  };

  it('with an ETag is given again once the upstream has confirmed it', async () => {
    const { results, outcomes, server } = await twice(validating, { pass: 11, times: 3 });
    expect(outcomes).toEqual(['miss', 'revalidated', 'revalidated']);
    expect(server.received).toHaveLength(3);
    expect(text(results[1])).toBe(text(results[0]));
    expect(results[1]).toMatchObject({ status: 200, ok: true });
    expect(results[1]?.steps[0]?.requests[0]).toMatchObject({ status_code: 304 });
    expect(timingOf(results[1])).toMatchObject({ cache_hit: true, external_host: 'api.example.com' });
  });

  it('with Last-Modified alone is asked for with If-Modified-Since', async () => {
    const modified = 'Wed, 31 Dec 2025 00:00:00 GMT';
    const { server, outcomes } = await twice(
      (request, response) => {
        if (request.headers['if-modified-since'] === modified) response.writeHead(304).end();
        else
          answering({ 'last-modified': modified, 'cache-control': 'max-age=1' })(
            request,
            response,
            request as never,
          );
      },
      { pass: 5 },
    );
    expect(outcomes).toEqual(['miss', 'revalidated']);
    expect(server.received).toHaveLength(2);
  });

  it('is replaced by a changed one', async () => {
    let version = 0;
    const { outcomes, results } = await twice(
      (request, response) => {
        version += 1;
        answering({ etag: `"v${version}"` })(request, response, request as never);
      },
      { pass: 5 },
    );
    expect(outcomes).toEqual(['miss', 'miss']);
    expect(text(results[0])).not.toBe(text(results[1]));
  });

  it('is left alone where the connector sends conditions of its own', async () => {
    const connector = { headers: [{ key: 'If-None-Match', value: '"v1"' }] };
    const { results } = await twice(validating, { connector });
    expect(results.map(({ status }) => status)).toEqual([304, 304]);
  });
});
