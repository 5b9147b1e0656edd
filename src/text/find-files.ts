/** Files that a user means by paths, directories and patterns. */
import type { readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { readdirWithLinkedFiles } from './linked-files.js';
import { unreadable } from './read-file.js';
import { UserError } from './user-error.js';

/** What no pattern and no directory leads into. */
const passedOver = ['**/node_modules/**', '**/.git/**'];

export interface FileSearch {
  readonly cwd: string;
  /** What the files are, in messages: "registry". */
  readonly what: string;
  /** The files of a directory that is named; they may be none. */
  readonly inDirectory: (directory: string, excluded: readonly string[]) => Promise<string[]>;
  /** What to say of a directory without any. */
  readonly emptyDirectory: (directory: string) => UserError;
}

/**
 * Absolute paths, each once, in the order in which they were asked for; what a pattern or a directory gives is sorted.
 * A pattern that begins with `!` takes away what the others give. A path that does not exist is handed on: whoever
 * reads it says so.
 * @throws {UserError} `no-files` where an argument gives nothing
 */
export async function findFiles(given: readonly string[], search: FileSearch): Promise<string[]> {
  const { taken, excluded } = divide(given);
  const found = new Set<string>();
  for (const argument of taken) {
    for (const path of await expand(argument, excluded, search)) found.add(path);
  }
  if (found.size > 0) return [...found];
  throw new UserError({
    code: 'no-files',
    message: 'The patterns leave no file to look at.',
    hint: 'A pattern that begins with `!` only takes away; name what to look at before it.',
  });
}

/** Patterns apart from those that take away. */
export const divide = (patterns: readonly string[]) => ({
  taken: patterns.filter((each) => !each.startsWith('!')),
  excluded: patterns.filter((each) => each.startsWith('!')).map((each) => each.slice(1)),
});

async function expand(argument: string, excluded: readonly string[], search: FileSearch): Promise<string[]> {
  const { cwd } = search;
  const path = resolve(cwd, argument);
  const kind = await kindOf(path, search.what);
  if (kind === 'file') {
    return excluded.length > 0 && (await findByPatterns([escapedPath(path)], excluded, cwd)).length === 0
      ? []
      : [path];
  }
  if (kind === 'directory') {
    const inside = await search.inDirectory(path, excluded);
    if (inside.length > 0) return inside;
    throw search.emptyDirectory(path);
  }
  const { isDynamicPattern } = await import('tinyglobby');
  // Whoever reads it says that it does not exist, and reads the others nevertheless.
  if (!isDynamicPattern(withSlashes(argument))) return [path];
  const matches = await findByPatterns([argument], excluded, cwd);
  if (matches.length > 0) return matches;
  throw new UserError({
    code: 'no-files',
    message: `No file matches the pattern \`${argument}\`.`,
    hint: `Patterns are relative to ${cwd}; node_modules and .git are passed over.`,
  });
}

/** Absolute paths, sorted. */
export async function findByPatterns(
  patterns: readonly string[],
  excluded: readonly string[],
  cwd: string,
): Promise<string[]> {
  if (patterns.length === 0) return [];
  const { glob } = await import('tinyglobby');
  const found = await glob(patterns.map(withSlashes), {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    // Links may lead in circles, and below /proc for ever.
    followSymbolicLinks: false,
    fs: { readdir: readdirWithLinkedFiles as typeof readdir },
    ignore: [...passedOver, ...excluded.map(withSlashes)],
  });
  return found.map((path) => resolve(path)).sort();
}

/** A path in which nothing is a pattern. */
export const escapedPath = (path: string): string => withSlashes(path).replace(/[()[\]{}!*?+@|\\]/g, '\\$&');

export const withSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

async function kindOf(path: string, what: string): Promise<'file' | 'directory' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // A pattern need not be a possible path.
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'].includes(code)) return null;
    throw unreadable(path, what, error);
  }
}
