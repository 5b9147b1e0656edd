/**
 * The real network: undici, with connections that are opened and measured by our own connector. No redirects, no
 * cookies, and no retries but one: where a connection that was kept turns out to be dead.
 */
// The agent alone: fetch, WebSocket and the rest of undici would double the time that loading takes.
import Agent from 'undici/lib/dispatcher/agent.js';
import { responseHeadLimit_bytes } from '../limits.js';
import { type Connector, measuredConnector } from './connector.js';
import { Exchange } from './exchange.js';
import { type Lookup, systemLookup } from './resolve.js';
import type { Transport } from './transport.js';
import { WaitingExchanges } from './waiting.js';

export interface UndiciTransportOptions {
  /** Let names resolve to private and special addresses. */
  allowPrivateNetwork: boolean;
  /** PEM certificates to trust besides Node's own. */
  certificateAuthorities?: readonly string[];
  /** URL of the HTTP proxy; without it HTTPS_PROXY, HTTP_PROXY and ALL_PROXY decide. NO_PROXY exempts from both. */
  proxy?: string | undefined;
  /** Finds the addresses of names, in place of the operating system. */
  lookup?: Lookup;
  /** Largest decoded body, in bytes. */
  responseBodyLimit_bytes: number;
  /** Opens the connections in place of the measured connector. */
  connector?: Connector;
}

export function createUndiciTransport(options: UndiciTransportOptions): Transport {
  const pool = (publicOnly: boolean) => {
    const waiting = new WaitingExchanges();
    const agent = new Agent({
      connect:
        options.connector ??
        measuredConnector({
          publicOnly,
          certificateAuthorities: options.certificateAuthorities ?? [],
          proxy: options.proxy,
          lookup: options.lookup ?? systemLookup,
          waiting: (target) => waiting.take(target),
        }),
      headersTimeout: 0,
      bodyTimeout: 0,
      pipelining: 1,
      maxHeaderSize: responseHeadLimit_bytes,
    });
    return { agent, waiting };
  };
  // Two pools, so that a connection opened for a route never serves a request that has to obey the address rules.
  const guarded = pool(!options.allowPrivateNetwork);
  const unguarded = pool(false);
  const addresses = new Map<string, string>();

  return {
    send(request, exchangeOptions) {
      const { agent, waiting } = request.routed ? unguarded : guarded;
      const exchange = new Exchange(
        request,
        exchangeOptions,
        options.responseBodyLimit_bytes,
        addresses,
        waiting,
      );
      return exchange.run(agent);
    },
    async close() {
      await Promise.all([guarded.agent.destroy(), unguarded.agent.destroy()]);
    },
  };
}
