/**
 * The first exchange of a process takes longer than the later ones: undici compiles its HTTP parser when the first
 * connection opens, and JavaScript runs slowly the first time. That would stand in the first step's time as if the
 * network had been slow. Two exchanges with a stream in memory, before the clock of a run starts, do that work outside
 * of every measurement. Nothing touches the network.
 */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createUndiciTransport } from './undici.js';

/** Never fails: whatever is wrong here is going to show, and be reported, in the run itself. */
export async function warmUpTransport(): Promise<void> {
  const transport = createUndiciTransport({
    allowPrivateNetwork: true,
    responseBodyLimit_bytes: 1024,
    connector: (_target, callback) =>
      queueMicrotask(() => callback(null, new CannedSocket() as unknown as Socket)),
  });
  const exchange = (method: string, body: Uint8Array | null) =>
    transport.send(
      {
        method,
        url: 'http://in-memory.invalid/path?query=1',
        routed: false,
        headers: [['content-type', 'application/json']],
        body,
      },
      {
        timeout_ms: 1000,
        signal: new AbortController().signal,
        observer: { phaseStarted() {}, phaseFinished() {}, connected() {} },
      },
    );
  try {
    await exchange('GET', null);
    await exchange('POST', new TextEncoder().encode('{}'));
  } catch {
    // See above.
  } finally {
    await transport.close();
  }
}

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
