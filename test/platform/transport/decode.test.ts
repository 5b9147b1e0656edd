import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeContent } from '../../../src/platform/transport/decode.js';
import { decodeByLibrary, decodeZstd } from '../../../src/platform/transport/zstd.js';
import { bodyText, closing, failureOf, send, transport } from '../../support/exchange.js';
import { startUpstream } from '../../support/upstream.js';

const text = 'héllo héllo héllo héllo, and héllo again';
const plain = Buffer.from(text);

/** Made by the reference implementation, with and without a checksum. */
const zstd = Buffer.from('KLUv/QRo1QAAiGjDqWxsbyAsIGFuZGFnYWluAgA2CS26GAGe1bz2', 'base64');
const zstdWithoutChecksum = Buffer.from('KLUv/QBY1QAAiGjDqWxsbyAsIGFuZGFnYWluAgA9CS26GAE=', 'base64');
/** 8 MB of zeros. */
const zstdZeros = Buffer.from(
  `KLUv/QRoTAAACAABAPz/ORACAgAQAAIAEAACABAAAgAQ${'AAIAEAACABAAAgAQ'.repeat(17)}AAIAEAACABAAAgAQAAIAEAACABAAA5AAAFE1iG4=`,
  'base64',
);

/** A frame of blocks that each repeat one byte, by hand: `size` bytes from four. */
function repeatingFrame(blocks: number, window = 0x58): Buffer {
  const size = 128 * 1024;
  const block = (isLast: boolean) => {
    const header = (size << 3) | (1 << 1) | (isLast ? 1 : 0);
    return Buffer.from([header & 255, (header >> 8) & 255, header >> 16, 0x78]);
  };
  const list = Array.from({ length: blocks }, (_each, index) => block(index === blocks - 1));
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, window]), ...list]);
}

const upstream = async (encoding: string, body: Uint8Array) =>
  closing(
    await startUpstream((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(body);
    }),
  );

describe('a body that is compressed', () => {
  it.each([
    ['gzip', zlib.gzipSync(plain)],
    ['x-gzip', zlib.gzipSync(plain)],
    ['GZip', zlib.gzipSync(plain)],
    ['br', zlib.brotliCompressSync(plain)],
    ['deflate', zlib.deflateSync(plain)],
    ['deflate', zlib.deflateRawSync(plain)],
    ['deflate', zlib.deflateRawSync(plain, { level: 0 })],
    ['zstd', zstd],
    ['zstd', zstdWithoutChecksum],
    ['zstd', Buffer.concat([Buffer.from('502a4d1803000000616263', 'hex'), zstd])],
    ['identity', plain],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(plain))],
    ['br,gzip , identity', zlib.gzipSync(zlib.brotliCompressSync(plain))],
    ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(plain))],
    ['unknown', plain],
    ['unknown, gzip', zlib.gzipSync(plain)],
  ])('is decoded: %s', async (encoding, body) => {
    const server = await upstream(encoding, body);
    const answer = await send(transport(), { url: server.origin });
    expect(bodyText(answer)).toBe(text);
    expect(answer.received_bytes).toBe(body.length);
  });

  it('is left alone where the outermost encoding is unknown', async () => {
    const body = zlib.gzipSync(plain);
    const server = await upstream('gzip, unknown', body);
    expect(Buffer.from((await send(transport(), { url: server.origin })).body)).toEqual(body);
  });

  it('is decoded in several parts, one after the other', async () => {
    const halves = [plain.subarray(0, 10), plain.subarray(10)];
    const server = await upstream('gzip', Buffer.concat(halves.map((half) => zlib.gzipSync(half))));
    expect(bodyText(await send(transport(), { url: server.origin }))).toBe(text);
    const frames = await upstream('zstd', Buffer.concat([zstd, zstdWithoutChecksum]));
    expect(bodyText(await send(transport(), { url: frames.origin }))).toBe(text + text);
  });

  it('may be empty', async () => {
    for (const encoding of ['gzip', 'br', 'zstd', 'deflate']) {
      const server = await upstream(encoding, Buffer.alloc(0));
      const answer = await send(transport(), { url: server.origin });
      expect(answer.body.length).toBe(0);
      expect((await send(transport(), { url: server.origin, method: 'HEAD' })).body.length).toBe(0);
    }
  });
});

describe('a compressed body that cannot be decoded', () => {
  const long = Buffer.from(Array.from({ length: 20_000 }, (_each, index) => `line ${index}\n`).join(''));
  it.each([
    ['gzip', zlib.gzipSync(long)],
    ['deflate', zlib.deflateSync(long)],
    ['br', zlib.brotliCompressSync(long)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(long))],
  ])('keeps what came before it broke off: %s', async (encoding, whole) => {
    const server = await upstream(encoding, whole.subarray(0, whole.length - 9));
    const error = await failureOf(send(transport(), { url: server.origin }));
    const outermost = encoding.split(', ').at(-1);
    expect(error).toMatchObject({ failure: 'network', code: 'Z_BUF_ERROR', phase: 'download' });
    expect(error.message).toBe(`the compressed body (${outermost}) breaks off`);
    const kept = bodyText(error.partial ?? { body: new Uint8Array() });
    expect(kept.length).toBeGreaterThan(1000);
    expect(long.toString().startsWith(kept.slice(0, -10))).toBe(true);
    expect(error.partial?.statusCode).toBe(200);
  });

  it.each([1, 3, 4, 9, 20, zstd.length - 2])('breaks off after %i bytes of zstd', async (length) => {
    const server = await upstream('zstd', zstd.subarray(0, length));
    const error = await failureOf(send(transport(), { url: server.origin }));
    expect(['Z_BUF_ERROR', 'Z_DATA_ERROR']).toContain(error.code);
  });

  it.each(['gzip', 'x-gzip', 'deflate', 'br', 'zstd'])('is not %s at all', async (encoding) => {
    const server = await upstream(encoding, Buffer.from('<html>this is not compressed</html>'));
    const error = await failureOf(send(transport(), { url: server.origin }));
    expect(error).toMatchObject({ failure: 'network', code: 'Z_DATA_ERROR', phase: 'download' });
    expect(error.message).toBe(`the compressed body (${encoding}) is broken`);
  });

  it('is compressed more often than anybody does', async () => {
    const server = await upstream(Array(1000).fill('gzip').join(', '), zlib.gzipSync(plain));
    const error = await failureOf(send(transport(), { url: server.origin }));
    expect(error).toMatchObject({ code: 'CONTENT_ENCODING' });
  });
});

describe('a body that unpacks to a huge one', () => {
  const huge = Buffer.alloc(192 * 1024 * 1024);
  it.each([
    ['gzip', zlib.gzipSync(huge)],
    ['deflate', zlib.deflateSync(huge)],
    ['deflate', zlib.deflateRawSync(huge)],
    ['br', zlib.brotliCompressSync(huge, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(huge))],
    ['zstd', zstdZeros],
    ['zstd', repeatingFrame(16 * 1024)],
  ])('ends at the bound: %s', async (encoding, body) => {
    const server = await upstream(encoding, body);
    const before = process.memoryUsage().rss;
    const error = await failureOf(send(transport(), { url: server.origin }));
    expect(error).toMatchObject({ failure: 'too-large', code: 'RESPONSE_TOO_LARGE', phase: 'download' });
    expect(error.message).toContain('larger than 1 MiB');
    expect(error.partial?.body.length).toBe(1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(96 * 1024 * 1024);
  });
});

describe('Zstandard without Node', () => {
  const limit_bytes = 32 * 1024 * 1024;

  it('is decoded', async () => {
    const decoded = await decodeByLibrary(zstd, limit_bytes);
    expect(decoded.fault).toBeNull();
    expect(Buffer.from(decoded.data).toString()).toBe(text);
    expect((await decodeByLibrary(zstdZeros, limit_bytes)).data.length).toBe(8_000_000);
  });

  it('keeps what came before the end that is missing', async () => {
    const frame = repeatingFrame(3);
    const decoded = await decodeByLibrary(frame.subarray(0, frame.length - 4), limit_bytes);
    expect(decoded).toMatchObject({ fault: 'truncated' });
    expect(decoded.data.length).toBe(2 * 128 * 1024);
  });

  it('tells what is cut off from what is followed by something else', async () => {
    for (const cut of [5, 8, zstd.length - 1]) {
      expect(await decodeZstd(zstd.subarray(0, cut), limit_bytes)).not.toMatchObject({ fault: null });
    }
    const followed = Buffer.concat([zstd, Buffer.from('something else, and not short')]);
    expect(await decodeZstd(followed, limit_bytes)).toMatchObject({ fault: 'broken' });
    const skippable = Buffer.from('502a4d1804000000', 'hex');
    expect(await decodeZstd(Buffer.concat([zstd, skippable]), limit_bytes)).not.toMatchObject({
      fault: null,
    });
  });

  it('refuses windows that would take much memory, in any frame', async () => {
    const wide = repeatingFrame(1, 0xa0);
    expect(await decodeByLibrary(wide, limit_bytes)).toMatchObject({ fault: 'broken' });
    const later = Buffer.concat([zstd, wide]);
    expect(await decodeByLibrary(later, limit_bytes)).toMatchObject({ fault: 'broken' });
    expect((await decodeContent(wide, { 'content-encoding': 'zstd' }, limit_bytes)).failure?.code).toBe(
      'Z_DATA_ERROR',
    );
  });

  it('does not work for ever on a few bytes', async () => {
    // One block with 98,000 sequences of the longest match each, none of which has any bits to its name.
    const sequences = [0xff, 0xff, 0xff, 0b01010100, 0, 0, 52];
    const block = [0b1_000, 0x78, ...sequences, ...Array(9).fill(1)];
    const header = (block.length << 3) | (2 << 1) | 1;
    const frame = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x58, header & 255, header >> 8, 0, ...block];
    expect(await decodeByLibrary(Buffer.from(frame), limit_bytes, 50)).toMatchObject({ fault: 'broken' });
  });
});
