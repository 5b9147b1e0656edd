/** What a pass of `validate` prints, and where. */
import type { LintSummary } from '../lint/report.js';
import { type ReporterStyle, type ReportFormat, reporters } from '../lint/reporters/index.js';
import { countOf } from '../views/format.js';
import { plainWidth } from '../views/plain-width.js';
import { neutralise } from '../views/text.js';
import { printError } from './print-error.js';
import { type Streams, showsColor } from './streams.js';
import { pathFromRoot } from './validate-inputs.js';
import type { ValidateOptions } from './validate-options.js';
import type { ValidateRun } from './validate-run.js';

export async function showRun(
  run: ValidateRun,
  options: ValidateOptions,
  streams: Streams,
  cwd: string,
): Promise<void> {
  const { stdout, stderr } = streams;
  // The fixed text is the result; what there is to say of it goes where it is in nobody's way.
  const isFilter = options.stdin === true && options.fix === true;
  if (isFilter) stdout.write(run.texts.join(''));
  const out = isFilter ? stderr : stdout;
  out.write(await reportText(run, options, streams, cwd, out));
  for (const error of run.unreadable) printError(error, streams, false, options.color);
  if (options.quiet) return;
  for (const file of run.unfixed) {
    stderr.write(`${file} was not fixed: it is no valid JSON in UTF-8, and edits would be guesses.\n`);
  }
  for (const file of run.skipped) {
    stderr.write(`${neutralise(file)} was not looked at: it is too large, or one of too many.\n`);
  }
  const { summary } = run.report;
  if (isOverLimit(summary, options)) {
    const warnings = countOf(summary.warnings, 'warning');
    stderr.write(`${warnings}: more than --max-warnings ${options.maxWarnings} allows.\n`);
  }
}

async function reportText(
  { report, mask }: ValidateRun,
  options: ValidateOptions,
  { env }: Streams,
  cwd: string,
  out: Streams['stdout'],
): Promise<string> {
  const style: ReporterStyle = {
    width: (out.isTTY && out.columns) || plainWidth(env.COLUMNS),
    color: showsColor(out, env, options.color),
    mask: (text) => mask.mask(text),
    quiet: options.quiet ?? false,
    fromRoot: pathFromRoot(cwd, env.GITHUB_WORKSPACE),
  };
  const write = async (format: ReportFormat) => (await reporters[format]())(report, style);
  const format = options.json ? 'json' : options.format;
  if (format !== undefined || env.GITHUB_ACTIONS !== 'true') return write(format ?? 'pretty');
  const { inert } = await import('../views/workflow-commands.js');
  return inert(await write('pretty')) + (await write('github'));
}

/** Whether there are more warnings than `--max-warnings` allows. */
export const isOverLimit = ({ warnings }: LintSummary, { maxWarnings }: ValidateOptions): boolean =>
  maxWarnings !== undefined && warnings > maxWarnings;
