/** Whatever docs/testing.md shows works as it stands there, with the package as a project has it. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../support/program.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-docs-'));
  const page = await readFile(join(root, 'docs/testing.md'), 'utf8');
  for (const [, name = '', text = ''] of page.matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)) {
    await writeFile(join(folder, name), text);
  }
  await mkdir(join(folder, 'node_modules'));
  await symlink(root, join(folder, 'node_modules/connector-cli'), 'junction');
  await symlink(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'), 'junction');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('shows a test file that passes', async () => {
  const { exit, stdout } = await runProgram(['test', '--json'], { cwd: folder });
  expect(JSON.parse(stdout).summary).toMatchObject({ cases: 4, passed: 4, unused_mocks: 0 });
  expect(exit).toBe(0);
});

it('shows tests of Vitest that pass', async () => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--root', folder, '--reporter=json'];
  const env = { PATH: process.env.PATH, NO_COLOR: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 3 });
});
