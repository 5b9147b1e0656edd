/** What a reporter of tests is: a pure function from what happened to text, in two parts so that large suites show early. */
import type { ColorSupport } from '../../views/palette.js';
import type { Mask } from '../../views/text.js';
import type { TestReport } from '../report.js';
import type { FileResult } from '../result.js';

export interface TestReporterStyle {
  /** Terminal cells. */
  readonly width: number;
  readonly color: ColorSupport;
  /** Failures alone, and nothing where there are none. */
  readonly quiet: boolean;
  /** For text that no case made. */
  readonly mask: Mask;
  /** A file's path as people know it: from the current directory, with slashes. */
  readonly shownPath: (file: string) => string;
  /** A file's path as services name it: from the root of the repository, with slashes. */
  readonly fromRoot: (file: string) => string;
}

export interface TestReporter {
  /** Once all cases of a file have ended, in the order of the files. Ends in a line end, unless it is empty. */
  file(result: FileResult, style: TestReporterStyle): string;
  /** Once everything has ended. */
  end(report: TestReport, style: TestReporterStyle): string;
}
