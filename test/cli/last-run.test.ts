import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LastRunKey, loadLastRun, saveLastRun } from '../../src/cli/last-run.js';
import { SecretMask } from '../../src/config/index.js';
import type { RunResult } from '../../src/platform/result.js';
import { runSteps } from '../support/run.js';
import { json, startUpstream, type Upstream } from '../support/upstream.js';

const registryPath = '/project/connectors_registry.json';
const key: LastRunKey = { registryPath, kind: 'composite', permalink: 'under-test' };

let folder: string;
let env: NodeJS.ProcessEnv;
let upstream: Upstream;
let answer = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'last-run-'));
  env = { CONNECTOR_CACHE_DIR: join(folder, 'cache') };
  upstream = await startUpstream((request, response) =>
    json(response, answer, request.path === '/fails' ? 500 : 200),
  );
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await upstream.close();
});

const steps = [
  {
    name: 'contact',
    url: 'https://api.example.com/a',
    response_body: '{{ (response.body | from_json).id }}',
  },
  { name: 'orders', url: 'https://api.example.com/fails' },
];

const run = async (text: string): Promise<RunResult> => {
  answer = text;
  return (await runSteps({ steps, routes: { 'https://api.example.com': upstream.origin } })).result;
};

const stderr = (told: string[]) =>
  ({ write: (text: string) => told.push(text) > 0 }) as unknown as NodeJS.WriteStream;

async function save(result: RunResult, mask = new SecretMask()): Promise<string[]> {
  const told: string[] = [];
  await saveLastRun(result, { registryPath, mask: (text) => mask.mask(text) }, { env, stderr: stderr(told) });
  return told;
}

const files = () =>
  readdirSync(join(folder, 'cache', 'last-runs')).map((name) => join(folder, 'cache', 'last-runs', name));

it('gives back what each upstream answered and what later steps saw', async () => {
  const result = await run('{"id": 12345678901234567890}');
  await save(result);
  const last = await loadLastRun(key, env);
  expect(last?.recorded_at.getTime()).toBe(result.started_at_ms);
  expect(last?.steps.answers.get('contact')?.body).toBe('{"id": 12345678901234567890}');
  expect(last?.steps.outputs.get('contact')?.body).toBe('12345678901234567890');
  expect(last?.steps.outputs.has('orders')).toBe(false);
  expect(last?.steps.answers.get('orders')?.statusCode).toBe(500);
});

it('is kept for this connector of this registry alone', async () => {
  await save(await run('{"id": 1}'));
  expect(await loadLastRun({ ...key, permalink: 'other' }, env)).toBeNull();
  expect(await loadLastRun({ ...key, kind: 'simple' }, env)).toBeNull();
  expect(await loadLastRun({ ...key, registryPath: '/other/connectors_registry.json' }, env)).toBeNull();
});

it('holds no secret, and can be read by its owner alone', async () => {
  const mask = new SecretMask();
  mask.add('canary-secret-value');
  mask.add('987654321');
  await save(await run('{"id": 987654321, "echo": "canary-secret-value"}'), mask);
  const [file = ''] = files();
  const kept = readFileSync(file, 'utf8');
  expect(kept).not.toContain('canary-secret-value');
  expect(kept).not.toContain('987654321');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const body = (await loadLastRun(key, env))?.steps.answers.get('contact')?.body ?? '';
  expect(JSON.parse(body)).toEqual({ id: '***', echo: '***' });
});

it('leaves out bodies of more than a mebibyte', async () => {
  await save(await run(`{"id": 1, "long": "${'x'.repeat(1024 * 1024)}"}`));
  expect(await loadLastRun(key, env)).toBeNull();
});

it('replaces the earlier run whole', async () => {
  await save(await run('{"id": 1}'));
  await save(await run('{"id": 2}'));
  expect(files()).toHaveLength(1);
  expect((await loadLastRun(key, env))?.steps.outputs.get('contact')?.body).toBe('2');
});

it('reads a damaged file as none', async () => {
  await save(await run('{"id": 1}'));
  for (const text of ['{', '[]', '{"version": 1, "steps": [{}], "recorded_at": "2026-01-01"}']) {
    writeFileSync(files()[0] ?? '', text);
    expect(await loadLastRun(key, env)).toBeNull();
  }
});

it('says nothing where the cache cannot be written, unless asked', async () => {
  writeFileSync(join(folder, 'cache'), 'a file');
  const result = await run('{"id": 1}');
  expect(await save(result)).toEqual([]);
  env.DEBUG = 'connector-cli';
  expect((await save(result)).join('')).toContain('were not kept');
  expect(existsSync(join(folder, 'cache', 'last-runs'))).toBe(false);
});
