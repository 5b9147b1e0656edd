/** Runs the built program as a person would: a process of its own, with pipes for its streams. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const programPath = fileURLToPath(new URL('../../bin/connector-cli.js', import.meta.url));

export interface ProgramResult {
  exit: number | null;
  stdout: string;
  stderr: string;
}

export interface ProgramOptions {
  cwd: string;
  stdin?: string;
  env?: Record<string, string>;
  /** Called with the process and all it printed so far, whenever it prints. */
  onOutput?: (child: ChildProcess, stdout: string, stderr: string) => void;
}

/** Only what a bare shell would have: nothing of the test runner's environment changes what the program prints. */
const bareEnvironment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8' };

export function runProgram(args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  // What one process keeps for the next stays its own, unless a test shares a directory.
  const cache = mkdtempSync(join(tmpdir(), 'connector-cli-cache-'));
  return new Promise<ProgramResult>((ended, failed) => {
    const child = spawn(process.execPath, [programPath, ...args], {
      cwd: options.cwd,
      env: { ...bareEnvironment, CONNECTOR_CACHE_DIR: cache, ...options.env },
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    const told = () => options.onOutput?.(child, stdout, stderr);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      told();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      told();
    });
    child.once('error', failed);
    child.once('close', (exit) => ended({ exit, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
  }).finally(() => rmSync(cache, { recursive: true, force: true }));
}
