/** Runs the cases of test files side by side, and puts their results in the order of the files. */
import pLimit from 'p-limit';
import { UserError } from '../../text/user-error.js';
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

/** A file whose snapshots cannot be read is left out, one whose snapshots cannot be written is told: the others run on. */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const began_ms = performance.now();
  const choices = selectCases(options.files, options);
  const limit = pLimit(atATime);
  const progress: Progress = { hasFailed: false };
  const pending = options.files.map((file) => orMistake(startFile(file, choices, limit, progress, options)));
  const files: FileResult[] = [];
  const broken: UserError[] = [];
  let failed = false;
  for (const each of pending) {
    const started = await each;
    if (started instanceof UserError) {
      broken.push(started);
      continue;
    }
    const { result, unwritten } = await finishFile(started, failed && options.bail, options);
    if (unwritten) broken.push(unwritten);
    failed ||= result.cases.some(({ state }) => state === 'failed');
    files.push(result);
    options.onFile?.(result);
  }
  return {
    files,
    broken,
    duration_ms: performance.now() - began_ms,
    stopped: options.signal.aborted ? 'interrupted' : failed && options.bail ? 'bail' : null,
  };
}

/** Files wait for one another, and a promise that is rejected before anyone asks for it ends the program. */
const orMistake = <T>(promise: Promise<T>): Promise<T | UserError> =>
  promise.catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });

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
): Promise<{ result: FileResult; unwritten: UserError | null }> {
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
  const unwritten = (await orMistake(snapshots.finish(options.update === 'all' ? obsolete : []))) ?? null;
  const result: FileResult = {
    source: file.source,
    cases: unwritten ? results.map(withoutNewSnapshot) : results,
    unusedShared: isWhole
      ? file.sharedUpstream.filter((mock) => !ended.some(({ upstream }) => upstream?.uses(mock)))
      : [],
    obsoleteSnapshots: options.update === 'all' ? [] : obsolete,
    snapshotPath: snapshots.path,
  };
  return { result, unwritten };
}

const withoutNewSnapshot = (result: CaseResult): CaseResult =>
  result.snapshot === 'matched' ? result : { ...result, snapshot: null };

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
