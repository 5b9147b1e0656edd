/** A real HTTP proxy on loopback: tunnels CONNECT to wherever a test says, and remembers what it was asked. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ProxyOptions {
  secure?: boolean;
  /** Where each tunnel leads, `host:port` to a port of loopback. By default to the port that was asked for. */
  targets?: Record<string, number>;
  /** `user:password` that it wants to hear. */
  credentials?: string;
  /** Answers with this status in place of a tunnel. */
  status?: number;
  /** Takes the connection and never answers. */
  silent?: boolean;
}

export interface Proxy {
  url: string;
  port: number;
  /** What each CONNECT asked for. */
  asked: { authority: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

const tlsFile = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url));

export async function startProxy(options: ProxyOptions = {}): Promise<Proxy> {
  const asked: Proxy['asked'] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  };
  const server = options.secure
    ? createSecureServer({ key: tlsFile('server.key'), cert: tlsFile('server.pem') })
    : createServer();
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const authority = request.url ?? '';
    asked.push({ authority, headers: request.headers });
    socket.on('error', () => {});
    if (options.silent) return;
    const given = request.headers['proxy-authorization'];
    const wanted = options.credentials && `Basic ${Buffer.from(options.credentials).toString('base64')}`;
    const status = wanted && given !== wanted ? 407 : options.status;
    if (status) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 2\r\n\r\nno`);
      return;
    }
    const port = options.targets?.[authority] ?? Number(/:(\d+)$/.exec(authority)?.[1]);
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    keep(onward);
    onward.once('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    socket.once('close', () => onward.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
