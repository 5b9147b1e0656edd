/**
 * Opens the connections for undici, in three measured parts (look-up, TCP, TLS), and refuses addresses that are not
 * public. The check runs on every address that the name resolves to, at the moment of connecting, so that a name which
 * changes its answer between a check and the connection gains nothing. platform.md section 2.
 */
import { lookup } from 'node:dns/promises';
import net from 'node:net';
import tls from 'node:tls';
import { refusedAddress } from '../addresses.js';
import { type NetworkPhase, TransportError } from './transport.js';

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
  /** Who waits for the connection that is being opened; asked at the start of each one. */
  waiting: () => ConnectionWaiter | undefined;
}

/** The exchange on whose behalf a connection is opened. */
export interface ConnectionWaiter {
  observer: ConnectionObserver;
  /** Aborted when the exchange is given up: the half-open socket goes with it. */
  signal: AbortSignal;
  opened(address: string): void;
}

interface Address {
  address: string;
  family: number;
}

/** Failures reach the callback as `TransportError` or as the system's own error. */
export function measuredConnector(options: ConnectorOptions): Connector {
  const sessions = new Map<string, Buffer>();
  return (target, callback) => {
    open(target, options, options.waiting(), sessions).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

async function open(
  target: ConnectionTarget,
  options: ConnectorOptions,
  waiter: ConnectionWaiter | undefined,
  sessions: Map<string, Buffer>,
): Promise<net.Socket> {
  const observer = waiter?.observer;
  const secure = target.protocol === 'https:';
  const port = Number(target.port) || (secure ? 443 : 80);
  const hostname = target.hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolve(hostname, observer);
  if (options.publicOnly) refusePrivate(hostname, addresses);
  const socket = await connectTcp(addresses, port, observer, waiter?.signal);
  const giveUp = () => socket.destroy(new Error('given up'));
  waiter?.signal.addEventListener('abort', giveUp, { once: true });
  socket.once('close', () => waiter?.signal.removeEventListener('abort', giveUp));
  waiter?.opened(
    `${socket.remoteFamily === 'IPv6' ? `[${socket.remoteAddress}]` : socket.remoteAddress}:${port}`,
  );
  if (!secure) return socket;
  return await secureSocket(
    socket,
    target.servername || hostname,
    `${hostname}:${port}`,
    options,
    observer,
    sessions,
  );
}

async function resolve(hostname: string, observer: ConnectionObserver | undefined): Promise<Address[]> {
  const family = net.isIP(hostname);
  if (family) return [{ address: hostname, family }];
  observer?.phaseStarted('dns');
  try {
    return await lookup(hostname, { all: true, verbatim: true });
  } finally {
    observer?.phaseFinished('dns');
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

function connectTcp(
  addresses: readonly Address[],
  port: number,
  observer: ConnectionObserver | undefined,
  signal: AbortSignal | undefined,
): Promise<net.Socket> {
  signal?.throwIfAborted();
  observer?.phaseStarted('connect');
  return new Promise((settle, fail) => {
    const first = addresses[0];
    if (!first) {
      fail(new TransportError('network', 'ENOTFOUND', 'dns', 'the name has no address'));
      return;
    }
    const socket = net.connect({
      host: first.address,
      port,
      noDelay: true,
      keepAlive: true,
      // The names are resolved already: this hands exactly the checked addresses to Node's own choice between them.
      autoSelectFamily: addresses.length > 1,
      lookup: (_name, lookupOptions, done) => {
        if (lookupOptions.all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      },
      ...(addresses.length > 1 ? { host: 'resolved.invalid' } : {}),
    });
    const onError = (error: Error) => {
      observer?.phaseFinished('connect');
      fail(error);
    };
    const giveUp = () => socket.destroy(new Error('given up'));
    signal?.addEventListener('abort', giveUp, { once: true });
    socket.once('error', onError);
    socket.once('connect', () => {
      signal?.removeEventListener('abort', giveUp);
      socket.off('error', onError);
      observer?.phaseFinished('connect');
      settle(socket);
    });
  });
}

function secureSocket(
  socket: net.Socket,
  hostname: string,
  sessionKey: string,
  options: ConnectorOptions,
  observer: ConnectionObserver | undefined,
  sessions: Map<string, Buffer>,
): Promise<net.Socket> {
  observer?.phaseStarted('tls');
  return new Promise((settle, fail) => {
    const session = sessions.get(sessionKey);
    const secured = tls.connect({
      socket,
      host: hostname,
      ...(net.isIP(hostname) ? {} : { servername: hostname }),
      ALPNProtocols: ['http/1.1'],
      ...(session ? { session } : {}),
      ...(options.certificateAuthorities.length > 0
        ? { ca: [...tls.rootCertificates, ...options.certificateAuthorities] }
        : {}),
    });
    const onError = (error: Error) => {
      observer?.phaseFinished('tls');
      fail(error);
    };
    secured.once('error', onError);
    secured.on('session', (ticket: Buffer) => sessions.set(sessionKey, ticket));
    secured.once('secureConnect', () => {
      secured.off('error', onError);
      observer?.phaseFinished('tls');
      settle(secured);
    });
  });
}
