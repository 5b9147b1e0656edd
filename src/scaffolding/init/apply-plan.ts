/** Writes what was planned: all of it, or nothing. */
import { constants } from 'node:fs';
import { access, lstat, mkdir, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readBytes, readText } from '../../text/read-file.js';
import { UserError } from '../../text/user-error.js';
import { utf8Text } from '../../text/utf8.js';
import { checkWritable, unwritable, writeFileAtomically } from '../../text/write-file.js';
import type { Change, Plan } from './model.js';

/** No file that is merged with is larger. */
export const largestMerged_bytes = 4 * 1024 * 1024;

/**
 * Nothing is written before all of it can be; whatever fails on the way, what was written goes away again.
 * @throws {UserError} where a file cannot be written, changed since it was read, or the signal came
 */
export async function applyPlan({ changes }: Plan, signal: AbortSignal): Promise<void> {
  const due = changes.filter(({ action }) => action !== 'keep');
  for (const change of due) await checkPlace(change);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const change of due) {
      if (signal.aborted) throw interrupted();
      await write(change, undo);
    }
    if (signal.aborted) throw interrupted();
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {});
    throw error;
  }
}

/** As far as can be told without the folders that are still to be made. */
async function checkPlace({ path, what }: Change): Promise<void> {
  let folder = dirname(path);
  while (!(await isThere(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new UserError({
        code: 'file-not-writable',
        file: folder,
        message: `The ${what} cannot be written: this is a file where a folder has to be.`,
        hint: 'Rename it, or leave out what should be written below it (--help shows how).',
      });
    }
    if (folder === dirname(path)) await checkWritable(path, what);
    else await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw error instanceof UserError ? error : unwritable(path, what, error);
  }
}

async function write(change: Change, undo: (() => Promise<unknown>)[]): Promise<void> {
  const { path, what, action, before, after, mode } = change;
  await makeFolder(dirname(path), what, undo);
  if (action === 'create') {
    if (await isThere(path)) throw changed(path, what);
    await writeFileAtomically(path, after, { what, ...(mode === undefined ? {} : { mode }) });
    undo.push(() => unlink(path));
    return;
  }
  if ((await readWhole(path, what)) !== before) throw changed(path, what);
  await writeFileAtomically(path, after, { what });
  undo.push(() => writeFileAtomically(path, before, { what }));
}

async function makeFolder(folder: string, what: string, undo: (() => Promise<unknown>)[]): Promise<void> {
  if (await isThere(folder)) return;
  await makeFolder(dirname(folder), what, undo);
  try {
    await mkdir(folder);
    undo.push(() => rmdir(folder));
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(folder, what, error);
  }
}

/** A byte order mark stays in the text, so that it is written again. */
export async function readWhole(path: string, what: string): Promise<string> {
  const bytes = await readBytes(path, what, largestMerged_bytes);
  return utf8Text(bytes) ?? (await readText(path, what, largestMerged_bytes));
}

/** A link that leads nowhere is there too. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const changed = (path: string, what: string): UserError =>
  new UserError({
    code: 'file-changed',
    file: path,
    message: `Nothing was written: another program changed the ${what} in the meantime.`,
    hint: 'Try again.',
  });

const interrupted = (): UserError =>
  new UserError({ code: 'interrupted', message: 'Nothing was written: interrupted.' });
