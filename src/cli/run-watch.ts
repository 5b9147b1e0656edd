/** `run --watch`: runs anew on every save of what goes into the call. */
import { UserError } from '../text/user-error.js';
import { exitCodes } from './exit-codes.js';
import { printError } from './print-error.js';
import { type RunCommandOptions, runCommand } from './run.js';
import { openSession } from './session.js';
import type { Streams } from './streams.js';
import { watchFiles } from './watch.js';
import { fileNames, watchedFiles, withPayloadRead } from './watched-files.js';

/**
 * Goes on through whatever is wrong with the files, until it is interrupted.
 * @throws {UserError} where nothing can be run and no file is to blame that could be mended
 */
export async function watchRun(
  permalink: string,
  given: RunCommandOptions,
  streams: Streams,
): Promise<number> {
  const options = await withPayloadRead(given, streams);
  await turn(permalink, options, streams);
  const files = await filesOf(options, streams);
  if (streams.interrupt.aborted) return exitCodes.interrupted;
  const watch = await watchFiles(
    files,
    async (changed, watching) => {
      say(`\nsaved ${fileNames(changed, streams)}`, options, streams);
      await turn(permalink, options, streams);
      await watching.update(await filesOf(options, streams));
    },
    streams.interrupt,
  );
  say(`watching ${fileNames(files, streams)}; Ctrl-C ends it`, options, streams);
  await watch.ended;
  return exitCodes.interrupted;
}

async function turn(permalink: string, options: RunCommandOptions, streams: Streams): Promise<void> {
  try {
    await runCommand(permalink, options, streams);
  } catch (error) {
    if (!(error instanceof UserError) || error.file === undefined) throw error;
    // A document of its own would not tell from a run's.
    printError(error, streams, false, options.color);
  }
}

async function filesOf(options: RunCommandOptions, streams: Streams): Promise<string[]> {
  try {
    return watchedFiles(await openSession(options, streams), options, streams);
  } catch (error) {
    if (error instanceof UserError && error.file !== undefined) return [error.file];
    throw error;
  }
}

const say = (text: string, { quiet }: RunCommandOptions, { stderr }: Streams): void => {
  if (!quiet) stderr.write(`${text}\n`);
};
