/**
 * Each folder in `cases/` is a command line as a person would type it (`cmd`) and everything that it printed (`stdout`,
 * `stderr`) with its exit code (`exit`). `UPDATE=1 npx vitest run test/cli` writes the latter three anew; read the diff.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programPath } from '../support/program.js';
import { scenarios } from '../support/scenarios.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { normalise } from './normalise.js';

const cases = fileURLToPath(new URL('cases/', import.meta.url));
const project = fileURLToPath(new URL('project/', import.meta.url));

let upstream: Upstream;
let path: string;

beforeAll(async () => {
  upstream = await startUpstream(scenarios);
  path = mkdtempSync(join(tmpdir(), 'connector-cli-path-'));
  writeFileSync(join(path, 'connector-cli'), `#!/bin/sh\nexec '${process.execPath}' '${programPath}' "$@"\n`);
  chmodSync(join(path, 'connector-cli'), 0o755);
});

afterAll(async () => {
  rmSync(path, { recursive: true });
  await upstream.close();
});

it.each(readdirSync(cases))('%s', async (name) => {
  const folder = join(cases, name);
  const command = readFileSync(join(folder, 'cmd'), 'utf8').trim();
  const printed = await shell(command);
  const shown = (text: string) =>
    normalise(text, upstream.port)
      .replaceAll(project.slice(0, -1), '<project>')
      .replaceAll(dirname(project), '<cli>');
  const actual = {
    stdout: shown(printed.stdout),
    stderr: shown(printed.stderr),
    exit: `${printed.exit}\n`,
  };
  for (const [file, text] of Object.entries(actual)) {
    if (process.env.UPDATE) writeFileSync(join(folder, file), text);
    expect(text, file).toBe(readFileSync(join(folder, file), 'utf8'));
  }
  expect(printed.stdout + printed.stderr).not.toMatch(/\bat .*:\d+:\d+\)?$/m);
});

interface Printed {
  stdout: string;
  stderr: string;
  exit: number | null;
}

function shell(command: string): Promise<Printed> {
  const routes = ['https://api.example.com', 'https://auth.example.com'];
  const cache = mkdtempSync(join(tmpdir(), 'connector-cli-cache-'));
  return new Promise<Printed>((ended, failed) => {
    const child = spawn('sh', ['-c', command], {
      cwd: project,
      env: {
        PATH: `${path}:${process.env.PATH}`,
        HOME: '/nonexistent',
        // A command line may run the program more than once; nothing is left for the next case.
        CONNECTOR_CACHE_DIR: cache,
        COLUMNS: '160',
        ROUTES: routes.map((origin) => `--route ${origin}=${upstream.origin}`).join(' '),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', failed);
    child.once('close', (exit) => ended({ stdout, stderr, exit }));
  }).finally(() => rmSync(cache, { recursive: true, force: true }));
}
