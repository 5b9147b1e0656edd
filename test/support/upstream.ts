/** A real HTTP server on loopback that answers as a test tells it, and remembers what it was asked. */

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  method: string;
  /** Path and query as they stood in the request line. */
  path: string;
  headers: IncomingMessage['headers'];
  rawHeaders: string[];
  body: string;
}

export type Answer = (request: Received, response: ServerResponse, socket: Socket) => void | Promise<void>;

export interface Upstream {
  origin: string;
  port: number;
  received: Received[];
  /** Connections that are open now. */
  connections(): number;
  close(): Promise<void>;
}

const tlsFile = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url));

/** @param options.certificate a file of `fixtures/tls`, made for `server.key` */
export async function startUpstream(
  answer: Answer,
  options: { secure?: boolean; certificate?: string } = {},
): Promise<Upstream> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const entry: Received = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      rawHeaders: request.rawHeaders,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    received.push(entry);
    await answer(entry, response, request.socket);
  };
  const server = options.secure
    ? createSecureServer(
        { key: tlsFile('server.key'), cert: tlsFile(options.certificate ?? 'server.pem') },
        listener,
      )
    : createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${options.secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    received,
    connections: () => sockets.size,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
};
