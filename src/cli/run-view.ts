/** What a run shows while it happens and after it: chosen by the streams and the flags. */
import type { RunResult } from '../platform/result.js';
import type { RunView } from '../views/view.js';
import type { CallOptions, GlobalOptions } from './options.js';
import { type Streams, showsColor } from './streams.js';

type ViewOptions = GlobalOptions & Pick<CallOptions, 'verbose'>;

/** A live picture on a terminal, text elsewhere, nothing but the document with `--json`. */
export async function chooseView(
  options: ViewOptions,
  streams: Streams,
  mask: (text: string) => string,
): Promise<RunView | null> {
  if (options.json) return null;
  const { stdout, env } = streams;
  const color = showsColor(stdout, env, options.color);
  const verbose = options.verbose ?? false;
  if (stdout.isTTY) {
    const { canDrawLive } = await import('../views/terminal-frame.js');
    const { startLiveView } = await import('../views/live.js');
    if (canDrawLive(stdout, env)) return startLiveView({ stdout, mask, color, verbose, env });
  }
  const { plainWidth, startPlainView } = await import('../views/plain.js');
  const columns = stdout.isTTY ? stdout.columns : plainWidth(env.COLUMNS);
  return startPlainView({ stdout, mask, color, verbose, columns });
}

/** Below the report: on a terminal that is where eyes are when the run is over. */
export async function printWarnings(
  warnings: RunResult['warnings'],
  options: GlobalOptions,
  { stderr, env }: Streams,
  mask: (text: string) => string,
): Promise<void> {
  if (warnings.length === 0) return;
  const { plainWidth } = await import('../views/plain.js');
  const { warningReport } = await import('../views/report.js');
  const width = stderr.isTTY ? stderr.columns : plainWidth(env.COLUMNS);
  const color = showsColor(stderr, env, options.color);
  stderr.write(`${['', ...warningReport(warnings, { width, color, mask })].join('\n')}\n`);
}
