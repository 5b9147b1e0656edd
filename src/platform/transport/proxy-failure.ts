/** What goes wrong with a proxy, with codes that tell it apart from what goes wrong with an upstream. */
import { STATUS_CODES } from 'node:http';
import { asTransportError } from './network-errors.js';
import { proxyName } from './proxy.js';
import { type NetworkPhase, TransportError } from './transport.js';

/** The proxy could not be reached. */
export function proxyFailure(
  phase: Extract<NetworkPhase, 'dns' | 'connect'>,
  proxy: URL,
  thrown: unknown,
): TransportError {
  const error = asTransportError(thrown, phase);
  const name = proxyName(proxy);
  const failed = (code: string, message: string) =>
    new TransportError('network', code, phase, message, { cause: thrown });
  if (phase === 'dns') return failed('PROXY_NOT_FOUND', `the name of the proxy ${name} does not resolve`);
  if (error.code === 'ECONNREFUSED') {
    return failed('PROXY_REFUSED', `the proxy ${name} refused the connection; nothing listens there`);
  }
  return failed('PROXY_UNREACHABLE', `no connection to the proxy ${name}: ${error.message} (${error.code})`);
}

/** The proxy answered CONNECT, and not with a tunnel. */
export function tunnelRefused(proxy: URL, authority: string, status: number): TransportError {
  const words = STATUS_CODES[status];
  return new TransportError(
    'network',
    statusCode(status),
    'connect',
    `the proxy ${proxyName(proxy)} answered ${status}${words ? ` (${words})` : ''} when asked for a connection to ${authority}`,
  );
}

/** The proxy closed the connection to it, or what it said is no HTTP. */
export function tunnelBroken(proxy: URL, authority: string, cause: NodeJS.ErrnoException): TransportError {
  const name = proxyName(proxy);
  return cause.code?.startsWith('HPE_')
    ? new TransportError(
        'network',
        'PROXY_PROTOCOL',
        'connect',
        `what listens at ${name} does not answer as an HTTP proxy does`,
        { cause },
      )
    : new TransportError(
        'network',
        'PROXY_CLOSED',
        'connect',
        `the proxy ${name} closed the connection when asked for one to ${authority}`,
        { cause },
      );
}

function statusCode(status: number): string {
  if (status === 407) return 'PROXY_AUTHENTICATION';
  if (status === 401 || status === 403) return 'PROXY_FORBIDDEN';
  return status >= 500 ? 'PROXY_GATEWAY' : 'PROXY_STATUS';
}
