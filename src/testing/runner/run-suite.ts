/** Runs the cases of test files side by side, and puts their results in the order of the files. */
import pLimit from 'p-limit';
import type { TestCase, TestFile } from '../model.js';
import type { CaseResult, FileResult, SuiteResult } from '../result.js';
import { Snapshots, type SnapshotUpdate } from '../snapshots/snapshots.js';
import { type CaseSetting, type FinishedCase, runCase } from './run-case.js';
import { type Choice, type Selection, selectCases } from './select-cases.js';

export interface SuiteOptions extends Selection, Omit<CaseSetting, 'file' | 'snapshots'> {
  files: readonly TestFile[];
  update: SnapshotUpdate;
  /** Start nothing more after the first failure. */
  bail: boolean;
  /** Told of each file once all of its cases have ended, in the order of the files. */
  onFile?: (result: FileResult) => void;
}

/** A run waits for nothing but the next turn of the loop: more at a time would only hold more memory. */
const atATime = 8;

/** @throws {UserError} where a snapshot file cannot be read or written */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const began_ms = performance.now();
  const choices = selectCases(options.files, options);
  const limit = pLimit(atATime);
  const progress: Progress = { hasFailed: false };
  const pending = options.files.map((file) => startFile(file, choices, limit, progress, options));
  const files: FileResult[] = [];
  let failed = false;
  for (const each of pending) {
    const result = await finishFile(await each, failed && options.bail, options);
    failed ||= result.cases.some(({ state }) => state === 'failed');
    files.push(result);
    options.onFile?.(result);
  }
  return {
    files,
    duration_ms: performance.now() - began_ms,
    stopped: options.signal.aborted ? 'interrupted' : failed && options.bail ? 'bail' : null,
  };
}

interface Progress {
  hasFailed: boolean;
}

interface RunningFile {
  file: TestFile;
  snapshots: Snapshots;
  /** In the order of the file; null for what was not started. */
  cases: readonly { testCase: TestCase; finished: FinishedCase | null; choice: Choice }[];
}

async function startFile(
  file: TestFile,
  choices: ReadonlyMap<TestCase, Choice>,
  limit: ReturnType<typeof pLimit>,
  progress: Progress,
  options: SuiteOptions,
): Promise<RunningFile> {
  const snapshots = await Snapshots.load(file.source.path, options.update);
  const setting: CaseSetting = { ...options, file, snapshots };
  const cases = await Promise.all(
    file.cases.map(async (testCase) => {
      const choice = choices.get(testCase);
      if (choice !== null) return { testCase, finished: null, choice };
      const finished = await limit(async () => {
        if (options.signal.aborted || (options.bail && progress.hasFailed)) return null;
        const ended = await runCase(testCase, setting);
        if (ended.result.state === 'failed') progress.hasFailed = true;
        return ended;
      });
      return { testCase, finished, choice };
    }),
  );
  return { file, snapshots, cases };
}

async function finishFile(
  { file, snapshots, cases }: RunningFile,
  isOver: boolean,
  options: SuiteOptions,
): Promise<FileResult> {
  const results: CaseResult[] = [];
  const ended: FinishedCase[] = [];
  let isBailed = isOver;
  for (const { testCase, finished, choice } of cases) {
    // Of another shard: it is as if the case were not there.
    if (choice === undefined) continue;
    if (choice !== null) {
      results.push(skippedCase(testCase, file, choice));
    } else if (finished === null || isBailed) {
      // What ran beside the first failure and after it in order is left out, so that the result is the same each time.
      const why = options.signal.aborted ? 'the tests were interrupted' : '--bail: a case before it failed';
      results.push(skippedCase(testCase, file, why));
    } else {
      ended.push(finished);
      results.push(finished.result);
      isBailed = options.bail && finished.result.state === 'failed';
    }
  }
  const isWhole = ended.length === file.cases.length;
  const asked = new Set(file.cases.filter((each) => each.expect.snapshot?.value).map((each) => each.name));
  const obsolete = snapshots.obsolete(asked);
  await snapshots.finish(options.update === 'all' ? obsolete : []);
  return {
    source: file.source,
    cases: results,
    unusedShared: isWhole
      ? file.sharedUpstream.filter((mock) => !ended.some(({ upstream }) => upstream?.uses(mock)))
      : [],
    obsoleteSnapshots: options.update === 'all' ? [] : obsolete,
    snapshotPath: snapshots.path,
  };
}

const skippedCase = (testCase: TestCase, file: TestFile, reason: string): CaseResult => ({
  case: testCase,
  source: file.source,
  state: 'skipped',
  skipped: reason,
  failures: [],
  run: null,
  events: [],
  connector: null,
  unusedMocks: [],
  mask: (text) => text,
  duration_ms: 0,
  snapshot: null,
});
