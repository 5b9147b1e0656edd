import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programPath } from '../support/program.js';
import { scenarios } from '../support/scenarios.js';
import { startUpstream, type Upstream } from '../support/upstream.js';

const project = fileURLToPath(new URL('project/', import.meta.url));

let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream(scenarios);
});
afterEach(() => upstream.close());

/** Starts a run of a step that never ends, and interrupts it once the upstream has the request. */
async function interrupted(
  ...flags: string[]
): Promise<{ exit: number | null; stdout: string; stderr: string }> {
  const route = `https://api.example.com=${upstream.origin}`;
  const child = spawn(process.execPath, [programPath, 'run', 'stall', '--route', route, ...flags], {
    cwd: project,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const closed = new Promise<number | null>((ended) => child.once('close', ended));
  await expect.poll(() => upstream.received.length, { timeout: 20_000 }).toBe(1);
  child.kill('SIGINT');
  return { exit: await closed, stdout, stderr };
}

it('Ctrl-C while a step waits keeps the waterfall so far, exits 130 and leaves no socket', async () => {
  const { exit, stdout, stderr } = await interrupted();
  expect(exit).toBe(130);
  expect(stdout).toContain('stall  composite · 1 step');
  expect(stdout).toContain('Interrupted');
  expect(stderr).toBe('');
  await expect.poll(() => upstream.connections()).toBe(0);
});

it('with --json, what was done so far is still one document', async () => {
  const { exit, stdout } = await interrupted('--json');
  expect(exit).toBe(130);
  expect(JSON.parse(stdout)).toMatchObject({ interrupted: true, ok: false, steps: [{ state: 'failed' }] });
});
