/** One pass of `test`: finds and reads the test files, runs their cases, and hands over what happened. */
import { registerSecrets, SecretMask, type Workspace } from '../config/index.js';
import type { Registry } from '../registry/index.js';
import { CoverageCollector } from '../testing/coverage/collector.js';
import { findTestFiles } from '../testing/files/find-test-files.js';
import { readTestFiles } from '../testing/files/read-test-file.js';
import type { TestCase, TestFile } from '../testing/model.js';
import { type TestReport, testReport } from '../testing/report.js';
import type { FileResult } from '../testing/result.js';
import { caseUpstreams } from '../testing/runner/case-upstreams.js';
import { runSuite } from '../testing/runner/run-suite.js';
import { hasName } from '../testing/runner/select-cases.js';
import { getOrMake } from '../text/get-or-make.js';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import type { Mask } from '../views/text.js';
import { openRegistry, openWorkspace } from './open-registry.js';
import type { Streams } from './streams.js';
import { isContinuousIntegration, type TestOptions } from './test-options.js';

export interface TestSet {
  workspace: Workspace;
  registry: Registry;
  files: readonly TestFile[];
  /** Why some test files cannot be used. */
  broken: readonly UserError[];
  /** Hides the mock secrets of the configuration. */
  mask: Mask;
  /** Every file that the result depends on. */
  watched: string[];
}

/** @throws {UserError} where there is nothing to test with */
export async function readTests(
  patterns: readonly string[],
  options: TestOptions,
  streams: Streams,
  cwd: string,
): Promise<TestSet> {
  const { workspace, registry } = await openRegistry(options, mocks(cwd));
  const { root, test, configFile } = workspace;
  const paths = await findTestFiles(patterns, { cwd, root, configured: test.files });
  const { files, errors } = await readTestFiles(paths);
  if (isContinuousIntegration(streams.env)) refuseOnly(files);
  const watched = [
    registry.file.path,
    ...(configFile === undefined ? [] : [configFile]),
    ...paths,
    ...files.flatMap((file) => file.usedFiles),
  ];
  const secrets = new SecretMask();
  registerSecrets(workspace.secrets, secrets);
  return {
    workspace,
    registry,
    files,
    broken: errors,
    mask: (text) => secrets.mask(text),
    watched: [...new Set(watched)],
  };
}

export interface TestPass {
  /** Only these cases; all where it is absent. */
  isWanted?: (testCase: TestCase, file: TestFile) => boolean;
  onFile?: (result: FileResult) => void;
}

/** @throws {UserError} where no case has the name that is asked for */
export async function runTests(
  tests: TestSet,
  options: TestOptions,
  streams: Streams,
  cwd: string,
  { isWanted, onFile }: TestPass,
): Promise<TestReport> {
  const workspaces = new Map<string | undefined, Promise<Workspace>>();
  workspaces.set(options.env, Promise.resolve(tests.workspace));
  if (options.testName !== undefined) refuseUnknownName(options.testName, tests);
  const coverage = options.coverage ? new CoverageCollector(tests.registry) : undefined;
  const suite = await runSuite({
    registry: tests.registry,
    coverage,
    files: tests.files,
    name: options.testName,
    shard: options.shard,
    isWanted,
    bail: options.bail ?? false,
    update: options.update ? 'all' : isContinuousIntegration(streams.env) ? 'nothing' : 'missing',
    signal: streams.interrupt,
    workspaceOf: (environment) => {
      const name = environment ?? options.env;
      return getOrMake(workspaces, name, () =>
        openWorkspace({ ...options, ...(name === undefined ? {} : { env: name }) }, mocks(cwd)),
      );
    },
    upstreamOf: caseUpstreams(),
    ...(onFile ? { onFile } : {}),
  });
  return testReport(suite, tests.broken, coverage?.report() ?? null);
}

/** Tests are the same on every machine: secrets are the mock values of the configuration and nothing else. */
const mocks = (cwd: string) => ({ cwd, processEnv: {}, mockSecretsOnly: true });

/** A case that was singled out while its author worked on it would leave all others untested, and nobody would see. */
function refuseOnly(files: readonly TestFile[]): void {
  for (const { cases, source } of files) {
    const only = cases.find((each) => each.only);
    if (!only) continue;
    throw new UserError({
      code: 'test-only',
      message: `The case '${only.name}' says \`only\`, so that the others of its file would not run.`,
      file: source.path,
      ...source.positionAt(only.span.start),
      hint: 'Take it out before you push; it is refused where CI is set.',
    });
  }
}

/** A name that was mistyped would else pass, as nothing fails. */
function refuseUnknownName(wanted: string, { files, broken }: TestSet): void {
  const cases = files.flatMap((file) => file.cases);
  if (broken.length > 0 || cases.some((each) => hasName(each, wanted))) return;
  const names = new Set(cases.map(({ name }) => name));
  const near = suggest(wanted, names);
  throw new UserError({
    code: 'no-such-case',
    message: `No case has '${wanted}' in its permalink or name.`,
    hint: near === undefined ? `There are: ${listNames(names)}.` : `Did you mean '${near}'?`,
  });
}
