/** Which registries `validate` looks at: files, directories and patterns to paths. */
import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { registryFileName } from '../registry/index.js';
import { unreadable } from '../text/read-file.js';
import { UserError } from '../text/user-error.js';

/** What no pattern and no directory leads into. */
const passedOver = ['**/node_modules/**', '**/.git/**'];

/**
 * Absolute paths, each once, in the order in which they were asked for; what a pattern or a directory gives is sorted.
 * A pattern that begins with `!` takes away what the others give.
 * @throws {UserError} where an argument gives nothing
 */
export async function findInputs(given: readonly string[], cwd: string): Promise<string[]> {
  const excluded = given.filter((each) => each.startsWith('!')).map((each) => each.slice(1));
  const found = new Set<string>();
  for (const argument of given.filter((each) => !each.startsWith('!'))) {
    for (const path of await expand(argument, excluded, cwd)) found.add(path);
  }
  if (found.size > 0) return [...found];
  throw new UserError({
    code: 'no-files',
    message: 'The patterns leave no file to look at.',
    hint: 'A pattern that begins with `!` only takes away; name what to look at before it.',
  });
}

async function expand(argument: string, excluded: readonly string[], cwd: string): Promise<string[]> {
  const path = resolve(cwd, argument);
  const kind = await kindOf(path);
  if (kind === 'file') {
    return excluded.length > 0 && (await glob([escaped(path)], excluded, cwd)).length === 0 ? [] : [path];
  }
  if (kind === 'directory') {
    const inside = await glob([`${escaped(path)}/**/${registryFileName}`], excluded, cwd);
    if (inside.length > 0) return inside;
    throw new UserError({
      code: 'no-files',
      file: path,
      message: `There is no ${registryFileName} in this directory or below it.`,
      hint: 'Name the file itself where it has another name.',
    });
  }
  const { isDynamicPattern } = await import('tinyglobby');
  const pattern = withSlashes(argument);
  // Whoever reads it says that it does not exist, and reads the others nevertheless.
  if (!isDynamicPattern(pattern)) return [path];
  const matches = await glob([pattern], excluded, cwd);
  if (matches.length > 0) return matches;
  throw new UserError({
    code: 'no-files',
    message: `No file matches the pattern \`${argument}\`.`,
    hint: `Patterns are relative to ${cwd}; node_modules and .git are passed over.`,
  });
}

async function glob(patterns: string[], excluded: readonly string[], cwd: string): Promise<string[]> {
  const { glob: find } = await import('tinyglobby');
  const found = await find(patterns, {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    // Links may lead in circles, and below /proc for ever.
    followSymbolicLinks: false,
    ignore: [...passedOver, ...excluded.map(withSlashes)],
  });
  return found.map((path) => resolve(path)).sort();
}

/** A path in which nothing is a pattern. */
const escaped = (path: string): string => withSlashes(path).replace(/[()[\]{}!*?+@|\\]/g, '\\$&');

const withSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

async function kindOf(path: string): Promise<'file' | 'directory' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // A pattern need not be a possible path.
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'].includes(code)) return null;
    throw unreadable(path, 'registry', error);
  }
}

/** Relative where the file lies below the directory, with slashes everywhere: output is the same on every system. */
export function shownPath(path: string, directory: string): string {
  const inside = relative(directory, path);
  const isInside = inside !== '' && !inside.startsWith(`..${sep}`) && inside !== '..' && !isAbsolute(inside);
  return withSlashes(isInside ? inside : path);
}

/** From the root of the repository where a service says which it is. */
export const pathFromRoot =
  (cwd: string, root: string | undefined) =>
  (file: string): string =>
    file.startsWith('<') ? file : shownPath(join(isAbsolute(file) ? '' : cwd, file), root || cwd);
