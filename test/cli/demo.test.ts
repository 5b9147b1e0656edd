import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const example = fileURLToPath(new URL('../../examples/orders/', import.meta.url));

function runNode(...args: string[]): Promise<{ exit: number | null; output: string }> {
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, args, { cwd: example, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', failed);
    child.once('close', (exit) => ended({ exit, output }));
  });
}

it('the demo runs the composite that works and the one that fails, and exits 0', async () => {
  const { exit, output } = await runNode('demo.mjs');
  expect(exit).toBe(0);
  expect(output).toContain('✓ 200 OK  contact-orders');
  expect(output).toContain('"open_total": 101.25');
  expect(output).toContain('90071992547409931234');
  expect(output).toContain("Composite step 'orders' (index 1): Downstream (HTTP error)");
  expect(output).not.toContain('demo-client-secret');
});

it('the example upstream says so when its port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  const { port } = taken.address() as AddressInfo;
  const { exit, output } = await runNode('upstream.mjs', '--port', String(port));
  await new Promise((closed) => taken.close(closed));
  expect(exit).toBe(2);
  expect(output).toBe(`Port ${port} is taken; choose another with --port.\n`);
});
