/** Exchanges through a real proxy on loopback. The upstream's name resolves for the proxy alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lookup } from '../../../src/platform/transport/resolve.js';
import { bodyText, closing, failureOf, send, transport } from '../../support/exchange.js';
import { type ProxyOptions, startProxy } from '../../support/proxy.js';
import { rawServer } from '../../support/raw-server.js';
import { startUpstream } from '../../support/upstream.js';

const name = 'upstream.invalid';
const url = `https://${name}/path?x=1`;

const notFound: Lookup = async (hostname) => {
  throw Object.assign(new Error(`no ${hostname}`), { code: 'ENOTFOUND' });
};

async function servers(options: ProxyOptions = {}) {
  const upstream = closing(
    await startUpstream((request, response) => void response.end(`${request.method} ${request.path}`), {
      secure: true,
    }),
  );
  const proxy = closing(await startProxy({ targets: { [`${name}:443`]: upstream.port }, ...options }));
  return { upstream, proxy };
}

describe('an exchange through a proxy', () => {
  it.each([false, true])('tunnels, keeps the connection, and names the proxy (TLS: %s)', async (secure) => {
    const { proxy, upstream } = await servers({ secure });
    const through = transport({ proxy: proxy.url, lookup: notFound });
    const first = await send(through, { url, routed: false });
    expect(bodyText(first)).toBe('GET /path?x=1');
    expect(first.observed.phases).toEqual(['dns', 'connect', 'tls', 'wait', 'download']);
    expect(first.observed.connections).toEqual([{ address: `127.0.0.1:${proxy.port}`, reused: false }]);
    const second = await send(through, { url, routed: false, method: 'POST', body: Buffer.from('{}') });
    expect(second.observed.phases).toEqual(['wait', 'download']);
    expect(proxy.asked).toHaveLength(1);
    expect(proxy.asked[0]?.authority).toBe(`${name}:443`);
    expect(proxy.asked[0]?.headers).toMatchObject({ host: `${name}:443` });
    expect(proxy.asked[0]?.headers.connection).toBeUndefined();
    expect(upstream.received[0]?.headers['proxy-authorization']).toBeUndefined();
  });

  it('says who it is, decoded', async () => {
    const { proxy } = await servers({ credentials: 'us er:p@ss:ü' });
    const right = `http://us%20er:p%40ss%3A%C3%BC@127.0.0.1:${proxy.port}`;
    const answer = await send(transport({ proxy: right, lookup: notFound }), { url, routed: false });
    expect(answer.statusCode).toBe(200);
    const wrong = `http://us%20er:hunter2@127.0.0.1:${proxy.port}`;
    const error = await failureOf(
      send(transport({ proxy: wrong, lookup: notFound }), { url, routed: false }),
    );
    expect(error).toMatchObject({ failure: 'network', code: 'PROXY_AUTHENTICATION', phase: 'connect' });
    expect(error.message).toBe(
      `the proxy ${proxy.url} answered 407 (Proxy Authentication Required) when asked for a connection to ${name}:443`,
    );
  });

  it('tunnels plain HTTP as well', async () => {
    const upstream = closing(await startUpstream((_request, response) => void response.end('plain')));
    const proxy = closing(await startProxy({ targets: { [`${name}:80`]: upstream.port } }));
    const through = transport({ proxy: proxy.url, lookup: notFound });
    expect(bodyText(await send(through, { url: `http://${name}/` }))).toBe('plain');
  });

  it('goes by the environment, and straight to loopback', async () => {
    const { proxy, upstream } = await servers();
    process.env.https_proxy = proxy.url;
    const through = transport({ lookup: notFound });
    expect((await send(through, { url })).statusCode).toBe(200);
    expect((await send(through, { url: `${upstream.origin}/` })).statusCode).toBe(200);
    expect(proxy.asked).toHaveLength(1);
  });

  it('checks the certificate of the upstream as without a proxy', async () => {
    const { proxy } = await servers();
    const through = transport({ proxy: proxy.url, lookup: notFound, certificateAuthorities: [] });
    const error = await failureOf(send(through, { url, routed: false }));
    expect(error).toMatchObject({ phase: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  });

  it('looks up the name of the proxy', async () => {
    const { proxy } = await servers();
    const asked: string[] = [];
    const lookup: Lookup = async (hostname) => {
      asked.push(hostname);
      if (hostname === 'proxy.invalid') return [{ address: '127.0.0.1', family: 4 }];
      return await notFound(hostname);
    };
    const through = transport({ proxy: `http://proxy.invalid:${proxy.port}`, lookup });
    expect((await send(through, { url, routed: false })).statusCode).toBe(200);
    expect(asked.sort()).toEqual(['proxy.invalid', name]);
  });
});

describe('the address rules behind a proxy', () => {
  it('hold for what this machine finds, and not for routes', async () => {
    const { proxy } = await servers();
    const lookup: Lookup = async () => [
      { address: '203.0.114.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const through = transport({ proxy: proxy.url, lookup });
    const error = await failureOf(send(through, { url, routed: false }));
    expect(error).toMatchObject({ failure: 'address', code: 'ADDRESS_NOT_PUBLIC' });
    expect(error.message).toContain(`'${name}' resolves to 10.0.0.1`);
    expect(proxy.asked).toEqual([]);
    expect((await send(through, { url, routed: true })).statusCode).toBe(200);
    expect((await failureOf(send(through, { url, routed: false }))).failure).toBe('address');
    const open = transport({ proxy: proxy.url, lookup, allowPrivateNetwork: true });
    expect((await send(open, { url, routed: false })).statusCode).toBe(200);
  });

  it('do not wait for a look-up that never ends', async () => {
    const { proxy } = await servers();
    const through = transport({ proxy: proxy.url, lookup: () => new Promise(() => {}) });
    expect((await send(through, { url, routed: false })).statusCode).toBe(200);
  });
});

describe('a proxy that fails', () => {
  it.each([
    [403, 'PROXY_FORBIDDEN', '403 (Forbidden)'],
    [502, 'PROXY_GATEWAY', '502 (Bad Gateway)'],
    [302, 'PROXY_STATUS', '302 (Found)'],
    [599, 'PROXY_GATEWAY', '599'],
  ])('answers %i', async (status, code, words) => {
    const { proxy } = await servers({ status });
    const error = await failureOf(send(transport({ proxy: proxy.url, lookup: notFound }), { url }));
    expect(error).toMatchObject({ failure: 'network', phase: 'connect', code });
    expect(error.message).toContain(`answered ${words} when asked for`);
  });

  it('is not there', async () => {
    const { proxy } = await servers();
    await proxy.close();
    const error = await failureOf(send(transport({ proxy: proxy.url, lookup: notFound }), { url }));
    expect(error).toMatchObject({ code: 'PROXY_REFUSED', phase: 'connect' });
  });

  it('has a name that does not resolve', async () => {
    const through = transport({ proxy: 'http://user:hunter2@proxy.invalid:1', lookup: notFound });
    const error = await failureOf(send(through, { url }));
    expect(error).toMatchObject({ code: 'PROXY_NOT_FOUND', phase: 'dns' });
    expect(error.message).toBe('the name of the proxy http://proxy.invalid:1 does not resolve');
  });

  it.each([
    ['hangs up', '', 'PROXY_CLOSED'],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.6\r\n', 'PROXY_PROTOCOL'],
  ])('%s', async (_what, answer, code) => {
    const server = closing(await rawServer((socket) => void socket.end(answer)));
    const through = transport({ proxy: `http://127.0.0.1:${server.port}`, lookup: notFound });
    expect(await failureOf(send(through, { url }))).toMatchObject({ code, phase: 'connect' });
  });

  it('does not speak TLS, or has a certificate that is not trusted', async () => {
    const { proxy } = await servers();
    const plain = proxy.url.replace('http:', 'https:');
    const error = await failureOf(send(transport({ proxy: plain, lookup: notFound }), { url }));
    expect(error).toMatchObject({ code: 'PROXY_UNREACHABLE', phase: 'connect' });
    const { proxy: secured } = await servers({ secure: true });
    const untrusting = transport({ proxy: secured.url, lookup: notFound, certificateAuthorities: [] });
    const untrusted = await failureOf(send(untrusting, { url }));
    expect(untrusted).toMatchObject({ code: 'PROXY_UNREACHABLE', phase: 'connect' });
    expect(untrusted.message).toContain('issuer that is not trusted');
  });

  it('never answers', async () => {
    const { proxy } = await servers({ silent: true });
    const through = transport({ proxy: proxy.url, lookup: notFound });
    const error = await failureOf(send(through, { url }, { timeout_ms: 150 }));
    expect(error).toMatchObject({ failure: 'timeout', phase: 'connect' });
    expect(error.message).toContain(`through the proxy ${proxy.url}`);
  });
});

const variables = [
  'https_proxy',
  'HTTPS_PROXY',
  'http_proxy',
  'HTTP_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
];
const before = variables.map((variable) => [variable, process.env[variable]] as const);
beforeEach(() => {
  for (const variable of variables) delete process.env[variable];
});
afterEach(() => {
  for (const [variable, value] of before) {
    if (value === undefined) delete process.env[variable];
    else process.env[variable] = value;
  }
});
