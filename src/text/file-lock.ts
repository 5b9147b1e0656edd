/** One writer at a time: programs that read a file and write it anew wait for each other. */
import fs, { type BigIntStats } from 'node:fs';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { LockOptions } from 'proper-lockfile';
import { UserError } from './user-error.js';
import { followLinks, unwritable } from './write-file.js';

export interface FileLockOptions {
  /** Names the file in messages: "registry". */
  what: string;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
  /** How long one other may hold it. Default a minute. However many come before, each has its turn. */
  patience_ms?: number;
}

export interface HeldLock {
  /** The file at the end of all links: what is locked, and what has to be written. */
  readonly path: string;
  /** @throws {UserError} `lock-lost`, where another program took over, as it does from one that slept for long */
  assertHeld(): Promise<void>;
}

/** A holder renews its lock every two seconds; one that has not for so long was killed. */
const stale_ms = 10_000;
const renewal_ms = 2_000;
const longestPause_ms = 500;

/**
 * Runs `work` while no other program that asks for the same lock does. The file need not exist. The lock is a folder
 * beside the file (`<file>.lock`); one that a killed program left behind is taken over after ten seconds.
 * @throws {UserError} `file-locked` where one other holds it for longer than a person waits, `lock-interrupted`, or as
 * `writeFileAtomically` where the folder cannot be written
 */
export async function withFileLock<T>(
  file: string,
  options: FileLockOptions,
  work: (lock: HeldLock) => Promise<T>,
): Promise<T> {
  const path = await followLinks(file);
  const folder = `${path}.lock`;
  const state = { isLost: false };
  const release = await acquire(path, folder, options, state);
  try {
    const own = await statOf(folder);
    const assertHeld = async () => {
      state.isLost = !isSame(own, await statOf(folder));
      if (state.isLost) throw lost(path, options.what);
    };
    return await work({ path, assertHeld });
  } finally {
    await release().catch(() => {});
  }
}

async function acquire(
  path: string,
  folder: string,
  { what, signal, patience_ms = 60_000 }: FileLockOptions,
  state: { readonly isLost: boolean },
): Promise<() => Promise<void>> {
  const { lock } = await import('proper-lockfile');
  const options: LockOptions = {
    realpath: false,
    // Taking over is done here: by itself the library could remove a lock that somebody else has just taken over.
    stale: Number.MAX_SAFE_INTEGER,
    update: renewal_ms,
    fs: withoutRemovalOf(state),
    // `assertHeld` finds it, at the moment when it matters.
    onCompromised: () => {},
  };
  let holder: BigIntStats | null = null;
  let since_ms = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted) {
      throw new UserError({
        code: 'lock-interrupted',
        file: path,
        message: `Nothing was written: interrupted.`,
      });
    }
    try {
      return await lock(path, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw unwritable(path, what, error);
    }
    const now = await statOf(folder);
    if (!isSame(holder, now)) since_ms = performance.now();
    holder = now;
    if (performance.now() - since_ms > patience_ms) throw locked(path, folder, what);
    if (!(await removeStale(folder))) await pause(Math.random() * Math.min(longestPause_ms, attempt * 20));
  }
}

/**
 * Removes what a killed program left. Only one may look and remove at a time, so that none removes the lock that
 * another took a moment after the removal.
 */
async function removeStale(folder: string): Promise<boolean> {
  if (!(await isStale(folder))) return false;
  const guard = `${folder}.takeover`;
  try {
    await mkdir(guard);
  } catch {
    // Its owner may have been killed in turn.
    if (await isStale(guard)) await rmdir(guard).catch(() => {});
    return false;
  }
  try {
    if (!(await isStale(folder))) return false;
    await rmdir(folder).catch(() => {});
    return true;
  } finally {
    await rmdir(guard).catch(() => {});
  }
}

async function isStale(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).mtimeMs < Date.now() - stale_ms;
  } catch {
    return false;
  }
}

/** The library removes the lock at the end, whoever's it is by then: a lock that was lost is another's. */
const withoutRemovalOf = (state: { readonly isLost: boolean }) => ({
  ...fs,
  rmdir: (path: string, done: fs.NoParamCallback) => (state.isLost ? done(null) : fs.rmdir(path, done)),
  rmdirSync: (path: string) => state.isLost || fs.rmdirSync(path),
});

const statOf = (folder: string): Promise<BigIntStats | null> =>
  stat(folder, { bigint: true }).catch(() => null);

/** File systems give the number of a folder that is gone to the next one; some know no time of birth, and tell another. */
const isSame = (own: BigIntStats | null, now: BigIntStats | null): boolean =>
  own !== null &&
  now !== null &&
  own.ino === now.ino &&
  (own.birthtimeNs === now.birthtimeNs || now.birthtimeNs === now.ctimeNs);

const locked = (path: string, folder: string, what: string): UserError =>
  new UserError({
    code: 'file-locked',
    file: path,
    message: `The ${what} has been held by another program for too long.`,
    hint: `If there is none, remove ${folder}.`,
  });

const lost = (path: string, what: string): UserError =>
  new UserError({
    code: 'lock-lost',
    file: path,
    message: `Nothing was written: another program took over the ${what} while this one stood still.`,
    hint: 'Try again.',
  });
