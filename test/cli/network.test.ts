/** Proxies and certificates, as the built program meets them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closing } from '../support/exchange.js';
import { type ProgramResult, runProgram } from '../support/program.js';
import { startProxy } from '../support/proxy.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

const ca = fileURLToPath(new URL('../fixtures/tls/ca.pem', import.meta.url));
const otherIssuer = fileURLToPath(new URL('../fixtures/tls/other-issuer.pem', import.meta.url));

/** Resolves for the proxy alone. */
const behindProxy = 'https://upstream.invalid';

let upstream: Upstream;
let folder: string;

beforeAll(async () => {
  upstream = await startUpstream((request, response) => json(response, { path: request.path }), {
    secure: true,
  });
  folder = mkdtempSync(join(tmpdir(), 'connector-cli-network-'));
  writeFileSync(
    join(folder, 'connectors_registry.json'),
    JSON.stringify({
      composite_connectors: [
        {
          name: 'Call',
          permalink: 'call',
          steps: [{ name: 'one', url: `${behindProxy}/a`, method: 'GET' }],
        },
      ],
    }),
  );
});
afterAll(async () => {
  await upstream.close();
  rmSync(folder, { recursive: true });
});

function call(http: object, env: Record<string, string>, route?: string): Promise<ProgramResult> {
  writeFileSync(join(folder, 'connector.config.json'), JSON.stringify({ http }));
  return runProgram(['run', 'call', ...(route ? ['--route', `${behindProxy}=${route}`] : [])], {
    cwd: folder,
    env: { COLUMNS: '300', ...env },
  });
}

const proxyToUpstream = async (credentials?: string) =>
  closing(
    await startProxy({
      targets: { 'upstream.invalid:443': upstream.port },
      ...(credentials ? { credentials } : {}),
    }),
  );

describe('a certificate authority', () => {
  it.each([
    ['http.ca', { ca }, {}],
    ['NODE_EXTRA_CA_CERTS', {}, { NODE_EXTRA_CA_CERTS: ca }],
    ['http.ca beside NODE_EXTRA_CA_CERTS', { ca: otherIssuer }, { NODE_EXTRA_CA_CERTS: ca }],
    ['NODE_EXTRA_CA_CERTS beside http.ca', { ca }, { NODE_EXTRA_CA_CERTS: otherIssuer }],
  ])('of %s is trusted, directly and through a proxy', async (_name, http, env) => {
    const direct = await call(http, env, upstream.origin);
    expect(direct).toMatchObject({ exit: 0, stderr: '' });
    expect(direct.stdout).toContain('"path"');
    const proxy = await proxyToUpstream();
    expect(await call({ ...http, proxy: proxy.url }, env)).toMatchObject({ exit: 0, stderr: '' });
    expect(await call(http, { ...env, HTTPS_PROXY: proxy.url })).toMatchObject({ exit: 0, stderr: '' });
    expect(proxy.asked.map(({ authority }) => authority)).toEqual(Array(2).fill('upstream.invalid:443'));
  });

  it('that is not known is named, with what to do', async () => {
    const { exit, stdout } = await call({}, {}, upstream.origin);
    expect(exit).toBe(1);
    expect(stdout).toContain(
      "the certificate of '127.0.0.1' comes from an issuer that is not trusted, 'connector-cli test authority'",
    );
    expect(stdout).toContain('http.ca');
  });

  it('in a file that is missing or broken is a warning in NODE_EXTRA_CA_CERTS', async () => {
    for (const path of [join(folder, 'missing.pem'), join(folder, 'connectors_registry.json')]) {
      const { exit, stderr } = await call({ ca }, { NODE_EXTRA_CA_CERTS: path }, upstream.origin);
      expect(exit).toBe(0);
      expect(stderr).toMatch(/Warning: Ignoring .*NODE_EXTRA_CA_CERTS|Warning: Ignoring extra certs/);
      expect(stderr).toContain(path);
    }
  });

  it.each([
    ['nothing in it\n', 'it holds no certificate'],
    ['first\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'broken.pem:2:1'],
  ])('in a broken file is an error in http.ca', async (text, message) => {
    writeFileSync(join(folder, 'broken.pem'), text);
    const { exit, stderr } = await call({ ca: 'broken.pem' }, {}, upstream.origin);
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('broken.pem');
  });
});

it.each([
  ['expired.pem', 'has expired, on 2020-02-01', 'renewed'],
  ['other-host.pem', 'the certificate names other.example.com, *.example.org, 192.0.2.1', 'Check the host'],
])('a certificate that is not accepted is described: %s', async (certificate, message, advice) => {
  const server = closing(await startUpstream(() => {}, { secure: true, certificate }));
  const { exit, stdout } = await call({ ca }, {}, server.origin);
  expect(exit).toBe(1);
  expect(stdout).toContain(message);
  expect(stdout).toContain(advice);
});

it('an answer of very many lines is shown whole', async () => {
  const lines = Array.from({ length: 300_000 }, (_each, index) => String(index));
  const many = closing(await startUpstream((_request, response) => void response.end(lines.join('\n'))));
  const { exit, stdout, stderr } = await call({}, {}, many.origin);
  expect(stderr).not.toContain('failed');
  expect(exit).toBe(0);
  expect(stdout).toContain('\n299998\n299999\n');
});

describe('a proxy', () => {
  it('has a password that is never shown', async () => {
    const proxy = await proxyToUpstream('ada:hunter2&more');
    const right = proxy.url.replace('//', '//ada:hunter2%26more@');
    expect(await call({ ca, proxy: right }, {})).toMatchObject({ exit: 0, stderr: '' });
    for (const [http, env] of [
      [{ ca, proxy: right.replace('ada', 'bob') }, {}],
      [{ ca }, { https_proxy: right.replace('ada', 'bob') }],
    ] as const) {
      const { exit, stdout, stderr } = await call(http, env);
      expect(exit).toBe(1);
      expect(stdout).toContain(`the proxy ${proxy.url} answered 407 (Proxy Authentication Required)`);
      expect(stdout).toContain('PROXY_AUTHENTICATION');
      expect(stdout + stderr).not.toMatch(/hunter2/);
    }
  });

  it('is not asked for hosts of NO_PROXY, and not for a route to loopback', async () => {
    const proxy = await proxyToUpstream();
    const http = { ca, proxy: proxy.url };
    expect((await call(http, { NO_PROXY: '.invalid' })).stdout).toContain('does not resolve');
    expect((await call(http, {}, upstream.origin)).exit).toBe(0);
    expect(proxy.asked).toEqual([]);
  });

  it('of another kind is refused', async () => {
    const { exit, stdout } = await call({ ca }, { ALL_PROXY: 'socks5://ada:hunter2@127.0.0.1:1080' });
    expect(exit).toBe(1);
    expect(stdout).toContain('no URL of an HTTP proxy');
    expect(stdout).not.toContain('hunter2');
  });
});
