/** `doctor` as a process: interrupts, colours, and what must never be printed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closing } from '../support/exchange.js';
import { programPath, runProgram } from '../support/program.js';
import { rawServer } from '../support/raw-server.js';
import { json, startUpstream } from '../support/upstream.js';

const named = 'https://api.example.com';
const secret = 'sk_live_canary/+value';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-cli-doctor-'));
  const headers = [
    { key: 'X', value: "{{ get_secret('key') }}{{ get_secret('padded') }}{{ get_variable('secret_twin') }}" },
  ];
  writeFileSync(
    join(folder, 'connectors_registry.json'),
    JSON.stringify({
      connectors: [
        { name: 'A', url: `${named}/${secret}/{{ now() }}`, headers },
        { name: 'B', url: `https://{{ user.id }}/${secret}` },
      ],
    }),
  );
  const secrets = { key: secret, padded: ' padded-canary ' };
  writeFileSync(
    join(folder, 'connector.config.json'),
    JSON.stringify({ secrets, variables: { secret_twin: secret } }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const doctor = (...args: string[]) => runProgram(['doctor', ...args], { cwd: folder });

it('exits 0 with warnings, and says nothing on stderr', async () => {
  const upstream = closing(await startUpstream((_request, response) => json(response, {})));
  const { exit, stdout, stderr } = await doctor('--route', `${named}=${upstream.origin}`);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout).toContain('no problems, 1 warning, 1 note');
  expect(upstream.received).toHaveLength(1);
});

it.each([[[]], [['--json']]])('never shows a secret, in a URL either (%j)', async (flags) => {
  const { stdout, stderr } = await doctor(...flags, '--offline');
  expect(stdout).not.toBe('');
  expect(stdout + stderr).not.toMatch(/canary/);
});

describe('Ctrl-C', () => {
  it.each([[[]], [['--json']]])('ends it with 130 and what is known so far (%j)', async (flags) => {
    const silent = closing(await rawServer(() => {}));
    const route = `${named}=${silent.origin}`;
    const args = [programPath, 'doctor', '--timeout', '60000', '--route', route, ...flags];
    const child = spawn(process.execPath, args, { cwd: folder });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    const closed = new Promise<number | null>((ended) => child.once('close', ended));
    await expect.poll(() => silent.connections(), { timeout: 20_000 }).toBe(1);
    child.kill('SIGINT');
    expect(await closed).toBe(130);
    if (flags.length > 0) expect(JSON.parse(stdout)).toMatchObject({ interrupted: true });
    else expect(stdout).toContain('Interrupted: not everything was checked.');
  });
});
