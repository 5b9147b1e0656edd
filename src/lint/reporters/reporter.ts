/** What a reporter is: a pure function from a report to text. */
import type { ColorSupport } from '../../views/palette.js';
import type { Mask } from '../../views/text.js';
import type { LintReport } from '../report.js';

export interface ReporterStyle {
  /** Terminal cells. */
  readonly width: number;
  readonly color: ColorSupport;
  /** For all text that the files hold. */
  readonly mask: Mask;
  /** Errors alone, and no summary where nothing is wrong. */
  readonly quiet: boolean;
  /** A file's path as services name it: from the root of the repository, with slashes. */
  readonly fromRoot: (file: string) => string;
}

/** Ends in a line end, unless it is empty. */
export type Reporter = (report: LintReport, style: ReporterStyle) => string;
