/** A transport whose other end is code: the real exchange with its phases, deadline and decoding, and no network. */
import type { Dispatcher } from 'undici';
import { Exchange } from './exchange.js';
import { systemTimers, type Timers } from './timers.js';
import type { OutgoingRequest, Transport } from './transport.js';
import { WaitingExchanges } from './waiting.js';

export interface AnsweringTransportOptions {
  /** Whoever answers this request. */
  dispatcherFor(request: OutgoingRequest): Pick<Dispatcher, 'dispatch'>;
  /** Largest decoded body, in bytes. */
  responseBodyLimit_bytes: number;
  timers?: Timers;
}

export function createAnsweringTransport(options: AnsweringTransportOptions): Transport {
  const { dispatcherFor, responseBodyLimit_bytes, timers = systemTimers } = options;
  return {
    send(request, exchangeOptions) {
      const waiting = new WaitingExchanges();
      const exchange = new Exchange(
        request,
        exchangeOptions,
        responseBodyLimit_bytes,
        new Map(),
        waiting,
        timers,
      );
      exchange.opened(null, null);
      return exchange.run(dispatcherFor(request));
    },
    async close() {},
  };
}
