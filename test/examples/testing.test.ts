/** The example is a project as its README says: the built program and a runner of Vitest's own work on it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/program.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cwd = join(root, 'examples/testing');

describe('examples/testing', () => {
  it('has nothing that the linter would say', async () => {
    const { exit, stdout } = await runProgram(['validate', '--max-warnings', '0', '--json'], { cwd });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).diagnostics).toEqual([]);
  });

  it('has tests in YAML that pass and leave nothing uncovered', async () => {
    const { exit, stdout } = await runProgram(['test', '--coverage', '--json'], { cwd });
    expect(exit).toBe(0);
    const { summary, coverage } = JSON.parse(stdout);
    expect(summary).toMatchObject({ failed: 0, skipped: 0, unused_mocks: 0 });
    expect(summary.passed).toBeGreaterThan(15);
    for (const { covered, total } of Object.values<{ covered: number; total: number }>(coverage.totals)) {
      expect(covered).toBe(total);
    }
  });

  it('prints the same bytes every time', async () => {
    const args = ['test', '--json'];
    const [first, second] = [await runProgram(args, { cwd }), await runProgram(args, { cwd })];
    expect(second).toEqual(first);
  });

  it('has tests in TypeScript that pass', async () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const env = { PATH: process.env.PATH, NO_COLOR: '1' };
    const args = [vitest, 'run', '--root', cwd, '--reporter=json'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 7, numFailedTests: 0 });
  });

  it('agrees with the types of the package', async () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2023'];
    const modules = ['--module', 'nodenext', '--types', 'node'];
    const args = [tsc, '--ignoreConfig', ...options, ...modules, 'member-orders.test.ts'];
    await expect(promisify(execFile)(process.execPath, args, { cwd })).resolves.toMatchObject({ stdout: '' });
  });
});
