import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programPath } from '../support/program.js';

let folder: string;
let child: ChildProcessWithoutNullStreams;
let stdout: string;
let stderr: string;

const save = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));

const registry = (path: string) => ({
  connectors: [
    { name: 'One', url: `https://api.acme.io/${path}` },
    { name: 'Two', url: 'https://api.acme.io/two' },
  ],
});

const tests = (connector: string, status: number, fixture = 'fixture.json') => ({
  connector,
  cases: [
    {
      name: `asks ${connector}`,
      upstream: [{ url: `https://api.acme.io/${connector}`, respond: { file: fixture } }],
      expect: { status },
    },
  ],
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-watch-'));
  save('connectors_registry.json', registry('one'));
  save('one.connector-test.json', tests('one', 200));
  save('two.connector-test.json', tests('two', 200, 'other.json'));
  save('fixture.json', {});
  save('other.json', {});
  stdout = '';
  stderr = '';
  child = spawn(process.execPath, [programPath, 'test', '--watch'], {
    cwd: folder,
    env: { PATH: process.env.PATH, CONNECTOR_CACHE_DIR: join(folder, 'cache') },
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
});

afterEach(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const printed = (text: string | RegExp, stream: () => string = () => stdout) =>
  expect.poll(stream, { timeout: 20_000, interval: 5 }).toMatch(text);

/** What is printed from now on. */
function afresh(): void {
  stdout = '';
  stderr = '';
}

it('runs what a save touches, and nothing else', async () => {
  await printed('watching', () => stderr);
  expect(stdout).toMatch(/2 passed in 2 files/);

  afresh();
  save('connectors_registry.json', registry('uno'));
  await printed(/1 failed, 0 passed in/);
  expect(stdout).toContain('no mock answers GET https://api.acme.io/uno');
  expect(stdout).not.toContain('two.connector-test.json');

  afresh();
  save('other.json', { a: 1 });
  await printed(/1 passed in/);
  expect(stdout).toContain('two.connector-test.json');
  await printed('1 case that failed before was not touched', () => stderr);

  afresh();
  save('one.connector-test.json', { ...tests('one', 200), upstream: [{ step: 'one', respond: {} }] });
  await printed(/1 passed in/);
  expect(stderr).not.toContain('failed before');
});

it('goes on when a file is broken and mended', async () => {
  await printed('watching', () => stderr);
  afresh();
  save('one.connector-test.json', '{');
  await printed(/one\.connector-test\.json:1/, () => stderr);
  afresh();
  save('one.connector-test.json', tests('one', 200));
  await printed(/1 passed in/);
  afresh();
  save('connectors_registry.json', '{ "connectors": [');
  await printed(/connectors_registry\.json:1/, () => stderr);
  afresh();
  save('connectors_registry.json', registry('one'));
  await printed(/2 passed in 2 files/);
});
