/** What servers put on the wire, well-formed and not. */
import { describe, expect, it } from 'vitest';
import type { OutgoingRequest, TransportError } from '../../../src/platform/transport/transport.js';
import { bodyText, closing, failureOf, send, transport } from '../../support/exchange.js';
import { endOfHead, rawServer } from '../../support/raw-server.js';

type Pieces = string | Buffer | readonly (string | Buffer)[];

/** Answers every request with these bytes, each piece in a packet of its own, and closes if asked to. */
const server = async (answer: Pieces, { close = false } = {}) =>
  closing(
    await rawServer(async (socket, { until }) => {
      for (;;) {
        await until(endOfHead);
        for (const piece of typeof answer === 'string' || Buffer.isBuffer(answer) ? [answer] : answer) {
          socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
          await new Promise((flushed) => setImmediate(flushed));
        }
        if (close) socket.end();
      }
    }),
  );

interface Told {
  status: number;
  body: string;
  headers: Record<string, string>;
}

async function answerTo(
  answer: Pieces,
  close = false,
  request: Partial<OutgoingRequest> = {},
): Promise<Told> {
  const { origin } = await server(answer, { close });
  const response = await send(transport(), { url: origin, ...request });
  return { status: response.statusCode, body: bodyText(response), headers: { ...response.headers } };
}

async function failureFor(answer: Pieces, close = false): Promise<TransportError> {
  const { origin } = await server(answer, { close });
  return await failureOf(send(transport(), { url: origin }));
}

describe('an answer', () => {
  it.each<[string, Pieces, boolean, string]>([
    ['with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello', false, 'hello'],
    [
      'in chunks with extensions and trailers',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;name=value;flag\r\nhe\r\n3;q="a b"\r\nllo\r\n0\r\nX-Checksum: abc\r\n\r\n',
      false,
      'hello',
    ],
    [
      'in chunks of many packets',
      [...'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n'],
      false,
      'hello',
    ],
    ['of HTTP/1.0, ended by the close', 'HTTP/1.0 200 OK\r\n\r\nhello', true, 'hello'],
    ['of HTTP/1.1, ended by the close', 'HTTP/1.1 200 OK\r\n\r\nhello', true, 'hello'],
    [
      'that says it closes',
      'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello',
      true,
      'hello',
    ],
    ['without a reason', 'HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello', false, 'hello'],
    ['without a body', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', false, ''],
    [
      'after 103',
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
      false,
      'hello',
    ],
    [
      'after 102 and 103',
      'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
      false,
      'hello',
    ],
    [
      'after 100 that nobody asked for',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
      false,
      'hello',
    ],
    [
      'after 100 twice, with headers, in many packets',
      [
        ...'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\nX-A: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
      ],
      false,
      'hello',
    ],
    [
      'after 100 and 103',
      'HTTP/1.1 100\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
      false,
      'hello',
    ],
    [
      'that looks like 100 in its body',
      ['HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n', 'HTTP/1.1 100 Continue\r\n\r\n'],
      false,
      'HTTP/1.1 100 Continue\r\n\r\n',
    ],
  ])('%s', async (_name, bytes, close, body) => {
    expect(await answerTo(bytes, close)).toMatchObject({ status: 200, body });
    expect(await answerTo(bytes, close, { method: 'POST', body: Buffer.from('{}') })).toMatchObject({
      status: 200,
      body,
    });
  });

  it.each([
    ['204', 'HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n', 'GET'],
    ['204 without a length', 'HTTP/1.1 204 No Content\r\n\r\n', 'GET'],
    [
      '304 with the length of what it stands for',
      'HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n',
      'GET',
    ],
    ['the answer to HEAD with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n', 'HEAD'],
    ['the answer to HEAD in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', 'HEAD'],
  ])('has no body: %s', async (_name, bytes, method) => {
    const { origin, connections } = await server(bytes);
    const through = transport();
    for (const attempt of [1, 2]) {
      const answer = await send(through, { url: origin, method });
      expect(answer.body.length, String(attempt)).toBe(0);
    }
    // undici gives up the connection after a 304 that has a length.
    expect(connections()).toBe(bytes.includes(' 304 ') ? 2 : 1);
  });

  it('has repeated headers, odd names, folded values and bytes beyond ASCII', async () => {
    const head = [
      'HTTP/1.1 200 OK',
      'X-REPEATED: one',
      'x-rePeated: two',
      'Set-Cookie: a=1; Path=/',
      'set-cookie: b=2',
      'X-Empty:',
      'X-Space:   padded \t ',
      'X-Latin: caf\xe9',
      'X-Utf8: caf\xc3\xa9',
      'X-Folded: one',
      '  two',
      'Content-Length: 2',
      '',
      'ok',
    ].join('\r\n');
    const { origin } = await server(head);
    const answer = await send(transport(), { url: origin });
    expect({ ...answer.headers }).toEqual({
      'x-repeated': 'one, two',
      'set-cookie': 'a=1; Path=/, b=2',
      'x-empty': '',
      'x-space': 'padded',
      'x-latin': 'caf\xe9',
      'x-utf8': 'caf\xc3\xa9',
      'x-folded': expect.stringMatching(/^one\s+two$/),
      'content-length': '2',
    });
    expect(answer.headerList.slice(0, 4)).toEqual([
      ['X-REPEATED', 'one'],
      ['x-rePeated', 'two'],
      ['Set-Cookie', 'a=1; Path=/'],
      ['set-cookie', 'b=2'],
    ]);
  });

  it('comes before the request has been read', async () => {
    const { origin } = closing(
      await rawServer(async (socket, { until }) => {
        await until(endOfHead);
        socket.pause();
        socket.end('HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 5\r\n\r\nsmall');
      }),
    );
    const body = Buffer.alloc(16 * 1024 * 1024);
    const answer = await send(transport(), { url: origin, method: 'POST', body });
    expect(answer.statusCode).toBe(413);
    expect(bodyText(answer)).toBe('small');
  });

  it('drips, and is whole in the end', async () => {
    const drops = Array.from({ length: 200 }, (_each, index) => `1\r\n${index % 10}\r\n`);
    const answer = await answerTo([
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
      ...drops,
      '0\r\n\r\n',
    ]);
    expect(answer.body).toBe('0123456789'.repeat(20));
  });
});

describe('an answer that breaks off or is none', () => {
  it.each<[string, Pieces, string, string, 'wait' | 'download']>([
    ['nothing', '', 'UND_ERR_SOCKET', 'the upstream closed the connection before it had answered', 'wait'],
    [
      'in the status line',
      'HTTP/1.1 20',
      'UND_ERR_SOCKET',
      'the upstream closed the connection before it had answered',
      'wait',
    ],
    [
      'in the headers',
      'HTTP/1.1 200 OK\r\nContent-Le',
      'UND_ERR_SOCKET',
      'the upstream closed the connection before it had answered',
      'wait',
    ],
    [
      'after the headers',
      'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n',
      'INCOMPLETE_BODY',
      'the upstream closed the connection before the body of its answer was complete',
      'download',
    ],
    [
      'in the body',
      'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello',
      'INCOMPLETE_BODY',
      'the upstream closed the connection before the body of its answer was complete',
      'download',
    ],
    [
      'in the body of one that closes',
      'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\nhello',
      'INCOMPLETE_BODY',
      'the upstream closed the connection before the body of its answer was complete',
      'download',
    ],
    [
      'in a chunk',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nhe',
      'INCOMPLETE_BODY',
      'the upstream closed the connection before the body of its answer was complete',
      'download',
    ],
    [
      'before the last chunk',
      'HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n',
      'INCOMPLETE_BODY',
      'the upstream closed the connection before the body of its answer was complete',
      'download',
    ],
  ])('%s', async (_name, bytes, code, message, phase) => {
    const error = await failureFor(bytes, true);
    expect(error).toMatchObject({ failure: 'network', code, phase, message });
    expect(error.partial?.statusCode).toBe(phase === 'download' ? 200 : undefined);
  });

  it.each<[string, string]>([
    ['a greeting', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['HTTP/0.9', '<html>hello</html>'],
    ['a bad version', 'HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n'],
    ['a bad status', 'HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n'],
    ['a bad header', 'HTTP/1.1 200 OK\r\nno colon\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nhello'],
    ['a bad chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n'],
    ['a zero byte in a header', 'HTTP/1.1 200 OK\r\nX-A: a\0b\r\nContent-Length: 0\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    const error = await failureFor(bytes, true);
    expect(error).toMatchObject({ failure: 'network' });
    expect(error.message).toContain('the answer is not valid HTTP');
    expect(error.code).toMatch(/^HPE_/);
  });

  it('has more headers than anybody needs', async () => {
    const head = `HTTP/1.1 200 OK\r\n${'X-Filler: 0123456789012345678901234567890123456789\r\n'.repeat(2000)}\r\n`;
    const error = await failureFor(head);
    expect(error).toMatchObject({ code: 'UND_ERR_HEADERS_OVERFLOW' });
    const endless = await failureFor(`HTTP/1.1 100 Continue\r\nX-Filler: ${'x'.repeat(100_000)}`);
    expect(endless.code).toBe('UND_ERR_HEADERS_OVERFLOW');
  });

  it('is longer than it says: what was announced counts', async () => {
    const { origin, connections } = await server('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, world');
    const through = transport();
    for (const count of [1, 2]) {
      expect(bodyText(await send(through, { url: origin }))).toBe('hello');
      expect(connections()).toBe(count);
    }
  });

  it('upgrades to something that nobody asked for', async () => {
    const error = await failureFor(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    );
    expect(error).toMatchObject({ failure: 'network', phase: 'wait' });
  });
});

describe('a connection that the server has closed meanwhile', () => {
  /** Answers the first request of the first connection, and closes at the second one without a word. */
  const closesOnReuse = (how: 'end' | 'resetAndDestroy') =>
    rawServer(async (socket, { index, until }) => {
      await until(endOfHead);
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst');
      await until(endOfHead);
      if (index === 0) socket[how]();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond');
    });

  it.each(['end', 'resetAndDestroy'] as const)('is replaced for a GET (%s)', async (how) => {
    const { origin, connections } = closing(await closesOnReuse(how));
    const through = transport();
    await send(through, { url: origin });
    const second = await send(through, { url: origin });
    expect(bodyText(second)).toBe('first');
    expect(connections()).toBe(2);
    expect(second.observed.connections.map(({ reused }) => reused)).toEqual([true, false]);
    expect(second.observed.phases).toEqual(['wait', 'connect', 'wait', 'download']);
  });

  it('is an error for a POST, which may have been carried out', async () => {
    const { origin, connections } = closing(await closesOnReuse('end'));
    const through = transport();
    await send(through, { url: origin });
    const error = await failureOf(send(through, { url: origin, method: 'POST', body: Buffer.from('{}') }));
    expect(error).toMatchObject({ code: 'UND_ERR_SOCKET', phase: 'wait' });
    expect(error.message).toBe(
      'the upstream closed the connection, kept from an earlier request, before it had answered',
    );
    expect(connections()).toBe(1);
  });

  it('is not tried again where a new connection ends in the same way', async () => {
    const { origin, connections } = closing(
      await rawServer(async (socket, { index, until }) => {
        await until(endOfHead);
        if (index === 0) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst');
        if (index === 0) await until(endOfHead);
        socket.end();
      }),
    );
    const through = transport();
    await send(through, { url: origin });
    expect((await failureOf(send(through, { url: origin }))).code).toBe('UND_ERR_SOCKET');
    expect(connections()).toBe(2);
  });

  it('is noticed before anything is sent on it', async () => {
    const { origin, received } = closing(
      await rawServer(async (socket, { until }) => {
        await until(endOfHead);
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
      }),
    );
    const through = transport();
    for (const method of ['GET', 'POST', 'POST']) {
      expect((await send(through, { url: origin, method })).statusCode).toBe(200);
    }
    expect(received).toHaveLength(3);
  });
});
