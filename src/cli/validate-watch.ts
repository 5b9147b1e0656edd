/** `validate --watch`: looks anew on every save. */
import { UserError } from '../text/user-error.js';
import { exitCodes } from './exit-codes.js';
import { printError } from './print-error.js';
import type { Streams } from './streams.js';
import { shownPath } from './validate-inputs.js';
import type { ValidateOptions } from './validate-options.js';
import { type ValidateRun, validateOnce } from './validate-run.js';
import { showRun } from './validate-show.js';
import { watchFiles } from './watch.js';

/**
 * Goes on through whatever is wrong with the files, until it is interrupted.
 * @throws {UserError} where there is nothing to look at and no file that could be mended
 */
export async function watchValidate(
  files: readonly string[],
  options: ValidateOptions,
  streams: Streams,
  cwd: string,
): Promise<number> {
  const say = (text: string): void => {
    if (!options.quiet) streams.stderr.write(text);
  };
  const names = (paths: readonly string[]): string => paths.map((path) => shownPath(path, cwd)).join(', ');
  let shown = '';
  /** @returns the files to watch; null where nothing is to be said of the others */
  const look = async (changed: readonly string[] | null): Promise<string[] | null> => {
    let run: ValidateRun;
    try {
      run = await validateOnce(files, options, streams, cwd);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (changed === null && error.file === undefined) throw error;
      shown = '';
      printError(error, streams, false, options.color);
      return changed === null && error.file !== undefined ? [error.file] : null;
    }
    // A fix is a save of our own, and some editors save twice.
    const state = JSON.stringify([
      run.texts,
      run.report.findings.map(({ diagnostic }) => diagnostic),
      run.unreadable.map(({ file, message }) => [file, message]),
    ]);
    if (state !== shown) {
      if (changed !== null) say(`\nsaved ${names(changed)}\n`);
      await showRun(run, options, streams, cwd);
    }
    shown = state;
    return run.watched;
  };
  const first = (await look(null)) ?? [];
  const watch = await watchFiles(
    first,
    async (changed, watching) => {
      const watched = await look(changed);
      if (watched) await watching.update(watched);
    },
    streams.interrupt,
  );
  say(`watching ${names(first)}; Ctrl-C ends it\n`);
  await watch.ended;
  return exitCodes.interrupted;
}
