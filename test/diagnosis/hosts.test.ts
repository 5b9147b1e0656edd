/** What a diagnosis says of hosts, against real servers on loopback. */
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Check } from '../../src/diagnosis/check.js';
import { systemClock } from '../../src/platform/clock.js';
import { closing } from '../support/exchange.js';
import { startProxy } from '../support/proxy.js';
import { endOfHead, rawServer } from '../support/raw-server.js';
import { type Answer, startUpstream } from '../support/upstream.js';
import { type Diagnosed, diagnosed, type Project, simpleConnector } from './diagnosis.js';

const ca = fileURLToPath(new URL('../fixtures/tls/ca.pem', import.meta.url));
const named = 'https://api.example.com';

afterEach(() => vi.unstubAllEnvs());

const upstream = async (answer: Answer, options?: Parameters<typeof startUpstream>[1]) =>
  closing(await startUpstream(answer, options));

const ok: Answer = (_request, response) => void response.writeHead(404).end();

/** One connector that names `https://api.example.com`, whose traffic a route sends to `target`. */
const routedTo = (target: string, project: Project = {}): Promise<Diagnosed> =>
  diagnosed({
    registry: { connectors: [simpleConnector('A', `${named}/x`)] },
    config: { routes: { [named]: target }, http: { ca } },
    ...project,
  });

const found = ({ checks }: Diagnosed): Record<string, Check['state']> =>
  Object.fromEntries(checks.filter(({ group }) => group === 'hosts').map(({ id, state }) => [id, state]));

describe('a host that answers', () => {
  it('gets one HEAD without credentials, and any status is fine', async () => {
    const server = await upstream(ok);
    const result = await diagnosed({
      registry: {
        connectors: [
          simpleConnector('A', `${named}/a`, { Authorization: "{{ get_secret('k') }}" }),
          simpleConnector('B', `${named}/b`),
          simpleConnector('C', 'https://other.example.com/c'),
        ],
      },
      config: {
        secrets: { k: 'the-secret-itself' },
        routes: { [named]: server.origin, 'https://other.example.com': `${server.origin}/base` },
      },
    });
    expect(server.received).toHaveLength(1);
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'HEAD', path: '/', body: '' });
    expect(JSON.stringify(request?.rawHeaders)).not.toMatch(/authorization|cookie|the-secret-itself/i);
    expect(result.check('http', named)).toMatchObject({
      state: 'ok',
      usedBy: ['a', 'b'],
      facts: { status_code: 404, clock_skew_s: 0 },
    });
    expect(result.check('route', named).facts).toEqual({ routed_to: server.origin });
    expect(result.check('http', 'https://other.example.com').state).toBe('ok');
    expect(result.check('clock').state).toBe('ok');
  });

  it('is not followed where it redirects', async () => {
    const elsewhere = await upstream(ok);
    const server = await upstream(
      (_request, response) => void response.writeHead(301, { location: elsewhere.origin }).end(),
    );
    expect((await routedTo(server.origin)).check('http').detail).toContain('301 Moved Permanently');
    expect(elsewhere.received).toEqual([]);
  });

  it('over TLS tells protocol, issuer, names and days', async () => {
    const server = await upstream(ok, { secure: true });
    const result = await routedTo(server.origin);
    expect(found(result)).toEqual({ route: 'ok', tcp: 'ok', tls: 'ok', http: 'ok' });
    const { facts, detail } = result.check('tls');
    expect(facts).toMatchObject({
      protocol: 'TLSv1.3',
      issuer: 'connector-cli test authority',
      fault: null,
      valid_to: '2120-01-01T00:00:00.000Z',
    });
    expect(facts?.names).toContain('localhost');
    expect(facts?.days_left).toBeGreaterThan(30_000);
    expect(detail).toMatch(
      /^TLSv1\.3, issued by connector-cli test authority for 127\.0\.0\.1, .*days left$/,
    );
  });

  it('with a certificate that is about to expire is worth a warning', async () => {
    const server = await upstream(ok, { secure: true });
    const clock = { ...systemClock(), date_ms: () => Date.parse('2119-12-25T12:00:00Z') };
    const result = await routedTo(server.origin, { options: { clock } });
    expect(result.check('tls')).toMatchObject({ state: 'warning', facts: { days_left: 6 } });
  });

  it('is found by its name, with every address', async () => {
    const server = await upstream(ok, { secure: true });
    const result = await diagnosed({
      registry: { connectors: [simpleConnector('A', `https://upstream.invalid:${server.port}/x`)] },
      config: { http: { ca, allowPrivateNetwork: true } },
      options: { lookup: async () => [{ address: '127.0.0.1', family: 4 }] },
    });
    expect(found(result)).toEqual({ dns: 'ok', tcp: 'ok', tls: 'ok', http: 'ok' });
    expect(result.check('dns').facts?.addresses).toEqual([
      { address: '127.0.0.1', refused: '127.0.0.1 is a loopback address' },
    ]);
  });
});

describe('a host that cannot be used', () => {
  it.each([
    ['expired.pem', 'CERT_HAS_EXPIRED', 'has expired, on 2020-02-01'],
    ['not-yet-valid.pem', 'CERT_NOT_YET_VALID', 'is not valid yet, only from 2119-01-01'],
    ['self-signed.pem', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'is self-signed'],
    ['other-host.pem', 'ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate names other.example.com'],
    [
      'other-issuer.pem',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      "an issuer that is not trusted, 'another test authority'",
    ],
  ])('with %s: %s, and nothing is asked of it', async (certificate, code, words) => {
    const server = await upstream(ok, { secure: true, certificate });
    const result = await routedTo(server.origin);
    expect(found(result)).toEqual({ route: 'ok', tcp: 'ok', tls: 'problem' });
    const check = result.check('tls');
    expect(check.detail).toContain(words);
    expect(check.facts).toMatchObject({ code, fault: code, protocol: 'TLSv1.3' });
    expect(check.advice).not.toBeNull();
    expect(server.received).toEqual([]);
    expect(result.check('clock')).toMatchObject({ state: 'note' });
  });

  it('whose authority is unknown names what to configure', async () => {
    const server = await upstream(ok, { secure: true });
    const result = await routedTo(server.origin, { config: { routes: { [named]: server.origin } } });
    expect(result.check('tls')).toMatchObject({ state: 'problem' });
    expect(result.check('tls').advice).toContain('`http.ca`');
  });

  it('is accepted with a warning where NODE_TLS_REJECT_UNAUTHORIZED is 0, as in a run', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const server = await upstream(ok, { secure: true, certificate: 'expired.pem' });
    const result = await routedTo(server.origin, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    expect(found(result)).toMatchObject({ tls: 'warning', http: 'ok' });
    expect(result.check('tls').detail).toContain('CERT_HAS_EXPIRED');
    expect(result.check('certificates-unchecked').state).toBe('warning');
  });

  it('on a closed port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const result = await routedTo(`http://127.0.0.1:${port}`);
    expect(found(result)).toEqual({ route: 'ok', tcp: 'problem' });
    expect(result.check('tcp').facts).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('without an address', async () => {
    const result = await routedTo('https://nowhere.invalid');
    expect(found(result)).toEqual({ route: 'ok', dns: 'problem' });
    expect(result.check('dns').facts?.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });

  it('whose name leads to a private address, and is not contacted', async () => {
    const server = await upstream(ok, { secure: true });
    const result = await diagnosed({
      registry: { connectors: [simpleConnector('A', `https://upstream.invalid:${server.port}/x`)] },
      config: { http: { ca } },
      options: { lookup: async () => [{ address: '127.0.0.1', family: 4 }] },
    });
    expect(found(result)).toEqual({ dns: 'problem' });
    expect(result.check('dns')).toMatchObject({ facts: { code: 'ADDRESS_NOT_PUBLIC' } });
    expect(result.check('dns').detail).toContain('127.0.0.1 is a loopback address');
    expect(server.connections()).toBe(0);
  });

  it.each([
    ['https', 'tls', 'problem'],
    ['http', 'http', 'warning'],
  ])('that never answers over %s is given up in time', async (protocol, id, state) => {
    const server = closing(await rawServer(() => {}));
    const result = await routedTo(server.origin.replace('http', protocol), { options: { timeout_ms: 250 } });
    expect(result.check(id)).toMatchObject({ state, detail: 'no answer within 250 ms' });
  });

  it('that speaks something else than HTTP', async () => {
    const server = closing(await rawServer((socket) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n')));
    const result = await routedTo(server.origin);
    expect(result.check('http')).toMatchObject({ state: 'problem' });
    expect(result.check('http').detail).toContain('not valid HTTP');
  });

  it('that hangs up on HEAD may still do for real calls', async () => {
    const server = closing(
      await rawServer(async (socket, { until }) => {
        await until(endOfHead);
        socket.destroy();
      }),
    );
    expect((await routedTo(server.origin)).check('http').state).toBe('warning');
  });
});

describe('the clock', () => {
  const dated = (seconds: number, headers: Record<string, string> = {}): Answer => {
    return (_request, response) => {
      const date = new Date(Date.now() + seconds * 1000).toUTCString();
      response.writeHead(200, { ...headers, date }).end();
    };
  };
  const clockOf = async (answer: Answer) => (await routedTo((await upstream(answer)).origin)).check('clock');

  it.each([
    ['an hour ahead of its host', -3600, 'warning', /60 min ahead of/],
    ['40 s behind its host', 40, 'warning', /(?:39|40) s behind/],
    ['a little off', 20, 'ok', /agrees with/],
  ])('%s', async (_what, seconds, state, words) => {
    const check = await clockOf(dated(seconds));
    expect(check.state).toBe(state);
    expect(check.detail).toMatch(words);
  });

  it('takes into account how long a cache has kept the answer', async () => {
    expect((await clockOf(dated(-3600, { age: '3600' }))).state).toBe('ok');
  });

  it('is not judged by a host without a Date', async () => {
    const check = await clockOf((_request, response) => {
      response.sendDate = false;
      response.end();
    });
    expect(check).toMatchObject({ state: 'note', detail: 'no host could tell whether it is right' });
  });
});

describe('a proxy', () => {
  const behind = (proxy: string, project: Project = {}) =>
    diagnosed({
      registry: { connectors: [simpleConnector('A', 'https://upstream.invalid/x')] },
      config: { http: { ca, proxy } },
      ...project,
    });

  it('is connected to, and hosts are checked through it', async () => {
    const server = await upstream(ok, { secure: true });
    const proxy = closing(await startProxy({ targets: { 'upstream.invalid:443': server.port } }));
    const result = await behind(proxy.url);
    expect(result.check('proxy')).toMatchObject({
      state: 'ok',
      facts: { source: '`http.proxy`', targets: ['https://upstream.invalid'] },
    });
    expect(found(result)).toEqual({ 'proxy-tunnel': 'ok', tls: 'ok', http: 'ok' });
    expect(proxy.asked.map(({ authority }) => authority)).toEqual(['upstream.invalid:443']);
  });

  it('of the environment is named by its variable, without its password; NO_PROXY is shown', async () => {
    const proxy = closing(await startProxy({ status: 403 }));
    const env = { HTTPS_PROXY: proxy.url.replace('//', '//ada:hunter2@'), NO_PROXY: 'intranet.invalid' };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const result = await behind('', { config: { http: { ca } }, env });
    expect(result.check('proxy').facts?.source).toBe('HTTPS_PROXY');
    expect(result.check('no-proxy').detail).toBe('NO_PROXY=intranet.invalid');
    expect(result.check('proxy-tunnel')).toMatchObject({
      state: 'problem',
      facts: { code: 'PROXY_FORBIDDEN' },
    });
    expect(JSON.stringify(result.checks)).not.toContain('hunter2');
  });

  it('that nothing listens at is a problem', async () => {
    const result = await behind('http://127.0.0.1:9');
    expect(result.check('proxy')).toMatchObject({ state: 'problem', facts: { code: 'ECONNREFUSED' } });
  });

  it('that is none is a problem', async () => {
    vi.stubEnv('ALL_PROXY', 'socks5://ada:hunter2@127.0.0.1:1080');
    const env = { ALL_PROXY: 'socks5://ada:hunter2@127.0.0.1:1080' };
    const result = await behind('', { config: {}, env });
    expect(result.check('proxy-invalid').advice).toContain('ALL_PROXY');
    expect(JSON.stringify(result.checks)).not.toContain('hunter2');
  });

  it('is not asked about hosts on loopback', async () => {
    const server = await upstream(ok);
    const result = await routedTo(server.origin, {
      config: { routes: { [named]: server.origin }, http: { proxy: 'http://127.0.0.1:9' } },
    });
    expect(result.check('proxy')).toMatchObject({ state: 'ok', facts: { proxy: null } });
    expect(result.check('http').state).toBe('ok');
  });
});

describe('certificate authorities', () => {
  const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url));
  const withFiles = (http: object, env: Record<string, string>) =>
    diagnosed({ config: { http }, env, options: { offline: true } });

  it('are counted, and expired ones named', async () => {
    const result = await withFiles({ ca }, { NODE_EXTRA_CA_CERTS: fixture('expired.pem') });
    expect(result.check('certificate-file', ca)).toMatchObject({ state: 'ok', facts: { certificates: 1 } });
    const extra = result.check('certificate-file', fixture('expired.pem'));
    expect(extra.state).toBe('warning');
    expect(extra.detail).toContain('expired on 2020-02-01');
  });

  it('that cannot be read are a problem in http.ca, and a warning where Node goes on without them', async () => {
    const result = await withFiles({ ca: fixture('server.key') }, { NODE_EXTRA_CA_CERTS: '/nowhere.pem' });
    expect(result.check('certificate-file', fixture('server.key')).state).toBe('problem');
    expect(result.check('certificate-file', '/nowhere.pem').state).toBe('warning');
  });
});

it('an interrupt ends the wait, with what is known so far', async () => {
  const server = await upstream(ok);
  const silent = closing(await rawServer(() => {}));
  const interrupt = new AbortController();
  const result = await diagnosed({
    registry: {
      connectors: [
        simpleConnector('Silent', 'https://silent.example.com/x'),
        simpleConnector('Good', 'https://good.example.com/x'),
      ],
    },
    config: {
      routes: { 'https://silent.example.com': silent.origin, 'https://good.example.com': server.origin },
    },
    options: {
      timeout_ms: 60_000,
      signal: interrupt.signal,
      onProgress: (done) => {
        if (done === 1) interrupt.abort();
      },
    },
  });
  expect(result.interrupted).toBe(true);
  expect(result.check('http', 'https://good.example.com').state).toBe('ok');
  expect(result.checks.filter(({ subject }) => subject === 'https://silent.example.com')).toEqual([]);
});

it('many hosts are checked a few at a time', async () => {
  let waiting = 0;
  let most = 0;
  const server = closing(
    await rawServer(async (socket, { until }) => {
      await until(endOfHead);
      waiting += 1;
      most = Math.max(most, waiting);
      await new Promise(setImmediate);
      waiting -= 1;
      socket.end('HTTP/1.1 204 No Content\r\n\r\n');
    }),
  );
  const hosts = Array.from({ length: 20 }, (_, at) => `host-${at}.example.com`);
  const { checks } = await diagnosed({
    registry: {
      connectors: hosts.map((host, at) => simpleConnector(host, `http://${host}:${server.port}/${at}`)),
    },
    config: { http: { allowPrivateNetwork: true } },
    options: { lookup: async () => [{ address: '127.0.0.1', family: 4 }] },
  });
  expect(checks.filter(({ id, state }) => id === 'http' && state === 'ok')).toHaveLength(20);
  expect(server.connections()).toBe(20);
  expect(most).toBeLessThanOrEqual(6);
});

it('contacts nothing where a route leads to a folder', async () => {
  const result = await routedTo('./answers', { files: { 'answers/x.json': '{}' } });
  expect(found(result)).toEqual({ route: 'ok' });
  expect(result.check('route', named).detail).toContain('answers answer');
});
