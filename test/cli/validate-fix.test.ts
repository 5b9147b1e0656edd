/** `validate --fix` and `--stdin` as a process, on a rule that can mend what it finds. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ProgramOptions, runProgram } from '../support/program.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-fix-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const wrong = `{
\t"connectors": [
\t\t{
\t\t\t"name": "Mine",\r
\t\t\t"url": "https://api.acme.io/mine",
\t\t\t"headers": [{"key": "X-User", "value": "{{ user.id }}", "overridable": true}]
\t\t}
\t]
}
`;
const right = wrong.replace('"overridable": true', '"overridable": false');
const file = () => join(folder, 'connectors_registry.json');
const validate = (args: string[] = [], options: Partial<ProgramOptions> = {}) =>
  runProgram(['validate', ...args], { cwd: folder, ...options });

it('mends the file in place, keeps its mode, and finds nothing the next time', async () => {
  writeFileSync(file(), wrong);
  chmodSync(file(), 0o640);
  const first = await validate(['--fix']);
  expect(first.stdout).toMatch(
    /^fixed connectors_registry\.json:6:\d+ .* \(overridable-identity\)\n\nno findings in .*; 1 fixed\n$/,
  );
  expect(first.exit).toBe(0);
  expect(readFileSync(file(), 'utf8')).toBe(right);
  expect(statSync(file()).mode & 0o777).toBe(0o640);
  const second = await validate(['--fix', '--json']);
  expect(JSON.parse(second.stdout)).toMatchObject({ fixed: [], diagnostics: [] });
  expect(readFileSync(file(), 'utf8')).toBe(right);
});

it('names what is fixable where nothing was asked for, and changes nothing', async () => {
  writeFileSync(file(), wrong);
  const { stdout } = await validate();
  expect(stdout).toContain('  = fix: --fix can ');
  expect(stdout).toContain('; 1 fixable with --fix\n');
  expect(readFileSync(file(), 'utf8')).toBe(wrong);
});

describe('--stdin', () => {
  it('with --fix is a filter: the text on stdout, the report on stderr', async () => {
    const { stdout, stderr, exit } = await validate(['--stdin', '--fix'], { stdin: wrong });
    expect(stdout).toBe(right);
    expect(stderr).toMatch(/^fixed <stdin>:6:/);
    expect(exit).toBe(0);
  });

  it('passes through what it cannot fix', async () => {
    const { stdout, stderr, exit } = await validate(['--stdin', '--fix'], { stdin: `${wrong},` });
    expect(stdout).toBe(`${wrong},`);
    expect(stderr).toContain('<stdin> was not fixed');
    expect(exit).toBe(1);
  });

  it('refuses what is binary', async () => {
    const { exit, stderr } = await validate(['--stdin'], { stdin: '\u0000\u0001PK' });
    expect(exit).toBe(2);
    expect(stderr).toContain('The registry is a binary file, not JSON.');
  });
});

it('shows no secret of the configuration and no literal credential', async () => {
  const url = 'https://api.acme.io/canary-in-secrets?q=1';
  const header = { key: 'Authorization', value: 'Bearer sk_live_canary0123456789abcdefABCDEF' };
  const connector = { name: 'A', url, headers: [header], query_parameters: [{ key: 'k', value: 'v' }] };
  writeFileSync(file(), JSON.stringify({ connectors: [connector] }));
  writeFileSync(join(folder, '.connector-secrets.env'), 'token=canary-in-secrets\n');
  for (const format of ['pretty', 'json', 'sarif', 'github', 'junit']) {
    const { stdout, stderr } = await validate(['--format', format]);
    expect(stdout).toContain('url-query-string');
    expect(stdout + stderr).not.toContain('canary');
    const off = await validate(['--format', format, '--rule', 'literal-credential=off']);
    expect(off.stdout + off.stderr).not.toContain('canary');
    expect(off.stdout).toContain('url-query-string');
  }
});

it('works where secrets and certificates of the configuration do not', async () => {
  writeFileSync(file(), right);
  writeFileSync(
    join(folder, 'connector.config.json'),
    '{"secretsFile":"gone.env","http":{"ca":"gone.pem"},"secrets":{"k":"@gone"}}',
  );
  expect((await validate()).exit).toBe(0);
});
