import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, open, readlink, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from './user-error.js';

export interface WriteFileOptions {
  /** Permission bits of a new file, less the umask. Default 0o666. A file that exists keeps its own. */
  mode?: number;
  /** Names the file in messages: "report", "recording". Default "file". */
  what?: string;
}

/**
 * Writes the whole file or leaves what was there: a temporary file beside the target takes its place when every byte
 * is on the disk. Where the path is a symbolic link its target is replaced, not the link. Devices and pipes are
 * written to as they are.
 * @throws UserError `folder-not-found`, `file-is-directory`, `file-not-writable` or `disk-full`.
 */
export async function writeFileAtomically(
  path: string,
  data: string | Uint8Array,
  options: WriteFileOptions = {},
): Promise<void> {
  try {
    const found = await statIfThere(path);
    if (found?.isDirectory()) throw systemError('EISDIR');
    if (found !== null && !found.isFile()) {
      await writeInto(path, data);
      return;
    }
    if (found !== null) await refuseReadOnly(path);
    await replace(await followLinks(path), data, found === null ? options.mode : undefined, found?.mode);
  } catch (error) {
    throw unwritable(path, options.what ?? 'file', error);
  }
}

/**
 * Fails where `writeFileAtomically` would, as far as can be told without the data: a temporary file comes and goes,
 * the file itself stays as it is.
 * @throws UserError as `writeFileAtomically`.
 */
export async function checkWritable(path: string, what = 'file'): Promise<void> {
  try {
    const found = await statIfThere(path);
    if (found?.isDirectory()) throw systemError('EISDIR');
    if (found !== null && !found.isFile()) {
      await access(path, constants.W_OK);
      return;
    }
    if (found !== null) await refuseReadOnly(path);
    const probe = temporaryBeside(await followLinks(path));
    await (await open(probe, 'wx')).close();
    await unlink(probe);
  } catch (error) {
    throw unwritable(path, what, error);
  }
}

async function replace(
  target: string,
  data: string | Uint8Array,
  newMode: number | undefined,
  keptMode: number | undefined,
): Promise<void> {
  const temporary = temporaryBeside(target);
  const handle = await open(temporary, 'wx', newMode ?? 0o666);
  try {
    try {
      if (keptMode !== undefined) await handle.chmod(keptMode & 0o7777);
      await writeAndSync(handle, data);
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

function temporaryBeside(target: string): string {
  // Names have a bound of their own, and the target's may reach it.
  const head = [...basename(target)].slice(0, 32).join('');
  return join(dirname(target), `.${head}.${randomBytes(6).toString('hex')}.tmp`);
}

/** A rename needs the folder alone, but who made a file read-only meant it. Tried, as `access` knows no ACLs. */
async function refuseReadOnly(path: string): Promise<void> {
  await (await open(path, 'r+')).close();
}

async function writeInto(path: string, data: string | Uint8Array): Promise<void> {
  const handle = await open(path, constants.O_WRONLY);
  try {
    await handle.writeFile(data);
  } finally {
    await handle.close();
  }
}

async function writeAndSync(handle: FileHandle, data: string | Uint8Array): Promise<void> {
  await handle.writeFile(data);
  await handle.sync();
}

const statIfThere = (path: string) =>
  stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

const mostLinks = 40;

/** The path at the end of a chain of links, which need not exist. */
export async function followLinks(path: string): Promise<string> {
  let current = resolve(path);
  for (let links = 0; links < mostLinks; links += 1) {
    const target = await readlink(current).catch((error: NodeJS.ErrnoException) => {
      // EINVAL: there is a file, and it is no link. Windows says UNKNOWN for some.
      if (error.code === 'ENOENT' || error.code === 'EINVAL' || error.code === 'UNKNOWN') return null;
      throw error;
    });
    if (target === null) return current;
    current = resolve(dirname(current), target);
  }
  throw systemError('ELOOP');
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

interface Cause {
  code: string;
  says: (what: string, folder: string) => string;
  hint?: string;
}

const notFound: Cause = {
  code: 'folder-not-found',
  says: (what, folder) => `The ${what} cannot be written: the folder ${folder} does not exist.`,
  hint: 'Make the folder first, or name another one.',
};
const denied: Cause = {
  code: 'file-not-writable',
  says: (what) => `The ${what} cannot be written: permission denied.`,
  hint: 'Its folder, and the file where it exists, must be writable for you.',
};
const full: Cause = {
  code: 'disk-full',
  says: (what) => `The ${what} cannot be written: there is no room left on the disk.`,
};

const causes = new Map<string, Cause>([
  ['ENOENT', notFound],
  [
    'ENOTDIR',
    {
      ...notFound,
      says: (what, folder) => `The ${what} cannot be written: ${folder} is no folder.`,
      hint: 'Name a folder that exists.',
    },
  ],
  [
    'EISDIR',
    {
      code: 'file-is-directory',
      says: (what) => `The ${what} cannot be written: there is a folder of this name.`,
      hint: 'Name a file in it.',
    },
  ],
  ['EACCES', denied],
  ['EPERM', denied],
  [
    'EROFS',
    {
      code: 'file-not-writable',
      says: (what) => `The ${what} cannot be written: the file system is read-only.`,
    },
  ],
  [
    'EBUSY',
    { code: 'file-not-writable', says: (what) => `The ${what} cannot be written: the file is in use.` },
  ],
  ['ENOSPC', full],
  ['EDQUOT', full],
  [
    'ENAMETOOLONG',
    { code: 'file-not-writable', says: (what) => `The ${what} cannot be written: its name is too long.` },
  ],
  [
    'ELOOP',
    {
      code: 'file-not-writable',
      says: (what) => `The ${what} cannot be written: its symbolic links lead in a circle.`,
    },
  ],
]);

/** A system error about a file that is written, in the user's words. */
export function unwritable(path: string, what: string, error: unknown): UserError {
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = causes.get(systemCode);
  return new UserError({
    code: known?.code ?? 'file-not-writable',
    file: path,
    message:
      known?.says(what, dirname(resolve(path))) ??
      `The ${what} cannot be written: ${error instanceof Error ? error.message : error}`,
    hint: known?.hint,
    cause: error,
  });
}
