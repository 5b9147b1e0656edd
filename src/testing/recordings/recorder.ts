/** A transport that keeps what went through it, as it was; nothing of it is masked yet. */
import type { Clock } from '../../platform/clock.js';
import { type Transport, TransportError, type UpstreamResponse } from '../../platform/transport/transport.js';
import { outgoingCall, type SentCall } from '../calls/sent-call.js';

export interface SeenExchange {
  readonly call: SentCall;
  /** Wall-clock time, in milliseconds since 1970. */
  readonly began_ms: number;
  duration_ms: number;
  /** Null while it runs. */
  outcome: UpstreamResponse | TransportError | null;
}

export interface Recorder {
  readonly transport: Transport;
  /** In the order in which they were sent. */
  readonly seen: readonly SeenExchange[];
}

export function createRecorder(transport: Transport, clock: Clock): Recorder {
  const seen: SeenExchange[] = [];
  return {
    seen,
    transport: {
      async send(request, options) {
        const began_ms = clock.now_ms();
        const exchange: SeenExchange = {
          call: outgoingCall(request),
          began_ms: clock.date_ms(),
          duration_ms: 0,
          outcome: null,
        };
        seen.push(exchange);
        const end = (outcome: UpstreamResponse | TransportError) => {
          exchange.outcome = outcome;
          // A timer may be late; nobody waits longer than was asked for.
          exchange.duration_ms = Math.min(Math.floor(clock.now_ms() - began_ms), options.timeout_ms);
        };
        try {
          const response = await transport.send(request, options);
          end(response);
          return response;
        } catch (error) {
          if (error instanceof TransportError) end(error);
          throw error;
        }
      },
      close: () => transport.close(),
    },
  };
}
