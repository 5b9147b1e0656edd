/** Content decoding of response bodies. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { HeaderMap } from '../result.js';

type Decoder = (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const inflateEither: Decoder = async (data, options) => {
  // "deflate" means zlib's format, but servers that send the raw form are old acquaintances.
  try {
    return await promisify(zlib.inflate)(data, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error;
    return await promisify(zlib.inflateRaw)(data, options);
  }
};

const decoders = new Map<string, Decoder>([
  ['gzip', (data, options) => promisify(zlib.gunzip)(data, options)],
  ['x-gzip', (data, options) => promisify(zlib.gunzip)(data, options)],
  ['br', (data, options) => promisify(zlib.brotliDecompress)(data, options)],
  ['deflate', inflateEither],
]);

/** What a request announces, so that upstreams send nothing else. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * Undoes `Content-Encoding`. An encoding that is not known is left as it is, as HTTP clients do.
 * @throws the decoder's error where the data is broken, with code `ERR_BUFFER_TOO_LARGE` past `limit_bytes`.
 */
export async function decodeContent(
  data: Uint8Array,
  headers: HeaderMap,
  limit_bytes: number,
): Promise<Uint8Array> {
  const encodings = (headers['content-encoding'] ?? '')
    .split(',')
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  let decoded = data;
  if (decoded.length === 0) return decoded;
  for (const encoding of encodings.reverse()) {
    const decoder = decoders.get(encoding);
    if (!decoder) return decoded;
    decoded = await decoder(decoded, { maxOutputLength: limit_bytes });
  }
  return decoded;
}
