/** A tunnel through an HTTP proxy: CONNECT, RFC 9110 section 9.3.6. */
import http from 'node:http';
import type { Duplex } from 'node:stream';
import { version } from '../version.js';
import { proxyCredentials } from './proxy.js';
import { tunnelBroken, tunnelRefused } from './proxy-failure.js';

/**
 * Asks the proxy at the other end of `socket` for a tunnel to `authority` (`host:port`); afterwards the socket is the
 * tunnel.
 * @throws {TransportError} with a code that begins with `PROXY_`
 */
export function openTunnel<Socket extends Duplex>(
  socket: Socket,
  proxy: URL,
  authority: string,
): Promise<Socket> {
  const credentials = proxyCredentials(proxy);
  const request = http.request({
    method: 'CONNECT',
    path: authority,
    createConnection: () => socket,
    headers: {
      host: authority,
      'user-agent': `connector-cli/${version}`,
      'proxy-connection': 'keep-alive',
      ...(credentials ? { 'proxy-authorization': basic(credentials) } : {}),
    },
  });
  // Node would say `close` for a request that has no agent, and some proxies take it at its word.
  request.removeHeader('connection');
  return new Promise((settle, fail) => {
    request.once('connect', (response, _socket, head: Buffer) => {
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) {
        if (head.length > 0) socket.unshift(head);
        settle(socket);
        return;
      }
      socket.destroy();
      fail(tunnelRefused(proxy, authority, status));
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      socket.destroy();
      fail(tunnelBroken(proxy, authority, error));
    });
    request.end();
  });
}

function basic({ user, password }: { user: string; password: string }): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
