/**
 * Opens the connections for undici, in three measured parts (look-up, TCP with the tunnel through a proxy, TLS), and
 * refuses addresses that are not public. The check runs on every address that the name resolves to, at the moment of
 * connecting, so that a name which changes its answer between a check and the connection gains nothing. platform.md
 * section 2.
 */
import type net from 'node:net';
import type tls from 'node:tls';
import { refusedAddress } from '../addresses.js';
import { proxyFor, proxyName } from './proxy.js';
import { proxyFailure } from './proxy-failure.js';
import { type Address, type Lookup, literalAddress, resolve, resolveIfPossible } from './resolve.js';
import { type SecureOptions, secureSocket } from './secure-socket.js';
import { connectTcp, remoteAddress } from './tcp.js';
import { tidyHeads } from './tidy-heads.js';
import { type NetworkPhase, TransportError } from './transport.js';
import { secureContext } from './trust.js';
import { openTunnel } from './tunnel.js';

/** What a connection is opened for, in undici's form. */
export interface ConnectionTarget {
  hostname: string;
  protocol: string;
  port: string;
  servername?: string;
}

/** Opens a connection for undici. */
export type Connector = (
  target: ConnectionTarget,
  callback: (...outcome: [error: null, socket: net.Socket] | [error: Error, socket: null]) => void,
) => void;

export interface ConnectionObserver {
  phaseStarted(phase: NetworkPhase): void;
  phaseFinished(phase: NetworkPhase): void;
}

export interface ConnectorOptions {
  /** Refuse private and special addresses. */
  publicOnly: boolean;
  /** Certificate authorities to trust besides Node's own, PEM. */
  certificateAuthorities: readonly string[];
  /** `http.proxy` of the configuration; without it the environment decides. */
  proxy: string | undefined;
  lookup: Lookup;
  /** Who waits for the connection that is being opened; asked at the start of each one. */
  waiting: (target: ConnectionTarget) => ConnectionWaiter | undefined;
}

/** The exchange on whose behalf a connection is opened. */
export interface ConnectionWaiter {
  observer: ConnectionObserver;
  /** Aborted when the exchange is given up: the half-open socket goes with it. */
  signal: AbortSignal;
  /** `proxy` is the name of the proxy that the connection goes through; `address` is then the proxy's. */
  opened(address: string, proxy: string | null): void;
  /** Hands are shaken with the upstream; whether its certificate is accepted is still to be said. */
  handshake?(secured: tls.TLSSocket): void;
}

/** Failures reach the callback as `TransportError` or as the system's own error. */
export function measuredConnector(options: ConnectorOptions): Connector {
  const opener = new Opener(options);
  return (target, callback) => {
    opener.open(target, options.waiting(target)).then(
      (socket) => callback(null, tidyHeads(socket)),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

class Opener {
  private readonly sessions = new Map<string, Buffer>();
  private readonly context: tls.SecureContext | undefined;

  constructor(private readonly options: ConnectorOptions) {
    // Over a hundred certificates to read: now, and not in the time of the first handshake.
    this.context = secureContext(options.certificateAuthorities);
  }

  async open(target: ConnectionTarget, waiter: ConnectionWaiter | undefined): Promise<net.Socket> {
    const secure = target.protocol === 'https:';
    const port = Number(target.port) || (secure ? 443 : 80);
    const hostname = withoutBrackets(target.hostname);
    const authority = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
    const proxy = proxyFor(new URL(`${target.protocol}//${authority}`), this.options.proxy);
    const socket = proxy
      ? await this.openThrough(proxy, hostname, authority, waiter)
      : await this.openDirect(hostname, port, waiter);
    if (!secure) return socket;
    return await measured(waiter, 'tls', () =>
      secureSocket(socket, target.servername || hostname, {
        ...this.secureOptions(authority),
        onHandshake: (secured) => waiter?.handshake?.(secured),
      }),
    );
  }

  private async openDirect(
    hostname: string,
    port: number,
    waiter: ConnectionWaiter | undefined,
  ): Promise<net.Socket> {
    const { lookup, publicOnly } = this.options;
    const find = () => resolve(hostname, lookup);
    const addresses = literalAddress(hostname) ?? (await measured(waiter, 'dns', find));
    if (publicOnly) refusePrivate(hostname, addresses);
    const socket = await measured(waiter, 'connect', () => connectTcp(addresses, port, waiter?.signal));
    waiter?.opened(remoteAddress(socket), null);
    return socket;
  }

  /**
   * The proxy looks the name up for itself; where this machine can do so as well, the address rules hold for what it
   * finds. The proxy's own address may be anything: a person chose it.
   */
  private async openThrough(
    proxy: URL,
    hostname: string,
    authority: string,
    waiter: ConnectionWaiter | undefined,
  ): Promise<net.Socket> {
    const { lookup, publicOnly } = this.options;
    const proxyHost = withoutBrackets(proxy.hostname);
    const find = () =>
      Promise.all([
        resolve(proxyHost, lookup).catch((error: unknown) => {
          throw proxyFailure('dns', proxy, error);
        }),
        publicOnly ? resolveIfPossible(hostname, lookup) : [],
      ]);
    const isLookedUp = !literalAddress(proxyHost) || (publicOnly && !literalAddress(hostname));
    const [addresses, targets] = isLookedUp ? await measured(waiter, 'dns', find) : await find();
    if (publicOnly) refusePrivate(hostname, targets);
    return await measured(waiter, 'connect', async () => {
      const port = Number(proxy.port) || (proxy.protocol === 'https:' ? 443 : 80);
      let socket: net.Socket;
      try {
        socket = await connectTcp(addresses, port, waiter?.signal);
        waiter?.opened(remoteAddress(socket), proxyName(proxy));
        if (proxy.protocol === 'https:') {
          socket = await secureSocket(socket, proxyHost, this.secureOptions(`proxy ${proxy.host}`));
        }
      } catch (error) {
        throw proxyFailure('connect', proxy, error);
      }
      return await openTunnel(socket, proxy, authority);
    });
  }

  private secureOptions(sessionKey: string): SecureOptions {
    return { context: this.context, sessions: this.sessions, sessionKey };
  }
}

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

async function measured<Result>(
  waiter: ConnectionWaiter | undefined,
  phase: NetworkPhase,
  work: () => Promise<Result>,
): Promise<Result> {
  waiter?.observer.phaseStarted(phase);
  try {
    return await work();
  } finally {
    waiter?.observer.phaseFinished(phase);
  }
}

function refusePrivate(hostname: string, addresses: readonly Address[]): void {
  for (const { address } of addresses) {
    const reason = refusedAddress(address);
    if (reason) {
      throw new TransportError(
        'address',
        'ADDRESS_NOT_PUBLIC',
        'dns',
        `'${hostname}' resolves to ${address}; ${reason}`,
      );
    }
  }
}
