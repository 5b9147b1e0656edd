/**
 * What the pipeline asks of the network: one exchange, measured. The pipeline knows nothing of sockets, and whoever
 * answers (undici, a mock, a recording) knows nothing of steps.
 */
import type { HeaderList, HeaderMap, PhaseName } from '../result.js';

export type NetworkPhase = Extract<PhaseName, 'dns' | 'connect' | 'tls' | 'wait' | 'download'>;

export interface OutgoingRequest {
  method: string;
  /** The URL to contact, after routing. */
  url: string;
  /** True where a route chose the target: the address rules then do not apply to it. */
  routed: boolean;
  /** Names as they go out; a name may repeat. */
  headers: readonly (readonly [name: string, value: string])[];
  body: Uint8Array | null;
  /** For whoever answers by it; the real network does not care. */
  sender?: RequestSender;
}

/** On whose behalf a request goes out. */
export interface RequestSender {
  /** The step's name; a simple connector's permalink. */
  step: string;
  purpose: 'token' | 'call';
  /** Where a route changed it: the URL as the template rendered it. */
  renderedUrl?: string;
}

export interface ExchangeOptions {
  /** For the whole exchange, from the look-up of the name to the last byte, in milliseconds. */
  timeout_ms: number;
  signal: AbortSignal;
  observer: ExchangeObserver;
}

/** Told of an exchange as it happens. Times come from the observer's own clock, read when it is called. */
export interface ExchangeObserver {
  phaseStarted(phase: NetworkPhase): void;
  phaseFinished(phase: NetworkPhase): void;
  /** The request is about to be written to a connection. `address` is `ip:port`. */
  connected(connection: { address: string | null; reused: boolean }): void;
}

export interface UpstreamResponse {
  statusCode: number;
  /** Lower-case names; repeated headers joined by a comma and a space. */
  headers: HeaderMap;
  /** The same headers as they stood on the wire. */
  headerList: HeaderList;
  /** After content decoding. */
  body: Uint8Array;
  /** Bytes of the body before content decoding. */
  received_bytes: number;
}

export interface Transport {
  /** @throws {TransportError} where no whole answer arrived. */
  send(request: OutgoingRequest, options: ExchangeOptions): Promise<UpstreamResponse>;
  /** Closes every connection; pending exchanges fail. */
  close(): Promise<void>;
}

export type TransportFailure = 'network' | 'timeout' | 'aborted' | 'address' | 'too-large';

/** No whole answer arrived. The message is for people and holds nothing of the request. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  /** What had arrived when the exchange broke off: the status, the headers and the head of the body. */
  partial: UpstreamResponse | null = null;

  constructor(
    readonly failure: TransportFailure,
    /** The system's or the library's code, `ECONNRESET`. */
    readonly code: string,
    /** What the exchange was doing; null before it began. */
    readonly phase: NetworkPhase | null,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
