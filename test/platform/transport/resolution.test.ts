/** Which address a name leads to, and where the time went when it leads nowhere. */
import { describe, expect, it } from 'vitest';
import type { Address, Lookup } from '../../../src/platform/transport/resolve.js';
import { bodyText, closing, failureOf, send, transport } from '../../support/exchange.js';
import { endOfHead, rawServer } from '../../support/raw-server.js';
import { anonymous, runSteps } from '../../support/run.js';
import { startUpstream } from '../../support/upstream.js';

const address = (text: string): Address => ({ address: text, family: text.includes(':') ? 6 : 4 });

/** Gives the answers in turn, the last one for ever. */
function answering(...answers: string[][]): { lookup: Lookup; asked: string[] } {
  const asked: string[] = [];
  const lookup: Lookup = async (hostname) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    return answer.map(address);
  };
  return { lookup, asked };
}

const url = 'https://api.example.com/';

describe('a name', () => {
  it.each([
    ['private', ['10.0.0.1']],
    ['loopback', ['127.0.0.1']],
    ['link-local, as clouds have it', ['169.254.169.254']],
    ['IPv6 only', ['fd00::1']],
    ['IPv4 in IPv6', ['::ffff:10.0.0.1']],
    ['public and private', ['93.184.216.34', '10.0.0.1']],
    ['private and public', ['10.0.0.1', '93.184.216.34']],
    ['public, with a private IPv6 address', ['93.184.216.34', 'fe80::1']],
    ['nonsense', ['nonsense']],
  ])('is refused before anything is connected: %s', async (_name, addresses) => {
    const { lookup } = answering(addresses);
    const error = await failureOf(send(transport({ lookup }), { url, routed: false }));
    expect(error).toMatchObject({ failure: 'address', code: 'ADDRESS_NOT_PUBLIC', phase: 'dns' });
    expect(error.message).toContain("'api.example.com' resolves to ");
  });

  it('is refused at the connection where its answer has changed', async () => {
    const { lookup, asked } = answering(['127.0.0.1'], ['127.0.0.1'], ['93.184.216.34']);
    const through = transport({ lookup });
    expect((await failureOf(send(through, { url, routed: false }))).failure).toBe('address');
    expect((await failureOf(send(through, { url, routed: false }))).failure).toBe('address');
    expect(asked).toHaveLength(2);
  });

  it('is asked for once, and leads to what the answer was then', async () => {
    const server = closing(await startUpstream((_request, response) => void response.end('here')));
    const { lookup, asked } = answering(['127.0.0.1'], ['127.0.0.2']);
    const through = transport({ lookup, allowPrivateNetwork: true });
    const answer = await send(through, { url: `http://api.example.com:${server.port}/`, routed: false });
    expect(bodyText(answer)).toBe('here');
    expect(answer.observed.connections[0]?.address).toBe(`127.0.0.1:${server.port}`);
    expect(asked).toEqual(['api.example.com']);
  });

  it('leads to the next of its addresses where one does not answer', async () => {
    const server = closing(await startUpstream((_request, response) => void response.end('here')));
    const { lookup } = answering(['127.0.0.2', '127.0.0.1']);
    const through = transport({ lookup, allowPrivateNetwork: true });
    const answer = await send(through, { url: `http://api.example.com:${server.port}/` });
    expect(answer.observed.connections[0]?.address).toBe(`127.0.0.1:${server.port}`);
  });

  it('may exist without an address', async () => {
    const { lookup } = answering([]);
    const error = await failureOf(send(transport({ lookup }), { url }));
    expect(error).toMatchObject({ failure: 'network', code: 'ENOTFOUND', phase: 'dns' });
  });

  it.each([
    ['ENOTFOUND', 'the name of the host does not resolve'],
    ['EAI_AGAIN', 'the name of the host could not be looked up (DNS gave no answer)'],
  ])('may not resolve: %s', async (code, message) => {
    const lookup: Lookup = async () => {
      throw Object.assign(new Error('getaddrinfo'), { code });
    };
    expect(await failureOf(send(transport({ lookup }), { url }))).toMatchObject({
      code,
      message,
      phase: 'dns',
    });
  });
});

describe('in a run, a name that resolves to a private address', () => {
  const { lookup } = answering(['10.0.0.1']);

  it('is a template error of its step', async () => {
    const { result } = await runSteps({ steps: [{ name: 'one', url }], lookup });
    expect(result.status).toBe(422);
    expect(result.error?.scope).toBe("Composite step 'one' (index 0): Configuration (template rendering)");
    expect(result.error?.detail).toBe(
      "url: 'api.example.com' resolves to 10.0.0.1; 10.0.0.1 is a private address",
    );
  });

  it('is one as a token_url as well', async () => {
    const config = { client_id: 'id', client_secret: 's', token_url: 'https://auth.example.com/token' };
    const steps = [{ name: 'one', url, authentication: { type: 'oauth_client_credentials', config } }];
    const { result } = await runSteps({ steps, lookup, settings: { persona: anonymous } });
    expect(result.status).toBe(422);
    expect(result.error?.detail).toContain("token_url: 'auth.example.com' resolves to 10.0.0.1");
  });
});

describe('the one deadline', () => {
  const never: Lookup = () => new Promise(() => {});
  const timeout_ms = 100;

  it('ends a look-up', async () => {
    const error = await failureOf(send(transport({ lookup: never }), { url }, { timeout_ms }));
    expect(error).toMatchObject({ failure: 'timeout', code: 'ETIMEDOUT', phase: 'dns' });
    expect(error.message).toBe('no answer within 100 ms (while looking up the name of the host)');
  });

  it('leaves the next exchange with the same host a look-up of its own', async () => {
    const server = closing(await startUpstream((_request, response) => void response.end('here')));
    let calls = 0;
    const lookup: Lookup = (hostname) => {
      calls += 1;
      return calls === 1 ? never(hostname) : Promise.resolve([address('127.0.0.1')]);
    };
    const through = transport({ lookup, allowPrivateNetwork: true });
    const hostUrl = `http://api.example.com:${server.port}/`;
    await failureOf(send(through, { url: hostUrl }, { timeout_ms }));
    const answer = await send(through, { url: hostUrl });
    expect(bodyText(answer)).toBe('here');
    expect(answer.observed.phases).toEqual(['dns', 'connect', 'wait', 'download']);
    expect(server.received).toHaveLength(1);
  });

  it('ends a TLS handshake', async () => {
    const silent = closing(await rawServer(() => {}));
    const silentUrl = `https://127.0.0.1:${silent.port}/`;
    const error = await failureOf(send(transport(), { url: silentUrl }, { timeout_ms }));
    expect(error).toMatchObject({ failure: 'timeout', phase: 'tls' });
    expect(error.message).toBe('no answer within 100 ms (during the TLS handshake)');
  });

  it('ends the wait for the first byte, and for the end of the headers', async () => {
    for (const bytes of ['', 'HTTP/1.1 200 OK\r\nX-Slow: ']) {
      const server = closing(await rawServer((socket) => void socket.write(bytes)));
      const error = await failureOf(send(transport(), { url: server.origin }, { timeout_ms }));
      expect(error).toMatchObject({ failure: 'timeout', phase: 'wait', partial: null });
    }
  });

  it('ends a body that drips, and keeps what came', async () => {
    const server = closing(
      await rawServer(async (socket, { until }) => {
        await until(endOfHead);
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n');
        const drip = setInterval(() => socket.write('x'), 5);
        socket.once('close', () => clearInterval(drip));
      }),
    );
    const error = await failureOf(send(transport(), { url: server.origin }, { timeout_ms: 300 }));
    expect(error).toMatchObject({ failure: 'timeout', phase: 'download' });
    expect(error.message).toContain('the answer had begun, but its body did not end');
    expect(error.partial?.statusCode).toBe(200);
    expect(bodyText(error.partial ?? { body: new Uint8Array() })).toMatch(/^x+$/);
  });
});
