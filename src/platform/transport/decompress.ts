/** Decompression that never makes more than it is allowed to, and keeps what it made. */
import type zlib from 'node:zlib';

export type Fault = 'broken' | 'truncated' | 'too-large';

/** What came out, up to the bound, and what ended it before the data did. */
export interface Decoded {
  data: Uint8Array;
  fault: Fault | null;
}

export type Decoder = (data: Uint8Array, limit_bytes: number) => Promise<Decoded>;

/** Decodes in pieces, so that a small body that unpacks to a huge one never gets further than the bound. */
export function throughStream(
  stream: zlib.Gunzip | zlib.BrotliDecompress,
  data: Uint8Array,
  limit_bytes: number,
): Promise<Decoded> {
  const chunks: Buffer[] = [];
  let size_bytes = 0;
  return new Promise((settle) => {
    const end = (fault: Fault | null) => {
      settle({ data: Buffer.concat(chunks).subarray(0, limit_bytes), fault });
      stream.destroy();
    };
    stream.on('data', (chunk: Buffer) => {
      if (size_bytes > limit_bytes) return;
      size_bytes += chunk.length;
      chunks.push(chunk);
      if (size_bytes > limit_bytes) end('too-large');
    });
    stream.once('end', () => end(null));
    stream.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'Z_BUF_ERROR' ? 'truncated' : 'broken'),
    );
    stream.end(data);
  });
}
