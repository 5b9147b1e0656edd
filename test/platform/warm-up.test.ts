import { expect, it } from 'vitest';
import { createCannedTransport } from '../../src/platform/transport/canned.js';
import { warmUp } from '../../src/platform/warm-up.js';

it('the transport in memory answers, again and again, over one connection', async () => {
  const transport = createCannedTransport();
  const reused: boolean[] = [];
  const exchange = async (body: Uint8Array | null) =>
    transport.send(
      { method: body ? 'POST' : 'GET', url: 'http://in-memory.invalid/', routed: false, headers: [], body },
      {
        timeout_ms: 5000,
        signal: new AbortController().signal,
        observer: {
          phaseStarted() {},
          phaseFinished() {},
          connected: (connection) => reused.push(connection.reused),
        },
      },
    );
  const answers = [
    await exchange(null),
    await exchange(new TextEncoder().encode('{"a": 1}')),
    await exchange(null),
  ];
  await transport.close();
  expect(answers.map(({ statusCode, body }) => [statusCode, new TextDecoder().decode(body)])).toEqual([
    [200, '{}'],
    [200, '{}'],
    [200, '{}'],
  ]);
  expect(reused).toHaveLength(3);
});

it('warming up goes through every step of a run, and needs no network', async () => {
  const results = await warmUp();
  expect(results.map(({ ok, error }) => [ok, error])).toEqual([[true, null]]);
});
