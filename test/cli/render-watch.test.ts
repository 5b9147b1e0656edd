import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programPath } from '../support/program.js';

let folder: string;
let child: ChildProcessWithoutNullStreams;
let stdout: string;
let stderr: string;

const registry = (value: string) =>
  JSON.stringify({
    connectors: [
      {
        name: 'Topic',
        url: 'https://api.example.com/topics',
        method: 'POST',
        headers: [{ key: 'Authorization', value: "Bearer {{ get_secret('token') }}" }],
        query_parameters: [
          { key: 'v', value },
          { key: 'region', value: "{{ get_variable('region') }}" },
        ],
        request_body: '{"n": {{ (body_text | from_json).n }}}',
      },
    ],
  });
const save = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'render-watch-'));
  save('connectors_registry.json', registry('one'));
  save('connector.config.yaml', 'variables: { region: eu }\nsecretsFile: secrets.env\n');
  save('secrets.env', 'token=canary-secret-value\n');
  save('payload.json', '{"n": 1}');
});

afterEach(async () => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(...flags: string[]): void {
  stdout = '';
  stderr = '';
  child = spawn(
    process.execPath,
    [programPath, 'render', 'topic', '--payload', '@payload.json', '--watch', ...flags],
    { cwd: folder, env: { PATH: process.env.PATH, CONNECTOR_CACHE_DIR: join(folder, 'cache') } },
  );
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
}

const printed = (text: string) =>
  expect.poll(() => stdout + stderr, { timeout: 20_000, interval: 5 }).toContain(text);

it('shows what changed after each save, whatever was saved and however', async () => {
  start();
  await printed('watching connectors_registry.json');
  expect(stdout).toContain('v: one');

  save('connectors_registry.json', registry('two'));
  await printed('-     v: one\n+     v: two');

  save('temporary', registry('three'));
  renameSync(join(folder, 'temporary'), join(folder, 'connectors_registry.json'));
  await printed('-     v: two\n+     v: three');

  save('payload.json', '{"n": 12345678901234567890}');
  await printed('+       "n": 12345678901234567890');

  save('connector.config.yaml', 'variables: { region: us }\nsecretsFile: secrets.env\n');
  await printed('-     region: eu\n+     region: us');

  // Nothing of a secret is shown, so nothing changes.
  save('secrets.env', 'token=another-canary-value\n');
  await printed('saved secrets.env: nothing changes in what is sent');

  expect(stdout + stderr).not.toContain('canary');
});

it('goes on through a file that is broken, and one that is gone', async () => {
  start();
  await printed('watching');
  save('connectors_registry.json', '{"connectors": [');
  await printed('error: ');
  save('connectors_registry.json', registry('two'));
  await printed('-     v: one\n+     v: two');
  unlinkSync(join(folder, 'connectors_registry.json'));
  await printed('There is no connectors_registry.json');
  save('connectors_registry.json', registry('three'));
  await printed('-     v: two\n+     v: three');
});

it('begins with a file that is broken', async () => {
  save('connectors_registry.json', '{');
  start();
  await printed('watching connectors_registry.json');
  save('connectors_registry.json', registry('mended'));
  await printed('v: mended');
});

it('shows errors as they come and go', async () => {
  start();
  await printed('watching');
  save('connectors_registry.json', registry('{{ gone.x }}'));
  await printed("'gone' is undefined");
  save('connectors_registry.json', registry('fine'));
  await printed('+     v: fine');
});

it('prints the new text alone with --field, a document each time with --json', async () => {
  start('--field', 'query_parameters.v', '--quiet');
  await expect.poll(() => stdout, { timeout: 20_000 }).toBe('one\n');
  child.kill('SIGKILL');
  start('--json');
  await printed('watching');
  stdout = '';
  save('connectors_registry.json', registry('two'));
  await expect.poll(() => stdout.endsWith('}\n'), { timeout: 20_000 }).toBe(true);
  expect(JSON.parse(stdout)).toMatchObject({
    steps: [{ debug_request: { query_parameters: { v: 'two' } } }],
  });
});

it('ends with 130 on Ctrl-C', async () => {
  start();
  await printed('watching');
  const exit = new Promise((ended) => child.once('close', ended));
  child.kill('SIGINT');
  expect(await exit).toBe(130);
});
