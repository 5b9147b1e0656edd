/** Zstandard: Node's own where it has it (from 22.15), else a library. RFC 8878, RFC 9659. */
import vm from 'node:vm';
import zlib from 'node:zlib';
import { type Decoded, type Fault, throughStream } from './decompress.js';

/** What RFC 9659 allows on the web; a frame that wants more memory is refused. */
const largestWindow_log = 23;

/**
 * The library believes whatever a frame says of itself, and a few bytes can keep it busy for minutes. Real data of
 * our largest size takes it a fraction of this.
 */
const patience_ms = 3000;

interface NativeZstd {
  createZstdDecompress?: (options: { params: Record<number, number> }) => zlib.Gunzip;
  constants: { ZSTD_d_windowLogMax: number };
}

export async function decodeZstd(data: Uint8Array, limit_bytes: number): Promise<Decoded> {
  const { createZstdDecompress, constants } = zlib as unknown as NativeZstd;
  const { frames, isCut } = inspect(data);
  // Node's own ends with the first frame, and what follows is lost.
  if (!createZstdDecompress || frames > 1) return await decodeByLibrary(data, limit_bytes);
  const params = { [constants.ZSTD_d_windowLogMax]: largestWindow_log };
  const decoded = await throughStream(createZstdDecompress({ params }), data, limit_bytes);
  return isCut && decoded.fault === null ? { ...decoded, fault: 'truncated' } : decoded;
}

/** For Node without Zstandard of its own. */
export async function decodeByLibrary(
  data: Uint8Array,
  limit_bytes: number,
  timeout_ms = patience_ms,
): Promise<Decoded> {
  const { Decompress } = await import('fzstd');
  const chunks: Uint8Array[] = [];
  let size_bytes = 0;
  const ended = (fault: Fault | null) => ({
    data: Buffer.concat(chunks).subarray(0, limit_bytes),
    fault,
  });
  if (inspect(data).window_bytes > 2 ** largestWindow_log) return ended('broken');
  const stop = new Error('too large');
  const stream = new Decompress((chunk) => {
    size_bytes += chunk.length;
    chunks.push(chunk);
    if (size_bytes > limit_bytes) throw stop;
  });
  try {
    // The one way to interrupt JavaScript that does not yield.
    vm.runInNewContext('decode()', { decode: () => stream.push(data, true) }, { timeout: timeout_ms });
    return ended(null);
  } catch (error) {
    if (error === stop) return ended('too-large');
    return ended((error as { code?: unknown }).code === unexpectedEnd ? 'truncated' : 'broken');
  }
}

/** `ZstdErrorCode.UnexpectedEOF` of the library. */
const unexpectedEnd = 5;

interface Structure {
  frames: number;
  /** The largest window that a frame asks for; the library allocates it unasked. */
  window_bytes: number;
  /** The data ends before its last frame does. */
  isCut: boolean;
}

/** Goes from frame to frame, as far as they are ones. */
function inspect(data: Uint8Array): Structure {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const found: Structure = { frames: 0, window_bytes: 0, isCut: false };
  let at = 0;
  try {
    while (at < data.length) {
      const magic = view.getUint32(at, true);
      const isSkippable = magic >>> 4 === 0x184d2a5;
      if (!isSkippable && magic !== 0xfd2fb528) break;
      found.frames += 1;
      if (isSkippable) {
        at += 8 + view.getUint32(at + 4, true);
        continue;
      }
      const frame = readFrameHeader(view, at + 4);
      found.window_bytes = Math.max(found.window_bytes, frame.window_bytes);
      at = endOfBlocks(view, frame.end) + (frame.hasChecksum ? 4 : 0);
    }
    found.isCut = at > data.length;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.isCut = true;
  }
  return found;
}

function readFrameHeader(view: DataView, start: number) {
  const descriptor = view.getUint8(start);
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const size_bytes = sizeFlag === 0 ? (isSingle ? 1 : 0) : 1 << sizeFlag;
  const dictionary_bytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeAt = start + 1 + (isSingle ? 0 : 1) + dictionary_bytes;
  let window_bytes: number;
  if (isSingle) {
    window_bytes =
      size_bytes === 1
        ? view.getUint8(sizeAt)
        : size_bytes === 2
          ? view.getUint16(sizeAt, true) + 256
          : size_bytes === 4
            ? view.getUint32(sizeAt, true)
            : Number(view.getBigUint64(sizeAt, true));
  } else {
    const window = view.getUint8(start + 1);
    const base_bytes = 2 ** (10 + (window >> 3));
    window_bytes = base_bytes + (base_bytes / 8) * (window & 7);
  }
  return { window_bytes, end: sizeAt + size_bytes, hasChecksum: (descriptor & 4) !== 0 };
}

function endOfBlocks(view: DataView, start: number): number {
  for (let at = start; ; ) {
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const isRepeated = ((header >> 1) & 3) === 1;
    at += 3 + (isRepeated ? 1 : header >> 3);
    if (header & 1) return at;
  }
}
