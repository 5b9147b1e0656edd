/** What running tests gives: one tree that reporters, coverage and `--json` read. Nothing here is masked yet. */
import type { RunEvent } from '../platform/events.js';
import type { RunResult } from '../platform/result.js';
import type { Composite, SimpleConnector } from '../registry/model.js';
import type { SourceFile, Span } from '../text/source.js';
import type { UserError } from '../text/user-error.js';
import type { MockDefinition, TestCase } from './model.js';

export type CaseState = 'passed' | 'failed' | 'skipped';

export interface CaseResult {
  readonly case: TestCase;
  /** The test file, for the places of failures. */
  readonly source: SourceFile;
  readonly state: CaseState;
  /** Why it did not run; empty text where no reason was given, null unless `state` is `skipped`. */
  readonly skipped: string | null;
  /** Why it failed, the most telling first; empty unless `state` is `failed`. */
  readonly failures: readonly CaseFailure[];
  /** Null where nothing ran: the case was skipped, or could not be set up. */
  readonly run: RunResult | null;
  /** What happened while it ran, for drawing; kept of failed cases alone. */
  readonly events: readonly RunEvent[];
  readonly connector: SimpleConnector | Composite | null;
  /** Answers of the case that no call asked for; no failure. */
  readonly unusedMocks: readonly UnusedAnswer[];
  /** Hides the secrets that this case knew or made; whatever leaves the program goes through it. */
  readonly mask: (text: string) => string;
  /** Wall-clock time that the case took, in milliseconds; left out of what has to be the same twice. */
  readonly duration_ms: number;
  readonly snapshot: 'matched' | 'written' | 'updated' | null;
}

/** A mock or a recorded exchange. */
export type UnusedAnswer = Pick<MockDefinition, 'label' | 'span'>;

/**
 * `code` is stable: `setup`, `status`, `json`, `body`, `headers`, `scope`, `code`, `detail`, `sent`, `warnings`,
 * `snapshot`, `unmatched-call`, `unused-mock`, `replay`.
 */
export interface CaseFailure {
  readonly code: string;
  /** One sentence without a full stop. */
  readonly message: string;
  /** What in the test file asked for something else. */
  readonly span: Span;
  /** Values side by side, as text that is shown in full; null where there are no two values. */
  readonly comparison: Comparison | null;
  /** Further lines: the nearest mock and what differed, what to do. */
  readonly notes: readonly string[];
}

export interface Comparison {
  readonly expected: string;
  readonly actual: string;
  /** Where the values are JSON: each place that differs. */
  readonly differences: readonly JsonDifference[];
}

export interface JsonDifference {
  /** `orders[0].id`; empty for the whole value. */
  readonly path: string;
  /** JSON text; null where there is none on that side. */
  readonly expected: string | null;
  readonly actual: string | null;
  /** Where in the test file the expected value stands; null where it has no place there. */
  readonly span: Span | null;
}

export interface SuiteResult {
  /** In the order of the files and of the cases in them, whatever ran first. */
  readonly files: readonly FileResult[];
  /** What is wrong with snapshot files: one that cannot be read keeps its test file out of `files`. */
  readonly broken: readonly UserError[];
  readonly duration_ms: number;
  /** Why not every case ran: `--bail` after a failure, or an interruption. */
  readonly stopped: 'bail' | 'interrupted' | null;
}

export interface FileResult {
  readonly source: SourceFile;
  readonly cases: readonly CaseResult[];
  /** Shared answers that no case of the file used; empty where not all of its cases ran. */
  readonly unusedShared: readonly MockDefinition[];
  /** Names of snapshots that no case asks for any more. */
  readonly obsoleteSnapshots: readonly string[];
  readonly snapshotPath: string | null;
}
