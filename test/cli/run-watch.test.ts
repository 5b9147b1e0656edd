import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programPath } from '../support/program.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

let folder: string;
let upstream: Upstream;
let child: ChildProcessWithoutNullStreams;
let printed: string;

const save = (text: string) => writeFileSync(join(folder, 'connectors_registry.json'), text);
const registry = (path: string) =>
  JSON.stringify({ connectors: [{ name: 'Topic', url: `https://api.example.com/${path}` }] });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'run-watch-'));
  upstream = await startUpstream((request, response) => json(response, { path: request.path }));
  save(registry('one'));
  printed = '';
  child = spawn(
    process.execPath,
    [programPath, 'run', 'topic', '--watch', '--route', `https://api.example.com=${upstream.origin}`],
    { cwd: folder, env: { PATH: process.env.PATH, CONNECTOR_CACHE_DIR: join(folder, 'cache') } },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
});

afterEach(async () => {
  child.kill('SIGKILL');
  await upstream.close();
  rmSync(folder, { recursive: true });
});

const said = (text: string) => expect.poll(() => printed, { timeout: 20_000 }).toContain(text);

it('runs anew on every save, through a broken registry, until it is interrupted', async () => {
  await said('watching connectors_registry.json');
  expect(printed).toContain('"path": "/one"');
  save('{"connectors": [');
  await said('saved connectors_registry.json');
  await said('error: ');
  save(registry('two'));
  await said('"path": "/two"');
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
