import type { Fixtures } from './fixtures.js';
import type { ProblemList } from './problems.js';

/** What the readers of the parts of a test file share. */
export interface ReadingContext {
  readonly problems: ProblemList;
  /** Of the test file, absolute: what paths in it are relative to. */
  readonly directory: string;
  readonly fixtures: Fixtures;
  /** Absolute; grows while it is read. */
  readonly usedFiles: Set<string>;
}
