/**
 * A transport whose other end is a stream in memory that answers every request with `{}`: the real client, parser and
 * bookkeeping, and no network.
 */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Transport } from './transport.js';
import { createUndiciTransport } from './undici.js';

export const createCannedTransport = (): Transport =>
  createUndiciTransport({
    allowPrivateNetwork: true,
    responseBodyLimit_bytes: 1024,
    connector: (_target, callback) =>
      queueMicrotask(() => callback(null, new CannedSocket() as unknown as Socket)),
  });

const answer =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n';

/** A socket whose other end answers once a whole request has been written. */
class CannedSocket extends Duplex {
  readonly bytesWritten = 0;
  private written = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    done();
    this.written += chunk.toString('latin1');
    const [head = '', body] = this.written.split('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (body === undefined || body.length < length) return;
    this.written = '';
    setImmediate(() => this.push(answer));
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
