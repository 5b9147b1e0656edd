/** Which test files `test` runs. */
import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { divide, escapedPath, findByPatterns, findFiles } from '../../text/find-files.js';
import { UserError } from '../../text/user-error.js';

/** Where the configuration does not say. contracts.md, Configuration. */
export const defaultTestFiles = '**/*.connector-test.{yaml,yml,json}';

export interface TestFilePlaces {
  /** Patterns of the user are relative to it. */
  readonly cwd: string;
  /** The directory of the configuration, or of the registry where there is none. */
  readonly root: string;
  /** `test.files` of the configuration, relative to `root`. */
  readonly configured: readonly string[] | undefined;
}

/**
 * Absolute paths, sorted, each once. Without patterns the configured ones; a directory stands for the files below it
 * that the configuration means or that are named as test files are. node_modules and .git are passed over.
 * @throws {UserError} where a pattern, or all that is configured, matches nothing
 */
export async function findTestFiles(
  patterns: readonly string[] | undefined,
  places: TestFilePlaces,
): Promise<string[]> {
  if (patterns === undefined || patterns.length === 0) return await findConfigured(places);
  const found = await findFiles(patterns, {
    cwd: places.cwd,
    what: 'test file',
    inDirectory: (directory, excluded) => inDirectory(directory, excluded, places),
    emptyDirectory: (directory) =>
      new UserError({
        code: 'no-files',
        file: directory,
        message: 'There is no test file in this directory or below it.',
        hint: `Test files are named ${defaultTestFiles}, or as \`test.files\` of the configuration says.`,
      }),
  });
  await Promise.all(found.map(mustExist));
  return found.sort();
}

async function findConfigured({ root, configured }: TestFilePlaces): Promise<string[]> {
  const found = await configuredIn(root, configured);
  if (found.length > 0) return found;
  throw new UserError({
    code: 'no-files',
    file: root,
    message: `No test file matches ${(configured ?? [defaultTestFiles]).map((each) => `\`${each}\``).join(', ')}.`,
    hint: 'Write one, orders.connector-test.yaml for example, or name its pattern in `test.files` of the configuration.',
  });
}

async function inDirectory(
  directory: string,
  excluded: readonly string[],
  { cwd, root, configured }: TestFilePlaces,
): Promise<string[]> {
  const below = directory.endsWith(sep) ? directory : directory + sep;
  // What the user takes away is relative to where the user is, the configured patterns are not.
  const taken = new Set(excluded.length === 0 ? [] : await findByPatterns(excluded, [], cwd));
  const meant = (await configuredIn(root, configured)).filter((path) => path.startsWith(below));
  const named = await findByPatterns([`${escapedPath(directory)}/${defaultTestFiles}`], [], cwd);
  return [...new Set([...meant, ...named])].filter((path) => !taken.has(path)).sort();
}

async function configuredIn(
  root: string,
  configured: readonly string[] = [defaultTestFiles],
): Promise<string[]> {
  const { taken, excluded } = divide(configured);
  return await findByPatterns(taken, excluded, root);
}

async function mustExist(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    throw new UserError({
      code: 'no-files',
      file: resolve(path),
      message: 'There is no such test file.',
      hint: 'Name a file, a directory or a pattern in quotes: "**/*.connector-test.yaml".',
    });
  }
}
