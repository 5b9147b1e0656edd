/** The run as text for a file, a pipe or a log: nothing until it is over, then everything once. */
import type { RunEvent } from '../platform/events.js';
import { emptyModel, reduce } from './model.js';
import type { ColorSupport } from './palette.js';
import { runReport } from './report.js';
import type { Mask } from './text.js';
import { type RunView, writeLines } from './view.js';

export { plainWidth } from './plain-width.js';
export type { RunView } from './view.js';

export interface PlainViewOptions {
  stdout: NodeJS.WritableStream;
  mask: Mask;
  /** Terminal cells; see `plainWidth`. */
  columns: number;
  /** Default false. */
  color?: ColorSupport;
  verbose?: boolean;
}

export function startPlainView(options: PlainViewOptions): RunView {
  let model = emptyModel;
  return {
    onEvent: (event: RunEvent) => {
      model = reduce(model, event);
    },
    finish: () => {
      const { mask, columns: width, color = false, verbose = false } = options;
      const lines = runReport(model, { width, color, mask, verbose, answer: null });
      return writeLines(options.stdout, lines);
    },
  };
}
