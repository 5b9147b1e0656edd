/**
 * undici compiles its HTTP parser when the first connection opens, which takes longer than many an exchange and would
 * stand in the first step's time as if the network had been slow. One exchange with a stream in memory, before the
 * clock of a run starts, does that work outside of every measurement. Nothing touches the network.
 */

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { Client } from 'undici';

let warm: Promise<void> | null = null;

/** Compiles the HTTP parser once per process; never fails. */
export function warmUpHttpParser(): Promise<void> {
  warm ??= exchangeInMemory().catch(() => undefined);
  return warm;
}

async function exchangeInMemory(): Promise<void> {
  const socket = new CannedSocket();
  const client = new Client('http://in-memory.invalid', {
    connect: (_options, callback) => queueMicrotask(() => callback(null, socket as unknown as Socket)),
  });
  const response = await client.request({
    path: '/',
    method: 'POST',
    body: '{}',
    headers: ['content-type', 'a/b'],
  });
  await response.body.text();
  await client.destroy();
}

/** A socket whose other end answers one request, at once. */
class CannedSocket extends Duplex {
  readonly bytesWritten = 0;
  private answered = false;

  override _write(_chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    done();
    if (this.answered) return;
    this.answered = true;
    setImmediate(() =>
      this.push('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nok'),
    );
  }
  override _read(): void {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
}
