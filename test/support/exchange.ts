/** One exchange through a transport, with what it told its observer. */
import { readFileSync } from 'node:fs';
import { afterEach, expect } from 'vitest';
import {
  type NetworkPhase,
  type OutgoingRequest,
  type Transport,
  TransportError,
  type UpstreamResponse,
} from '../../src/platform/transport/transport.js';
import { createUndiciTransport } from '../../src/platform/transport/undici.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** Closes it after the test, the last one first. */
export function closing<Closable extends { close(): Promise<void> }>(closable: Closable): Closable {
  open.push(closable);
  return closable;
}

export const tlsFixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), 'utf8');

export const transport = (options: Partial<Parameters<typeof createUndiciTransport>[0]> = {}): Transport =>
  closing(
    createUndiciTransport({
      allowPrivateNetwork: false,
      responseBodyLimit_bytes: 1024 * 1024,
      certificateAuthorities: [tlsFixture('ca.pem')],
      ...options,
    }),
  );

export interface Observed {
  phases: NetworkPhase[];
  connections: { address: string | null; reused: boolean }[];
}

/** Also checks that no phase ends which did not begin last. */
export async function send(
  through: Transport,
  request: Partial<OutgoingRequest> & { url: string },
  options: { timeout_ms?: number; signal?: AbortSignal } = {},
): Promise<UpstreamResponse & { observed: Observed }> {
  const observed: Observed = { phases: [], connections: [] };
  const started: NetworkPhase[] = [];
  const response = await through.send(
    { method: 'GET', routed: true, headers: [], body: null, ...request },
    {
      timeout_ms: options.timeout_ms ?? 10_000,
      signal: options.signal ?? new AbortController().signal,
      observer: {
        phaseStarted: (phase) => started.push(phase),
        phaseFinished: (phase) => {
          expect(started.at(-1)).toBe(phase);
          observed.phases.push(phase);
        },
        connected: (connection) => observed.connections.push(connection),
      },
    },
  );
  return { ...response, observed };
}

export async function failureOf(work: Promise<unknown>): Promise<TransportError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TransportError);
  return error as TransportError;
}

export const bodyText = ({ body }: { body: Uint8Array }): string => new TextDecoder().decode(body);
