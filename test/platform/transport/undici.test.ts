import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type NetworkPhase,
  type OutgoingRequest,
  type Transport,
  TransportError,
  type UpstreamResponse,
} from '../../../src/platform/transport/transport.js';
import { createUndiciTransport } from '../../../src/platform/transport/undici.js';
import { type Answer, startUpstream, type Upstream } from '../../support/upstream.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const certificateAuthority = readFileSync(new URL('../../fixtures/tls/ca.pem', import.meta.url), 'utf8');

function transport(options: Partial<Parameters<typeof createUndiciTransport>[0]> = {}): Transport {
  const created = createUndiciTransport({
    allowPrivateNetwork: false,
    responseBodyLimit_bytes: 1024 * 1024,
    certificateAuthorities: [certificateAuthority],
    ...options,
  });
  open.push(created);
  return created;
}

async function upstream(answer: Answer, options?: { secure?: boolean }): Promise<Upstream> {
  const started = await startUpstream(answer, options);
  open.push(started);
  return started;
}

interface Observed {
  phases: NetworkPhase[];
  connections: { address: string | null; reused: boolean }[];
}

async function send(
  through: Transport,
  request: Partial<OutgoingRequest> & { url: string },
  options: { timeout_ms?: number; signal?: AbortSignal } = {},
): Promise<UpstreamResponse & { observed: Observed }> {
  const observed: Observed = { phases: [], connections: [] };
  const started: NetworkPhase[] = [];
  const response = await through.send(
    { method: 'GET', routed: true, headers: [], body: null, ...request },
    {
      timeout_ms: options.timeout_ms ?? 10_000,
      signal: options.signal ?? new AbortController().signal,
      observer: {
        phaseStarted: (phase) => started.push(phase),
        phaseFinished: (phase) => {
          expect(started.at(-1)).toBe(phase);
          observed.phases.push(phase);
        },
        connected: (connection) => observed.connections.push(connection),
      },
    },
  );
  return { ...response, observed };
}

const failureOf = async (work: Promise<unknown>): Promise<TransportError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TransportError);
  return error as TransportError;
};

describe('an exchange', () => {
  it('sends method, path, headers and body as they are, and reads the answer', async () => {
    const server = await upstream((_request, response) => {
      response.writeHead(
        201,
        [
          ['X-One', 'a'],
          ['X-One', 'b'],
          ['Set-Cookie', 'c=d'],
        ].flat(),
      );
      response.end('{"ok":true}');
    });
    const answer = await send(transport(), {
      method: 'POST',
      url: `${server.origin}/a'b?x='1'&y=%7e`,
      headers: [['X-Custom', 'käse'].map((text) => Buffer.from(text).toString('latin1')) as [string, string]],
      body: new TextEncoder().encode('{"a": 1}'),
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['x-one']).toBe('a, b');
    expect(new TextDecoder().decode(answer.body)).toBe('{"ok":true}');
    const received = server.received[0];
    expect(received).toMatchObject({ method: 'POST', path: "/a'b?x='1'&y=%7e", body: '{"a": 1}' });
    expect(Buffer.from(received?.headers['x-custom'] as string, 'latin1').toString('utf8')).toBe('käse');
  });

  it('goes through its phases in order, and reuses a free connection', async () => {
    const server = await upstream((_request, response) => void response.end('ok'), { secure: true });
    const through = transport();
    const first = await send(through, { url: `${server.origin}/` });
    expect(first.observed.phases).toEqual(['connect', 'tls', 'wait', 'download']);
    expect(first.observed.connections).toEqual([{ address: `127.0.0.1:${server.port}`, reused: false }]);
    const second = await send(through, { url: `${server.origin}/` });
    expect(second.observed.phases).toEqual(['wait', 'download']);
    expect(second.observed.connections).toEqual([{ address: `127.0.0.1:${server.port}`, reused: true }]);
  });

  it('keeps the connection after a HEAD', async () => {
    const server = await upstream((_request, response) => void response.end('ok'));
    const through = transport();
    const reused: (boolean | undefined)[] = [];
    for (const method of ['GET', 'HEAD', 'GET', 'POST']) {
      const { observed } = await send(through, { url: server.origin, method });
      reused.push(observed.connections[0]?.reused);
    }
    expect(reused).toEqual([false, true, true, true]);
  });

  it('looks up names', async () => {
    const server = await upstream((_request, response) => void response.end('ok'));
    const answer = await send(transport(), { url: `http://localhost:${server.port}/` });
    expect(answer.observed.phases).toEqual(['dns', 'connect', 'wait', 'download']);
  });

  it.each([
    ['gzip', zlib.gzipSync('héllo')],
    ['br', zlib.brotliCompressSync('héllo')],
    ['deflate', zlib.deflateSync('héllo')],
    ['deflate', zlib.deflateRawSync('héllo')],
    ['identity', Buffer.from('héllo')],
    ['unknown-coding', Buffer.from('héllo')],
  ])('decodes %s', async (encoding, body) => {
    const server = await upstream((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(body);
    });
    const answer = await send(transport(), { url: server.origin });
    expect(new TextDecoder().decode(answer.body)).toBe('héllo');
  });

  it('does not follow redirects, and has an empty body for HEAD and 204', async () => {
    const server = await upstream((request, response) => {
      if (request.path === '/redirect') response.writeHead(302, { location: '/elsewhere' }).end();
      else if (request.path === '/none') response.writeHead(204).end();
      else response.end('body');
    });
    const through = transport();
    expect((await send(through, { url: `${server.origin}/redirect` })).statusCode).toBe(302);
    expect((await send(through, { url: `${server.origin}/none` })).body.length).toBe(0);
    expect((await send(through, { url: server.origin, method: 'HEAD' })).body.length).toBe(0);
    expect(server.received.map((each) => each.path)).toEqual(['/redirect', '/none', '/']);
  });
});

describe('an exchange that fails', () => {
  it('names a refused connection', async () => {
    const taken = await upstream(() => {});
    await taken.close();
    open.length = 0;
    const error = await failureOf(send(transport(), { url: taken.origin }));
    expect(error).toMatchObject({ failure: 'network', code: 'ECONNREFUSED', phase: 'connect' });
  });

  it('names a name that does not resolve', async () => {
    const error = await failureOf(send(transport(), { url: 'https://no-such-host.invalid/' }));
    expect(error).toMatchObject({ failure: 'network', phase: 'dns' });
    expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(error.code);
  });

  it('names a reset, before and during the body', async () => {
    const server = await upstream((request, response, socket) => {
      if (request.path === '/') return void socket.resetAndDestroy();
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => socket.resetAndDestroy());
    });
    const through = transport();
    const before = await failureOf(send(through, { url: server.origin }));
    expect(before).toMatchObject({ failure: 'network', code: 'ECONNRESET', phase: 'wait', partial: null });
    const during = await failureOf(send(through, { url: `${server.origin}/body` }));
    expect(during).toMatchObject({ failure: 'network', phase: 'download' });
    expect(during.partial?.statusCode).toBe(200);
  });

  it('names a connection that closes without an answer', async () => {
    const server = await upstream((_request, _response, socket) => void socket.end());
    const error = await failureOf(send(transport(), { url: server.origin }));
    expect(error).toMatchObject({ failure: 'network', code: 'UND_ERR_SOCKET', phase: 'wait' });
  });

  it('gives up after the timeout, says where, and closes the connection', async () => {
    const server = await upstream((request, response) => {
      if (request.path === '/body') response.writeHead(200).write('a');
    });
    const through = transport();
    const waiting = await failureOf(send(through, { url: server.origin }, { timeout_ms: 60 }));
    expect(waiting).toMatchObject({ failure: 'timeout', phase: 'wait' });
    expect(waiting.message).toContain('no answer within 60 ms');
    const body = await failureOf(send(through, { url: `${server.origin}/body` }, { timeout_ms: 60 }));
    expect(body).toMatchObject({ failure: 'timeout', phase: 'download' });
    await expect.poll(() => server.connections()).toBe(0);
  });

  it('gives up a TLS handshake that never ends', async () => {
    const silent = createServer((socket) => void socket.resume());
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    open.push({ close: () => new Promise((closed) => silent.close(() => closed())) });
    const { port } = silent.address() as AddressInfo;
    const error = await failureOf(
      send(transport(), { url: `https://127.0.0.1:${port}/` }, { timeout_ms: 60 }),
    );
    expect(error).toMatchObject({ failure: 'timeout', phase: 'tls' });
  });

  it('ends at once when it is aborted', async () => {
    const abort = new AbortController();
    const server = await upstream(() => abort.abort());
    const error = await failureOf(send(transport(), { url: server.origin }, { signal: abort.signal }));
    expect(error.failure).toBe('aborted');
    await expect.poll(() => server.connections()).toBe(0);
  });

  it('reads no more than the bound, and keeps what came', async () => {
    const server = await upstream((request, response) => {
      if (request.path === '/bomb') response.setHeader('content-encoding', 'gzip');
      response.end(request.path === '/bomb' ? zlib.gzipSync(Buffer.alloc(4096)) : Buffer.alloc(4096, 'x'));
    });
    const through = transport({ responseBodyLimit_bytes: 1000 });
    const large = await failureOf(send(through, { url: server.origin }));
    expect(large).toMatchObject({ failure: 'too-large', phase: 'download' });
    expect(large.partial?.body.length).toBe(1000);
    expect((await failureOf(send(through, { url: `${server.origin}/bomb` }))).failure).toBe('too-large');
  });

  it('names broken HTTP and a broken body', async () => {
    const server = await upstream((request, response, socket) => {
      if (request.path === '/') return void socket.end('NOT HTTP AT ALL\r\n\r\n');
      response.setHeader('content-encoding', 'gzip');
      response.end('this is not gzip');
    });
    const through = transport();
    expect((await failureOf(send(through, { url: server.origin }))).message).toContain('not valid HTTP');
    expect((await failureOf(send(through, { url: `${server.origin}/gzip` }))).code).toBe('Z_DATA_ERROR');
  });

  it('says what is wrong with a certificate', async () => {
    const server = await upstream((_request, response) => void response.end('ok'), { secure: true });
    const untrusting = transport({ certificateAuthorities: [] });
    const error = await failureOf(send(untrusting, { url: server.origin }));
    expect(error).toMatchObject({ failure: 'network', phase: 'tls' });
    expect(error.message).toContain('issuer that is not trusted');
    const plain = await upstream((_request, response) => void response.end('ok'));
    const wrong = await failureOf(send(transport(), { url: plain.origin.replace('http:', 'https:') }));
    expect(wrong.message).toContain('does not speak TLS');
  });
});

describe('the address rules', () => {
  it('hold for the address that a name resolves to, unless a route chose it', async () => {
    const server = await upstream((_request, response) => void response.end('ok'), { secure: true });
    const url = `https://localhost:${server.port}/`;
    const through = transport();
    const error = await failureOf(send(through, { url, routed: false }));
    expect(error).toMatchObject({ failure: 'address', code: 'ADDRESS_NOT_PUBLIC' });
    expect((await send(through, { url, routed: true })).statusCode).toBe(200);
    // Not even over the connection that the route has just opened.
    expect((await failureOf(send(through, { url, routed: false }))).failure).toBe('address');
    expect((await send(transport({ allowPrivateNetwork: true }), { url, routed: false })).statusCode).toBe(
      200,
    );
  });
});
