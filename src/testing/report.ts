/** A suite's result in numbers, for summaries and exit codes. */
import type { UserError } from '../text/user-error.js';
import type { CoverageReport } from './coverage/report.js';
import type { SuiteResult } from './result.js';

export interface TestSummary {
  readonly files: number;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly snapshots: { readonly written: number; readonly updated: number; readonly obsolete: number };
  readonly unusedMocks: number;
}

export interface TestReport {
  readonly suite: SuiteResult;
  readonly summary: TestSummary;
  /** Why some test files and snapshot files could not be used. */
  readonly broken: readonly UserError[];
  /** Null where it was not asked for. */
  readonly coverage: CoverageReport | null;
}

/** @param unread why some test files could not be read */
export function testReport(
  suite: SuiteResult,
  unread: readonly UserError[],
  coverage: CoverageReport | null,
): TestReport {
  const cases = suite.files.flatMap((file) => file.cases);
  const count = (state: string) => cases.filter((each) => each.state === state).length;
  const snapshots = (outcome: string) => cases.filter((each) => each.snapshot === outcome).length;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    suite,
    broken: [...unread, ...suite.broken],
    coverage,
    summary: {
      files: suite.files.length,
      cases: cases.length,
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      snapshots: {
        written: snapshots('written'),
        updated: snapshots('updated'),
        obsolete: sum(suite.files.map((file) => file.obsoleteSnapshots.length)),
      },
      unusedMocks:
        sum(cases.map((each) => each.unusedMocks.length)) +
        sum(suite.files.map((file) => file.unusedShared.length)),
    },
  };
}
