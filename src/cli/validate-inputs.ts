/** Which registries `validate` looks at: files, directories and patterns to paths. */
import { isAbsolute, join, relative, sep } from 'node:path';
import { registryFileName } from '../registry/index.js';
import { escapedPath, findByPatterns, findFiles, withSlashes } from '../text/find-files.js';
import { UserError } from '../text/user-error.js';

/** @throws {UserError} where an argument gives nothing; see `findFiles` */
export const findInputs = (given: readonly string[], cwd: string): Promise<string[]> =>
  findFiles(given, {
    cwd,
    what: 'registry',
    inDirectory: (directory, excluded) =>
      findByPatterns([`${escapedPath(directory)}/**/${registryFileName}`], excluded, cwd),
    emptyDirectory: (directory) =>
      new UserError({
        code: 'no-files',
        file: directory,
        message: `There is no ${registryFileName} in this directory or below it.`,
        hint: 'Name the file itself where it has another name.',
      }),
  });

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
