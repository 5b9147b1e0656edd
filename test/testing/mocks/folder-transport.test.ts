/** What a connector gets from a folder that its origin is routed to. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUndiciTransport } from '../../../src/platform/transport/undici.js';
import { createFolderTransport } from '../../../src/testing/mocks/folder-transport.js';
import { startUpstream } from '../../support/upstream.js';

let directory = '';
let folder = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'connector-mocks-'));
  // Nothing in it is special in a URL's path.
  folder = join(directory, 'mocks of ünser api');
  mkdirSync(join(folder, 'orders', 'open'), { recursive: true });
  writeFileSync(join(folder, 'orders.json'), '{"orders": []}');
  writeFileSync(join(folder, 'orders', '7'), 'seven');
  writeFileSync(join(folder, 'orders', 'open', 'index.json'), '[1]');
  writeFileSync(join(folder, 'a b.txt'), 'ä');
  writeFileSync(join(directory, 'secret.json'), '"outside"');
});
afterEach(() => rmSync(directory, { recursive: true }));

async function get(path: string, more: { to: string; url: string }[] = []) {
  const to = pathToFileURL(folder).href;
  const routes = [
    { from: 'https://api.example.com', to },
    ...more.map((each) => ({ from: 'https://b.example', to: each.to })),
  ];
  const transport = createFolderTransport(
    createUndiciTransport({ allowPrivateNetwork: false, responseBodyLimit_bytes: 1024 }),
    routes,
  );
  try {
    const response = await transport.send(
      { method: 'GET', url: more[0]?.url ?? `${to}${path}`, routed: true, headers: [], body: null },
      {
        timeout_ms: 5000,
        signal: new AbortController().signal,
        observer: { phaseStarted() {}, phaseFinished() {}, connected() {} },
      },
    );
    const { statusCode, headers, body } = response;
    return { status: statusCode, type: headers['content-type'], body: Buffer.from(body).toString() };
  } finally {
    await transport.close();
  }
}

describe('a route to a folder', () => {
  it.each([
    ['/orders?page=2', 200, 'application/json', '{"orders": []}'],
    ['/orders/', 200, 'application/json', '{"orders": []}'],
    ['/orders/7', 200, 'application/octet-stream', 'seven'],
    ['/orders/open', 200, 'application/json', '[1]'],
    ['/a%20b.txt', 200, 'text/plain; charset=utf-8', 'ä'],
  ])('answers %s from a file', async (path, status, type, body) => {
    expect(await get(path)).toEqual({ status, type, body });
  });

  it('says which files it looked for', async () => {
    const { status, body } = await get('/nope/x');
    expect(status).toBe(404);
    expect(body).toContain('nope/x, nope/x.json, nope/x/index.json');
  });

  it.each(['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/orders/../../secret', '/%zz'])(
    'gives nothing from outside for %s',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(400);
      expect(body).not.toContain('outside');
    },
  );

  it('follows links that its owner made', async () => {
    symlinkSync(join(directory, 'secret.json'), join(folder, 'linked.json'));
    expect(await get('/linked')).toMatchObject({ status: 200, body: '"outside"' });
  });

  it('leaves other routes to the network', async () => {
    const upstream = await startUpstream((_request, response) => void response.end('real'));
    try {
      expect(await get('', [{ to: upstream.origin, url: `${upstream.origin}/x` }])).toMatchObject({
        body: 'real',
      });
    } finally {
      await upstream.close();
    }
  });
});
