/** A TCP server on loopback that says exactly the bytes that a test wants, HTTP or not. */
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface RawServer {
  origin: string;
  port: number;
  /** What each connection has sent so far, as latin1. */
  received: string[];
  /** Connections since the start. */
  connections(): number;
  close(): Promise<void>;
}

export interface RawConnection {
  /** Counts from 0. */
  index: number;
  /** Resolves with everything received once it holds `text`; the wait begins at the end of the earlier one. */
  until(text: string): Promise<string>;
}

/** The head of a request has arrived. */
export const endOfHead = '\r\n\r\n';

export async function rawServer(
  talk: (socket: Socket, connection: RawConnection) => void | Promise<void>,
): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const index = received.length;
    received.push('');
    let seen = 0;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
    socket.on('end', () => socket.end());
    socket.on('data', (chunk) => {
      received[index] += chunk.toString('latin1');
    });
    const until = (text: string) =>
      new Promise<string>((settle) => {
        const look = () => {
          const at = received[index]?.indexOf(text, seen) ?? -1;
          if (at < 0) return;
          const from = seen;
          seen = at + text.length;
          socket.off('data', look);
          settle(received[index]?.slice(from, seen) ?? '');
        };
        socket.on('data', look);
        look();
      });
    void talk(socket, { index, until });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    received,
    connections: () => received.length,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
