/**
 * One origin, contacted once as a run would contact it: look-up, connection (through a proxy where one holds), TLS and a
 * `HEAD /` without credentials. Everything that was seen on the way is kept, also where it ends badly.
 */
import http from 'node:http';
import type net from 'node:net';
import tls, { type TLSSocket } from 'node:tls';
import { refusedAddress } from '../platform/addresses.js';
import type { Clock } from '../platform/clock.js';
import { type ConnectionWaiter, type Connector, measuredConnector } from '../platform/transport/connector.js';
import { asTransportError } from '../platform/transport/network-errors.js';
import { type Lookup, systemLookup } from '../platform/transport/resolve.js';
import type { NetworkPhase, TransportError } from '../platform/transport/transport.js';
import { secureContext } from '../platform/transport/trust.js';
import { version } from '../platform/version.js';
import { type TlsFacts, tlsFacts } from './tls-facts.js';

export interface Probe {
  /** In the order to try them; null where nothing was looked up here. */
  addresses: { address: string; refused: string | null }[] | null;
  /** `proxy` is its name; `address` is then the proxy's. */
  connection: { address: string; proxy: string | null } | null;
  tls: TlsFacts | null;
  answer: { status_code: number; skew_ms: number | null } | null;
  durations_ms: Partial<Record<ProbePhase, number>>;
  failure: ProbeFailure | null;
}

export type ProbePhase = 'dns' | 'connect' | 'tls' | 'http';

export interface ProbeFailure {
  phase: ProbePhase;
  kind: TransportError['failure'];
  code: string;
  message: string;
}

export interface ProbeSettings {
  /** `http.ca`, PEM. */
  certificateAuthorities: readonly string[];
  /** `http.proxy`. */
  proxy: string | undefined;
  timeout_ms: number;
  signal: AbortSignal;
  clock: Clock;
  lookup?: Lookup;
}

/** @throws where `signal` is aborted, its reason */
export type Prober = (origin: string, publicOnly: boolean) => Promise<Probe>;

/** Reads the certificates that it trusts once, for all origins. */
export function createProber(settings: ProbeSettings): Prober {
  const found = new Map<string, string[]>();
  const lookup: Lookup = async (hostname) => {
    const addresses = await (settings.lookup ?? systemLookup)(hostname);
    found.set(
      hostname,
      addresses.map(({ address }) => address),
    );
    return addresses;
  };
  let waiting: ConnectionWaiter | undefined;
  const connector = (publicOnly: boolean): Connector =>
    measuredConnector({
      publicOnly,
      certificateAuthorities: settings.certificateAuthorities,
      proxy: settings.proxy,
      lookup,
      waiting: () => waiting,
    });
  const connectors = { guarded: connector(true), open: connector(false) };
  // Authorities are read at the first use, which would show as the time of whichever hosts came first.
  if (!secureContext(settings.certificateAuthorities)) tls.createSecureContext();
  return async (origin, publicOnly) => {
    const url = new URL(origin);
    const attempt = new Attempt(url, settings);
    const probe = await attempt.run((callback) => {
      waiting = attempt;
      const { hostname, protocol, port } = url;
      connectors[publicOnly ? 'guarded' : 'open']({ hostname, protocol, port }, callback);
    });
    const addresses = found.get(url.hostname);
    // Behind a proxy it is not these that are contacted.
    if (addresses && !probe.connection?.proxy) {
      probe.addresses = addresses.map((address) => ({ address, refused: refusedAddress(address) }));
    }
    return probe;
  };
}

class Attempt implements ConnectionWaiter {
  readonly signal: AbortSignal;
  readonly observer: ConnectionWaiter['observer'];
  private readonly timeout: AbortSignal;
  private readonly started_ms = new Map<ProbePhase, number>();
  private phase: ProbePhase = 'dns';
  private readonly probe: Probe = {
    addresses: null,
    connection: null,
    tls: null,
    answer: null,
    durations_ms: {},
    failure: null,
  };

  constructor(
    private readonly url: URL,
    private readonly settings: ProbeSettings,
  ) {
    this.timeout = AbortSignal.timeout(settings.timeout_ms);
    this.signal = AbortSignal.any([this.timeout, settings.signal]);
    this.observer = {
      phaseStarted: (phase) => this.start(phaseOf(phase)),
      phaseFinished: (phase) => this.finish(phaseOf(phase)),
    };
  }

  async run(open: (callback: Parameters<Connector>[1]) => void): Promise<Probe> {
    let socket: net.Socket | undefined;
    try {
      socket = await new Promise<net.Socket>((settle, fail) => {
        // A look-up cannot be given up; waiting for it can.
        this.signal.addEventListener('abort', () => fail(this.signal.reason), { once: true });
        open((error, opened) => {
          if (error) fail(error);
          else if (this.signal.aborted) opened.destroy();
          else settle(opened);
        });
      });
      this.start('http');
      this.probe.answer = await this.ask(socket);
      this.finish('http');
    } catch (error) {
      this.settings.signal.throwIfAborted();
      this.probe.failure = this.failureOf(error);
    } finally {
      socket?.destroy();
    }
    return this.probe;
  }

  opened(address: string, proxy: string | null): void {
    this.probe.connection = { address, proxy };
  }

  handshake(socket: TLSSocket): void {
    this.probe.tls = tlsFacts(socket, this.settings.clock.date_ms());
  }

  private start(phase: ProbePhase): void {
    this.phase = phase;
    this.started_ms.set(phase, this.settings.clock.now_ms());
  }

  private finish(phase: ProbePhase): void {
    const started_ms = this.started_ms.get(phase);
    if (started_ms === undefined) return;
    this.probe.durations_ms[phase] = Math.round((this.settings.clock.now_ms() - started_ms) * 1000) / 1000;
  }

  /** Any answer will do; its body, which HEAD should not have, is not read. */
  private ask(socket: net.Socket): Promise<Probe['answer']> {
    const { clock } = this.settings;
    const request = http.request({
      method: 'HEAD',
      path: '/',
      createConnection: () => socket,
      signal: this.signal,
      headers: {
        host: this.url.host,
        'user-agent': `connector-cli/${version}`,
        accept: '*/*',
        connection: 'close',
      },
    });
    return new Promise((settle, fail) => {
      const sent_ms = clock.date_ms();
      request.once('error', fail);
      request.once('response', (response) => {
        const local_ms = (sent_ms + clock.date_ms()) / 2;
        response.destroy();
        settle({ status_code: response.statusCode ?? 0, skew_ms: skewOf(response.headers, local_ms) });
      });
      request.end();
    });
  }

  private failureOf(thrown: unknown): ProbeFailure {
    const { phase } = this;
    if (this.timeout.aborted) {
      const message = `no answer within ${this.settings.timeout_ms} ms`;
      return { phase, kind: 'timeout', code: 'ETIMEDOUT', message };
    }
    const { failure: kind, code, message } = asTransportError(thrown, phase === 'http' ? 'wait' : phase);
    return { phase, kind, code, message };
  }
}

const phaseOf = (phase: NetworkPhase): ProbePhase =>
  phase === 'wait' || phase === 'download' ? 'http' : phase;

/** `Date` is the time at the origin, `Age` how long a cache has kept the answer since. RFC 9111, section 4.2.3. */
function skewOf(headers: http.IncomingHttpHeaders, local_ms: number): number | null {
  const date_ms = Date.parse(headers.date ?? '');
  if (Number.isNaN(date_ms)) return null;
  const age_s = /^\d{1,9}$/.test(headers.age ?? '') ? Number(headers.age) : 0;
  const skew_ms = local_ms - (date_ms + age_s * 1000);
  // The header tells whole seconds, rounded down.
  return skew_ms > 0 ? Math.max(skew_ms - 1000, 0) : skew_ms;
}
