/** One exchange over undici: its phases, its deadline and its answer. */
import type { Dispatcher } from 'undici';
import type { HeaderList, HeaderMap } from '../result.js';
import type { ConnectionWaiter } from './connector.js';
import { decodeContent } from './decode.js';
import { headerList, joinedHeaders } from './headers.js';
import { asTransportError, isClosed } from './network-errors.js';
import { systemTimers, type Timers } from './timers.js';
import {
  type ExchangeOptions,
  type NetworkPhase,
  type OutgoingRequest,
  TransportError,
  type UpstreamResponse,
} from './transport.js';
import type { WaitingExchanges } from './waiting.js';

/** One request and its answer, from the dispatch to the decoded body. */
export class Exchange implements ConnectionWaiter, Dispatcher.DispatchHandler {
  readonly observer: ConnectionWaiter['observer'];
  private giveUp: AbortController | null = null;
  private readonly origin: string;
  /** The phase that runs, or the last one that did: it says best what a failure interrupted. */
  private phase: NetworkPhase | null = null;
  private phaseOpen = false;
  private isNewConnection = false;
  private openedAddress: string | null = null;
  /** The name of the proxy that is being connected through. */
  private proxy: string | null = null;
  private controller: Dispatcher.DispatchController | null = null;
  private statusCode = 0;
  private headers: HeaderMap = {};
  private headerList: HeaderList = [];
  private readonly chunks: Buffer[] = [];
  private received_bytes = 0;
  private settled = false;
  private reused = false;
  private isRetry = false;
  private dispatcher!: Pick<Dispatcher, 'dispatch'>;
  private settle!: (response: UpstreamResponse) => void;
  private fail!: (error: TransportError) => void;

  constructor(
    private readonly request: OutgoingRequest,
    private readonly options: ExchangeOptions,
    private readonly limit_bytes: number,
    private readonly addresses: Map<string, string>,
    private readonly waiting: WaitingExchanges,
    private readonly timers: Timers = systemTimers,
  ) {
    this.origin = originOf(request.url);
    this.observer = {
      phaseStarted: (phase) => this.startPhase(phase),
      phaseFinished: (phase) => this.finishPhase(phase),
    };
  }

  /** Asked for where a connection has to be opened: making one for every request would cost more than it looks. */
  get signal(): AbortSignal {
    this.giveUp ??= new AbortController();
    return this.giveUp.signal;
  }

  async run(dispatcher: Pick<Dispatcher, 'dispatch'>): Promise<UpstreamResponse> {
    this.dispatcher = dispatcher;
    const { signal, timeout_ms } = this.options;
    if (signal.aborted) throw new TransportError('aborted', 'ABORTED', null, 'interrupted');
    const answer = new Promise<UpstreamResponse>((settle, fail) => {
      this.settle = settle;
      this.fail = fail;
    });
    const onAbort = () => this.stop(new TransportError('aborted', 'ABORTED', this.phase, 'interrupted'));
    const onTimeout = () => this.stop(this.timeoutError(timeout_ms));
    signal.addEventListener('abort', onAbort, { once: true });
    const timer = this.timers.start(onTimeout, timeout_ms);
    try {
      this.dispatch();
      return await answer;
    } catch (error) {
      throw asTransportError(error, this.phase);
    } finally {
      this.timers.stop(timer);
      signal.removeEventListener('abort', onAbort);
      this.waiting.remove(this.origin, this);
    }
  }

  private dispatch(): void {
    this.waiting.add(this.origin, this);
    this.dispatcher.dispatch(
      {
        origin: this.origin,
        // The text as it is: `URL` would change characters that the platform leaves alone.
        path: pathAndQuery(this.request.url),
        method: this.request.method as Dispatcher.HttpMethod,
        headers: this.request.headers.flat(),
        body: this.request.body,
        // undici would close the connection after a HEAD, and the next step would pay for a new one.
        reset: false,
      },
      this,
    );
  }

  /** @param address null where there is none, as with an answer from memory */
  opened(address: string | null, proxy: string | null): void {
    this.isNewConnection = true;
    this.proxy = proxy;
    this.openedAddress = address;
    if (address !== null) this.addresses.set(this.origin, address);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    this.waiting.remove(this.origin, this);
    if (this.settled) {
      controller.abort(new Error('given up'));
      return;
    }
    this.reused = !this.isNewConnection;
    const { reused } = this;
    const address = this.openedAddress ?? this.addresses.get(this.origin) ?? null;
    this.options.observer.connected({ address, reused });
    this.startPhase('wait');
  }

  onResponseStart(controller: Dispatcher.DispatchController, statusCode: number): void {
    if (statusCode < 200) return;
    this.finishPhase('wait');
    this.startPhase('download');
    this.statusCode = statusCode;
    this.headerList = headerList(controller.rawHeaders);
    this.headers = joinedHeaders(this.headerList);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.received_bytes += chunk.length;
    this.chunks.push(chunk);
    if (this.received_bytes > this.limit_bytes) this.stop(this.tooLarge());
  }

  onResponseEnd(): void {
    this.finishPhase('download');
    const [first] = this.chunks;
    const raw = first && this.chunks.length === 1 ? first : Buffer.concat(this.chunks);
    if (!('content-encoding' in this.headers)) {
      this.arrived(raw);
      return;
    }
    decodeContent(raw, this.headers, this.limit_bytes).then(
      ({ body, failure }) => {
        if (failure) {
          const error = failure.failure === 'too-large' ? this.tooLarge() : failure;
          error.partial = this.response(body);
          this.finish(() => this.fail(error));
          return;
        }
        this.arrived(body);
      },
      (error: unknown) => this.finish(() => this.fail(asTransportError(error, 'download'))),
    );
  }

  /** After undici's own next turn, in which it takes the connection as free: the next request can use it then. */
  private arrived(body: Uint8Array): void {
    queueMicrotask(() => setImmediate(() => this.finish(() => this.settle(this.response(body)))));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const failure = asTransportError(error, this.phase);
    // The length of a 304 is that of the body which it stands for; undici waits for it in vain.
    if (this.statusCode === 304 && failure.code === 'INCOMPLETE_BODY') {
      this.onResponseEnd();
      return;
    }
    if (this.reused && this.statusCode === 0 && isClosed(failure)) {
      this.onDeadConnection(failure);
      return;
    }
    failure.partial ??= this.partial();
    this.finish(() => this.fail(failure));
  }

  /**
   * A server may close a connection at the moment when the next request goes out on it. Whether it has read the request
   * nobody can say: what does no harm when it is done twice is sent once more (RFC 9110 section 9.2.2).
   */
  private onDeadConnection(failure: TransportError): void {
    if (this.isRetry || !idempotent.has(this.request.method.toUpperCase())) {
      const message =
        'the upstream closed the connection, kept from an earlier request, before it had answered';
      this.finish(() =>
        this.fail(new TransportError('network', failure.code, this.phase, message, { cause: failure })),
      );
      return;
    }
    this.isRetry = true;
    this.finishPhase('wait');
    // undici is in the middle of clearing the connection away.
    setImmediate(() => {
      if (!this.settled) this.dispatch();
    });
  }

  private stop(error: TransportError): void {
    if (this.settled) return;
    error.partial ??= this.partial();
    this.finish(() => this.fail(error));
    this.giveUp?.abort();
    this.controller?.abort(error);
  }

  private finish(act: () => void): void {
    if (this.settled) return;
    if (this.phase) this.finishPhase(this.phase);
    this.settled = true;
    act();
  }

  private partial(): UpstreamResponse | null {
    if (this.statusCode === 0) return null;
    return this.response(Buffer.concat(this.chunks).subarray(0, this.limit_bytes));
  }

  private response(body: Uint8Array): UpstreamResponse {
    const { statusCode, headers, headerList, received_bytes } = this;
    return { statusCode, headers, headerList, body, received_bytes };
  }

  private startPhase(phase: NetworkPhase): void {
    if (this.settled) return;
    this.phase = phase;
    this.phaseOpen = true;
    this.options.observer.phaseStarted(phase);
  }

  private finishPhase(phase: NetworkPhase): void {
    if (this.settled || !this.phaseOpen || this.phase !== phase) return;
    this.phaseOpen = false;
    this.options.observer.phaseFinished(phase);
  }

  private timeoutError(timeout_ms: number): TransportError {
    const during =
      this.phase === 'connect' && this.proxy
        ? ` (while opening the connection through the proxy ${this.proxy})`
        : this.phase
          ? ` ${timeoutWords[this.phase]}`
          : '';
    return new TransportError(
      'timeout',
      'ETIMEDOUT',
      this.phase,
      `no answer within ${timeout_ms} ms${during}`,
    );
  }

  private tooLarge(): TransportError {
    const limit_mib = this.limit_bytes / (1024 * 1024);
    const limit = limit_mib >= 1 ? `${Number(limit_mib.toFixed(1))} MiB` : `${this.limit_bytes} bytes`;
    return new TransportError(
      'too-large',
      'RESPONSE_TOO_LARGE',
      'download',
      `the response body is larger than ${limit}, the bound of this program; the rest was not read`,
    );
  }
}

const idempotent: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

const timeoutWords: Record<NetworkPhase, string> = {
  dns: '(while looking up the name of the host)',
  connect: '(while opening the connection)',
  tls: '(during the TLS handshake)',
  wait: '(the request was sent; not a byte of the answer came)',
  download: '(the answer had begun, but its body did not end)',
};

/** The URL's own text: it is canonical in its origin. */
const originOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;

function pathAndQuery(url: string): string {
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  return rest.startsWith('/') ? rest : `/${rest}`;
}
