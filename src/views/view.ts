/** What the live and the plain view have in common. */
import type { RunListener } from '../platform/events.js';

/** What shows a run while it happens. */
export interface RunView {
  onEvent: RunListener;
  /** Shows what is left to show; resolves when it has been written. */
  finish(): Promise<void>;
}

/** Resolves when the stream has taken the text, or has gone: a closed pipe is no failure of the run. */
export function writeLines(stdout: NodeJS.WritableStream, lines: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    if (!stdout.writable) resolve();
    else stdout.write(`${lines.join('\n')}\n`, () => resolve());
  });
}
