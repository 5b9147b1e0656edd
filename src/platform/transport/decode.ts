/** Content decoding of response bodies: RFC 9110 section 8.4. */
import zlib from 'node:zlib';
import type { HeaderMap } from '../result.js';
import { type Decoder, type Fault, throughStream } from './decompress.js';
import { TransportError } from './transport.js';

const decoders = new Map<string, Decoder>([
  ['gzip', (data, limit_bytes) => throughStream(zlib.createGunzip(), data, limit_bytes)],
  ['x-gzip', (data, limit_bytes) => throughStream(zlib.createGunzip(), data, limit_bytes)],
  ['br', (data, limit_bytes) => throughStream(zlib.createBrotliDecompress(), data, limit_bytes)],
  ['deflate', (data, limit_bytes) => throughStream(inflateEither(data), data, limit_bytes)],
  ['zstd', async (data, limit_bytes) => (await import('./zstd.js')).decodeZstd(data, limit_bytes)],
]);

/** What a request announces, so that upstreams send nothing else. */
export const acceptedEncodings = 'gzip, deflate, br, zstd';

/** What is left of a `Content-Encoding` once `decodeContent` has undone what it knows. */
export function undecodedEncodings(value: string): string {
  const encodings = value.split(',').map((encoding) => encoding.trim());
  const isDone = (encoding = '') => /^(?:identity)?$/i.test(encoding) || decoders.has(encoding.toLowerCase());
  while (encodings.length > 0 && isDone(encodings.at(-1))) encodings.pop();
  return encodings.join(', ');
}

/** Nobody compresses more often; a list without end would be work without end. */
const mostEncodings = 5;

/**
 * Undoes `Content-Encoding`. An encoding that is not known is left as it is, as HTTP clients do.
 * @returns the decoded data, and a failure beside as much of it as there is where it is broken, breaks off or is larger
 * than `limit_bytes` (code `RESPONSE_TOO_LARGE`)
 */
export async function decodeContent(
  data: Uint8Array,
  headers: HeaderMap,
  limit_bytes: number,
): Promise<{ body: Uint8Array; failure: TransportError | null }> {
  const encodings = (headers['content-encoding'] ?? '')
    .split(',')
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  if (data.length === 0) return { body: data, failure: null };
  if (encodings.length > mostEncodings) {
    const message = `the body is compressed ${encodings.length} times over (Content-Encoding)`;
    return { body: data, failure: new TransportError('network', 'CONTENT_ENCODING', 'download', message) };
  }
  let body = data;
  let failure: TransportError | null = null;
  for (const encoding of encodings.reverse()) {
    const decoder = decoders.get(encoding);
    if (!decoder) break;
    const decoded = await decoder(body, limit_bytes);
    body = decoded.data;
    // The outermost fault is the cause of those within; what there is goes through the others all the same.
    if (decoded.fault) failure ??= failureOf(encoding, decoded.fault);
  }
  return { body, failure };
}

/** "deflate" means zlib's format, but servers that send the raw form are old acquaintances. */
function inflateEither(data: Uint8Array): zlib.Inflate {
  const [first = 0, second = 0] = data;
  const isZlib = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
  return isZlib ? zlib.createInflate() : zlib.createInflateRaw();
}

function failureOf(encoding: string, fault: Fault): TransportError {
  switch (fault) {
    case 'too-large':
      return new TransportError('too-large', 'RESPONSE_TOO_LARGE', 'download', 'too large');
    case 'truncated':
      return broken('Z_BUF_ERROR', `the compressed body (${encoding}) breaks off`);
    case 'broken':
      return broken('Z_DATA_ERROR', `the compressed body (${encoding}) is broken`);
  }
}

const broken = (code: string, message: string) => new TransportError('network', code, 'download', message);
