/** `validate [files...]`: lints registries, and says by the exit code whether they are fine. */
import { exitCodes } from './exit-codes.js';
import type { Streams } from './streams.js';
import { refuseContradictions, type ValidateOptions } from './validate-options.js';
import { validateOnce } from './validate-run.js';
import { isOverLimit, showRun } from './validate-show.js';
import { workingDirectory } from './working-directory.js';

/** @throws {UserError} where nothing can be read, or the flags mean nothing */
export async function validateCommand(
  files: readonly string[],
  options: ValidateOptions,
  streams: Streams,
): Promise<number> {
  refuseContradictions(files, options);
  const cwd = await workingDirectory(options.cwd, streams);
  if (options.watch) {
    const { watchValidate } = await import('./validate-watch.js');
    return watchValidate(files, options, streams, cwd);
  }
  const run = await validateOnce(files, options, streams, cwd);
  await showRun(run, options, streams, cwd);
  if (run.unreadable.length > 0) return exitCodes.usage;
  const { summary } = run.report;
  return summary.errors > 0 || isOverLimit(summary, options) ? exitCodes.failed : exitCodes.ok;
}
