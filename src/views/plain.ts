/** The run as text for a file, a pipe or a log: nothing until it is over, then everything once. */
import type { RunEvent, RunListener } from '../platform/events.js';
import { emptyModel, reduce } from './model.js';
import type { ColorSupport } from './palette.js';
import { runReport } from './report.js';
import type { Mask } from './text.js';

/** What shows a run while it happens. */
export interface RunView {
  onEvent: RunListener;
  /** Shows what is left to show; resolves when it has been written. */
  finish(): Promise<void>;
}

export interface PlainViewOptions {
  stdout: NodeJS.WritableStream;
  mask: Mask;
  /** Terminal cells; see `plainWidth`. */
  columns: number;
  /** Default false. */
  color?: ColorSupport;
  verbose?: boolean;
}

const defaultWidth = 100;

/** The width of text that no terminal shows: `COLUMNS` where it is sensible, else 100. */
export function plainWidth(columns: string | undefined): number {
  const width = Number(columns);
  return Number.isInteger(width) && width >= 20 && width <= 1000 ? width : defaultWidth;
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

/** Resolves when the stream has taken the text, or has gone: a closed pipe is no failure of the run. */
export function writeLines(stdout: NodeJS.WritableStream, lines: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    if (!stdout.writable) resolve();
    else stdout.write(`${lines.join('\n')}\n`, () => resolve());
  });
}
