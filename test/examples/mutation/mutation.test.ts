/** The example's tests are worth something: whatever is broken in its registry, one of them fails. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadWorkspace } from '../../../src/config/index.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { findTestFiles } from '../../../src/testing/files/find-test-files.js';
import { readTestFiles } from '../../../src/testing/files/read-test-file.js';
import { caseUpstreams } from '../../../src/testing/runner/case-upstreams.js';
import { runSuite } from '../../../src/testing/runner/run-suite.js';
import { registryMutants } from './registry-mutants.js';

const cwd = fileURLToPath(new URL('../../../examples/testing', import.meta.url));
const path = join(cwd, 'connectors_registry.json');
const registry = await readFile(path, 'utf8');
const workspace = await loadWorkspace({ cwd, processEnv: {}, mockSecretsOnly: true });
const paths = await findTestFiles([], { cwd, root: cwd, configured: undefined });
const { files } = await readTestFiles(paths);

/** Whether every test passes. */
async function survives(text: string): Promise<boolean> {
  const { files: results } = await runSuite({
    registry: parseRegistry(text, path),
    files,
    workspaceOf: async () => workspace,
    upstreamOf: caseUpstreams(),
    update: 'nothing',
    bail: true,
    signal: new AbortController().signal,
  });
  return results.every(({ cases }) => cases.every(({ state }) => state === 'passed'));
}

describe('mutants of the example', () => {
  const mutants = [...registryMutants(registry)];

  it('are told from the registry as it is', async () => {
    expect(await survives(registry)).toBe(true);
    expect(mutants.length).toBeGreaterThan(150);
  });

  it('are all found by its tests', async () => {
    const survivors: string[] = [];
    for (const { name, text } of mutants) if (await survives(text)) survivors.push(name);
    expect(survivors).toEqual([]);
  });
});
