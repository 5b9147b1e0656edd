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

const registry = (url: string) =>
  JSON.stringify({ connectors: [{ name: 'A', url, query_parameters: [{ key: 'k', value: 'v' }] }] });
const fine = registry('https://api.acme.io/x');
const wrong = registry('https://api.acme.io/x?q=1');
const save = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-watch-'));
});

afterEach(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(...flags: string[]): void {
  stdout = '';
  stderr = '';
  child = spawn(process.execPath, [programPath, 'validate', '--watch', ...flags], {
    cwd: folder,
    env: { PATH: process.env.PATH, CONNECTOR_CACHE_DIR: join(folder, 'cache') },
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
}

const printed = (text: string | RegExp, stream: () => string = () => stdout) =>
  expect.poll(stream, { timeout: 20_000, interval: 5 }).toMatch(text);

it('looks anew on every save, of the registry and of the configuration', async () => {
  save('connectors_registry.json', fine);
  save('connector.config.yaml', '{}\n');
  start();
  await printed('watching connectors_registry.json, connector.config.yaml', () => stderr);
  expect(stdout).toMatch(/^no findings/);

  save('connectors_registry.json', wrong);
  await printed(/warning\[url-query-string\]/);
  expect(stderr).toContain('saved connectors_registry.json');

  save('connector.config.yaml', 'lint: { rules: { url-query-string: error } }\n');
  await printed(/error\[url-query-string\]/);

  save('connector.config.yaml', 'lint: { rules: { url-query-string: nonsense } }\n');
  await printed(/must be one of error, warn, off/, () => stderr);

  save('temporary', fine);
  renameSync(join(folder, 'temporary'), join(folder, 'connectors_registry.json'));
  save('connector.config.yaml', 'lint: { rules: { url-query-string: off } }\n');
  await printed(/no findings[\s\S]*no findings/);
});

it('goes on when the file is broken, gone and back again', async () => {
  save('connectors_registry.json', '{');
  start();
  await printed(/error\[json-syntax\]/);
  await printed('watching', () => stderr);
  unlinkSync(join(folder, 'connectors_registry.json'));
  await printed('There is no connectors_registry.json', () => stderr);
  save('connectors_registry.json', fine);
  await printed('no findings');
});

it('with --fix, a save of its own is not looked at twice', async () => {
  save('connectors_registry.json', fine);
  start('--fix');
  await printed('watching', () => stderr);
  save('connectors_registry.json', identity);
  await printed(/; 1 fixed\n/);
  save('connectors_registry.json', wrong);
  await printed(/warning\[url-query-string\]/);
  expect(stdout.match(/1 fixed/g)).toHaveLength(1);
  expect(stderr.match(/^saved /gm)).toHaveLength(2);
});

const identity = JSON.stringify({
  connectors: [
    {
      name: 'A',
      url: 'https://api.acme.io/x',
      headers: [{ key: 'X-User', value: '{{ user.id }}', overridable: true }],
    },
  ],
});

it('prints a document each time with --json, and ends with Ctrl-C', async () => {
  save('connectors_registry.json', fine);
  start('--json', '--quiet');
  await printed(/"summary"/);
  // Watching begins a moment after the first document, and --quiet does not say when.
  await expect
    .poll(
      () => {
        save('connectors_registry.json', wrong);
        return stdout;
      },
      { timeout: 20_000, interval: 50 },
    )
    .toMatch(/"rule": "url-query-string"/);
  expect(stderr).toBe('');
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
