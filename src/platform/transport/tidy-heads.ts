/**
 * What RFC 9112 asks of clients and undici's parser refuses: an interim answer `100 Continue` that nobody asked for
 * (RFC 9110 section 15.2), and header values that are folded over several lines (RFC 9112 section 5.2).
 */
import type { Socket } from 'node:net';
import { responseHeadLimit_bytes } from '../limits.js';

/** A head beyond this goes on as it is; undici's own bound is the same. */
const largestHead_bytes = responseHeadLimit_bytes;

/** Changes how the socket is read: answers come out without either. Bodies pass untouched. */
export function tidyHeads<Stream extends Socket>(socket: Stream): Stream {
  const read = socket.read.bind(socket);
  const write = socket.write.bind(socket) as (...chunk: unknown[]) => boolean;
  let expectsHead = false;
  let held: Buffer[] = [];

  socket.write = ((...args: unknown[]) => {
    // undici writes the head of a request as text and its body as bytes.
    if (typeof args[0] === 'string') expectsHead = true;
    return write(...args);
  }) as Stream['write'];

  socket.read = () => {
    for (;;) {
      const chunk = read() as Buffer | null;
      if (chunk === null || !expectsHead) return chunk;
      if (held.length === 0 && isTidy(chunk)) {
        expectsHead = false;
        return chunk;
      }
      held.push(chunk);
      const tidied = tidy(Buffer.concat(held));
      if (tidied.waits) {
        held = [tidied.data];
        continue;
      }
      held = [];
      expectsHead = false;
      return tidied.data;
    }
  };
  return socket;
}

/** The head is whole, final and not folded, as nearly all are. */
function isTidy(chunk: Buffer): boolean {
  const end = chunk.indexOf('\r\n\r\n');
  if (end < 0 || chunk[0] !== 0x48 || chunk[9] === 0x31) return false;
  const folds = (fold: string) => {
    const at = chunk.indexOf(fold);
    return at >= 0 && at < end;
  };
  return !folds('\n ') && !folds('\n\t');
}

/** Takes off interim answers from the front, and unfolds the head of the one that counts. */
function tidy(data: Buffer): { data: Buffer; waits: boolean } {
  let rest = data;
  for (;;) {
    const start = rest.subarray(0, 12).toString('latin1');
    const waits = { data: rest, waits: true };
    if (!start.startsWith('HTTP/'.slice(0, start.length))) return { data: rest, waits: false };
    const text = rest.subarray(0, largestHead_bytes).toString('latin1');
    const end = /\r?\n\r?\n/.exec(text);
    if (!end) return rest.length >= largestHead_bytes ? { data: rest, waits: false } : waits;
    const length = end.index + end[0].length;
    const status = /^HTTP\/1\.[01] (1\d\d)/.exec(text)?.[1];
    // 101 ends what is HTTP; others of the kind say nothing that anybody here wants to know.
    if (status === undefined || status === '101') {
      const head = text.slice(0, length).replace(/\r?\n[ \t]+/g, ' ');
      return { data: Buffer.concat([Buffer.from(head, 'latin1'), rest.subarray(length)]), waits: false };
    }
    rest = rest.subarray(length);
    if (rest.length === 0) return { data: rest, waits: true };
  }
}
