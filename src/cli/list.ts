/** `list`: what the registry holds. contracts.md, JSON results. */
import { relative, sep } from 'node:path';
import { readableSecret, registerSecrets, SecretMask, type Workspace } from '../config/index.js';
import { type InventoryEntry, inventory, type Need } from '../diagnosis/inventory.js';
import { findTestFiles } from '../testing/files/find-test-files.js';
import { readTestFiles } from '../testing/files/read-test-file.js';
import type { TestCase } from '../testing/model.js';
import { UserError } from '../text/user-error.js';
import { inventoryLines } from '../views/inventory.js';
import { writeJson } from '../views/json-text.js';
import { plainWidth } from '../views/plain-width.js';
import { exitCodes } from './exit-codes.js';
import { openRegistry } from './open-registry.js';
import type { GlobalOptions } from './options.js';
import { type Streams, showsColor } from './streams.js';
import { workingDirectory } from './working-directory.js';

export interface ListOptions extends GlobalOptions {
  env?: string;
  variable?: [string, string][];
}

/** @throws {UserError} where there is no registry, or it cannot be read */
export async function listCommand(options: ListOptions, streams: Streams): Promise<number> {
  const cwd = await workingDirectory(options.cwd, streams);
  const { workspace, registry } = await openRegistry(options, { cwd, processEnv: streams.env });
  const mask = new SecretMask();
  registerSecrets(workspace.secrets, mask);
  const entries = inventory(registry, {
    variables: new Map([...workspace.variables, ...(options.variable ?? [])]),
    hasSecret: (name) => readableSecret(workspace.secrets, name) !== undefined,
  });
  const tests = await coveringTests(workspace, cwd);
  const masked = (text: string): string => mask.mask(text);
  const testsOf = (entry: InventoryEntry): string[] => tests?.filesFor(entry) ?? [];
  const { stdout, env } = streams;
  if (options.json) {
    stdout.write(`${listJson(entries, testsOf, masked)}\n`);
    return exitCodes.ok;
  }
  const lines = inventoryLines(
    { entries, testsOf: tests === null ? null : testsOf },
    {
      width: (stdout.isTTY && stdout.columns) || plainWidth(env.COLUMNS),
      color: showsColor(stdout, env, options.color),
      mask: masked,
    },
  );
  stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.ok;
}

interface CoveringTests {
  filesFor(entry: InventoryEntry): string[];
}

/** Null where there are no test files. What is wrong with one is for `test` to say. */
async function coveringTests({ root, test }: Workspace, cwd: string): Promise<CoveringTests | null> {
  let paths: string[];
  try {
    paths = await findTestFiles([], { cwd, root, configured: test.files });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
  const { files } = await readTestFiles(paths);
  const shown = (path: string) => (relative(cwd, path) || path).split(sep).join('/');
  const isFor = ({ connector, kind }: TestCase, entry: InventoryEntry): boolean =>
    connector.value === entry.permalink && (kind === null || kind === entry.kind);
  return {
    filesFor: (entry) =>
      files
        .filter(({ cases }) => cases.some((each) => isFor(each, entry)))
        .map(({ source }) => shown(source.path)),
  };
}

type Mask = (text: string) => string;

function listJson(
  entries: readonly InventoryEntry[],
  testsOf: (entry: InventoryEntry) => string[],
  mask: Mask,
): string {
  const of = (kind: InventoryEntry['kind']) =>
    entries.filter((entry) => entry.kind === kind).map((entry) => entryJson(entry, testsOf(entry), mask));
  return writeJson({ connectors: of('simple'), composite_connectors: of('composite') });
}

function entryJson(entry: InventoryEntry, tests: string[], mask: Mask) {
  const { kind, authentication, secrets, variables } = entry;
  const orNull = (text: string | null) => (text === null ? null : mask(text));
  const unmet = (needs: readonly Need[]) => needs.filter(({ isMet }) => !isMet).map(({ name }) => mask(name));
  return {
    permalink: mask(entry.permalink),
    name: mask(entry.name),
    method: mask(entry.method),
    url: orNull(entry.url),
    authentication: authentication.length === 0 ? 'none' : mask(authentication.join(', ')),
    secrets: secrets.map(({ name }) => mask(name)),
    variables: variables.map(({ name }) => mask(name)),
    missing_secrets: unmet(secrets),
    missing_variables: unmet(variables),
    hosts: entry.hosts.map(mask),
    tests,
    line: entry.line,
    ...(kind === 'simple'
      ? {}
      : {
          steps: entry.steps.map((step) => ({
            name: mask(step.name),
            method: mask(step.method),
            url: orNull(step.url),
            authentication: mask(step.authentication ?? 'none'),
          })),
        }),
  };
}
