/** A finished run as lines of text: what the live view leaves behind, and all that the plain view prints. */
import type { RunWarning } from '../platform/result.js';
import type { Bound } from './body.js';
import { failureLines } from './failure.js';
import type { RunModel } from './model.js';
import { createPen, type ViewStyle } from './pen.js';
import { answerLines, scopeLines, statusLines, warningLines } from './summary.js';
import { verboseLines } from './verbose.js';
import { waterfall } from './waterfall.js';

export interface ReportOptions extends ViewStyle {
  /** Shows every request and response as well. Default false. */
  verbose?: boolean;
  /** How much of the answer is shown. */
  answer: Bound;
}

/** A run without a result, cut off before its last event, is its waterfall alone. */
export function runReport(model: RunModel, options: ReportOptions): string[] {
  const pen = createPen(options);
  const { result } = model;
  const lines = waterfall(model, options);
  if (result === null) return lines;
  if (options.verbose === true) lines.push(...verboseLines(result, pen));
  lines.push('', ...statusLines(result, pen), ...scopeLines(result, pen), ...failureLines(result, options));
  // An interrupted run has no answer; a widget would have got none.
  if (result.interrupted) return lines;
  // No `push`: an answer may have more lines than a call can have arguments.
  return [...lines, '', pen.palette.strong('Answer'), ...answerLines(result, options.answer, pen)];
}

/** The warnings of a run, which stand apart from the report: results go to one stream, warnings to the other. */
export const warningReport = (warnings: readonly RunWarning[], style: ViewStyle): string[] =>
  warningLines(warnings, createPen(style));
