/** Whether the proxies that apply can be connected to. */
import { asTransportError } from '../platform/transport/network-errors.js';
import { type Lookup, resolve, systemLookup } from '../platform/transport/resolve.js';
import { connectTcp, remoteAddress } from '../platform/transport/tcp.js';
import { mapBounded } from './bounded.js';
import { type Check, plural } from './check.js';
import type { ProxyUse } from './proxies.js';

export interface ReachSettings {
  readonly timeout_ms: number;
  readonly signal: AbortSignal;
  readonly lookup?: Lookup;
}

/** @param settings null where the network is not to be touched */
export const proxyReachChecks = (
  uses: readonly ProxyUse[],
  settings: ReachSettings | null,
): Promise<Check[]> =>
  mapBounded(uses, 6, async ({ proxy, name, source, targets }) => {
    const detail = `${name}, set by ${source}${targets.length > 0 ? `, for ${plural(targets.length, 'host')}` : ''}`;
    const about = { id: 'proxy', group: 'proxy', title: 'proxy', subject: name } as const;
    const facts = { proxy: name, source, targets };
    if (!settings) return { ...about, state: 'ok', detail, advice: null, facts };
    const reached = await reach(proxy, settings);
    if ('address' in reached) {
      return {
        ...about,
        state: 'ok',
        detail: `${detail}; connected to ${reached.address}`,
        advice: null,
        facts: { ...facts, ...reached },
      };
    }
    return {
      ...about,
      state: 'problem',
      detail: `${detail}: ${reached.reason}`,
      advice: `Check ${source}, or the network; NO_PROXY names hosts to reach without a proxy.`,
      facts: { ...facts, code: reached.code },
    };
  });

async function reach(
  { hostname, port, protocol }: URL,
  { timeout_ms, signal, lookup = systemLookup }: ReachSettings,
): Promise<{ address: string } | { code: string; reason: string }> {
  const timeout = AbortSignal.timeout(timeout_ms);
  const stop = AbortSignal.any([timeout, signal]);
  try {
    const aborted = new Promise<never>((_settle, fail) => {
      stop.addEventListener('abort', () => fail(stop.reason), { once: true });
    });
    const connected = (async () => {
      const addresses = await resolve(hostname.replace(/^\[|\]$/g, ''), lookup);
      const socket = await connectTcp(addresses, Number(port) || (protocol === 'https:' ? 443 : 80), stop);
      const address = remoteAddress(socket);
      socket.destroy();
      return { address };
    })();
    connected.catch(() => {});
    return await Promise.race([connected, aborted]);
  } catch (error) {
    if (timeout.aborted) return { code: 'ETIMEDOUT', reason: `no connection within ${timeout_ms} ms` };
    if (signal.aborted) return { code: 'ABORTED', reason: 'interrupted' };
    const { code, message } = asTransportError(error, 'connect');
    return { code, reason: message };
  }
}
