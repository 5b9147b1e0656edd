/** A TCP connection to addresses that are already known and checked. */
import net from 'node:net';
import type { Addresses } from './resolve.js';

/**
 * Connects to one of the addresses, to nothing else, in their order.
 * @param signal gives the connection up; it then rejects, and an open socket is destroyed
 */
export function connectTcp(
  addresses: Addresses,
  port: number,
  signal: AbortSignal | undefined,
): Promise<net.Socket> {
  signal?.throwIfAborted();
  const [first] = addresses;
  const isChoice = addresses.length > 1;
  return new Promise((settle, fail) => {
    const socket = net.connect({
      // Never looked up: `lookup` hands exactly the checked addresses to Node's own choice between them.
      host: isChoice ? 'resolved.invalid' : first.address,
      port,
      noDelay: true,
      keepAlive: true,
      autoSelectFamily: isChoice,
      lookup: (_name, options, done) => {
        if (options.all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      },
    });
    const giveUp = () => socket.destroy(new Error('given up'));
    signal?.addEventListener('abort', giveUp, { once: true });
    socket.once('close', () => signal?.removeEventListener('abort', giveUp));
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.off('error', fail);
      settle(socket);
    });
  });
}

/** `ip:port` of the other end. */
export const remoteAddress = ({ remoteFamily, remoteAddress: ip, remotePort }: net.Socket): string =>
  `${remoteFamily === 'IPv6' ? `[${ip}]` : ip}:${remotePort}`;
