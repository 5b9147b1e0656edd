/** A project in a folder of its own, and its tests run as the command runs them. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { loadWorkspace } from '../../src/config/index.js';
import { loadRegistry } from '../../src/registry/index.js';
import { findTestFiles } from '../../src/testing/files/find-test-files.js';
import { readTestFiles } from '../../src/testing/files/read-test-file.js';
import type { CaseResult, SuiteResult } from '../../src/testing/result.js';
import { caseUpstreams } from '../../src/testing/runner/case-upstreams.js';
import { runSuite, type SuiteOptions } from '../../src/testing/runner/run-suite.js';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

export interface Project {
  folder: string;
  read(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
  test(options?: Partial<SuiteOptions>): Promise<SuiteResult>;
}

/** @param files by name; objects are written as JSON */
export async function project(files: Record<string, unknown>): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'connector-test-'));
  folders.push(folder);
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  for (const [name, content] of Object.entries(files)) {
    await write(name, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  const workspaceOf = (environmentName: string | null) =>
    loadWorkspace({
      cwd: folder,
      environmentName: environmentName ?? undefined,
      processEnv: {},
      mockSecretsOnly: true,
    });
  return {
    folder,
    read: (name) => readFile(join(folder, name), 'utf8'),
    write,
    async test(options = {}) {
      const workspace = await workspaceOf(null);
      const paths = await findTestFiles([], { cwd: folder, root: folder, configured: workspace.test.files });
      const { files: tests, errors } = await readTestFiles(paths);
      if (errors[0]) throw errors[0];
      return runSuite({
        registry: await loadRegistry(join(folder, 'connectors_registry.json')),
        files: tests,
        workspaceOf,
        upstreamOf: caseUpstreams(),
        update: 'missing',
        bail: false,
        signal: new AbortController().signal,
        ...options,
      });
    },
  };
}

export const casesOf = (suite: SuiteResult): readonly CaseResult[] =>
  suite.files.flatMap(({ cases }) => cases);

/** `passed`, `skipped`, or the codes of the failures, by the name of the case. */
export const outcomes = (suite: SuiteResult): Record<string, string> =>
  Object.fromEntries(
    casesOf(suite).map(({ case: { name }, state, failures }) => [
      name,
      state === 'failed' ? failures.map(({ code }) => code).join(' ') : state,
    ]),
  );

/** Every failure of every case as its message and notes. */
export const complaints = (suite: SuiteResult): string[] =>
  casesOf(suite).flatMap(({ failures }) => failures.flatMap(({ message, notes }) => [message, ...notes]));
