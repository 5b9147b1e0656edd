/** Where a command works, and what it says where nothing is there to work on. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../text/user-error.js';
import type { Streams } from './streams.js';

/** @throws {UserError} where `--cwd` names no directory */
export async function workingDirectory(
  option: string | undefined,
  { cwd }: Pick<Streams, 'cwd'>,
): Promise<string> {
  if (option === undefined) return cwd;
  const directory = resolve(cwd, option);
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory()) return directory;
  throw new UserError({
    code: 'bad-working-directory',
    message: found ? 'The --cwd is a file, not a directory.' : 'The --cwd does not exist.',
    file: directory,
  });
}

export const noRegistry = (): UserError =>
  new UserError({
    code: 'registry-not-found',
    message: 'There is no connectors_registry.json in this directory or above it.',
    hint: 'Go to the repository that holds it, or name it with --registry <path>.',
  });
