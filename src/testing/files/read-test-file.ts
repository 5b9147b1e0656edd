/** Reading of test files. contracts.md, Test files. */
import { dirname, extname, resolve } from 'node:path';
import { readText } from '../../text/read-file.js';
import { SourceFile } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';
import type { TestFile } from '../model.js';
import { checkShape } from './check-shape.js';
import type { ReadingContext } from './context.js';
import { loadFixtures } from './fixtures.js';
import { parseText, testFileExtensions } from './parse-text.js';
import { ProblemList } from './problems.js';
import { readDocument } from './read-document.js';

const largestFile_bytes = 16 * 1024 * 1024;

export interface ReadTestFiles {
  /** Those without an error, in the order of the paths. */
  readonly files: readonly TestFile[];
  /** Of all files, by file and place. */
  readonly errors: readonly UserError[];
}

/** @throws {UserError} the first thing that is wrong with the file, with its place and what to do */
export async function readTestFile(path: string): Promise<TestFile> {
  const { file, errors } = await readOne(path);
  if (file) return file;
  throw errors[0] ?? new Error(`Neither a test file nor an error: ${path}`);
}

/** Reads on where a file is wrong, so that one look shows what there is to mend. */
export async function readTestFiles(paths: readonly string[]): Promise<ReadTestFiles> {
  const files: TestFile[] = [];
  const errors: UserError[] = [];
  for (const path of paths) {
    const read = await readOne(path);
    if (read.file) files.push(read.file);
    errors.push(...read.errors);
  }
  return { files, errors };
}

interface ReadOne {
  readonly file: TestFile | null;
  readonly errors: readonly UserError[];
}

async function readOne(given: string): Promise<ReadOne> {
  const path = resolve(given);
  try {
    const problems = new ProblemList(new SourceFile(path, await readSource(path)));
    const file = await read(path, problems);
    return file && problems.isEmpty ? { file, errors: [] } : { file: null, errors: problems.errors() };
  } catch (error) {
    if (error instanceof UserError) return { file: null, errors: [error] };
    throw error;
  }
}

async function readSource(path: string): Promise<string> {
  const text = await readText(path, 'test file', largestFile_bytes);
  if (testFileExtensions.has(extname(path).toLowerCase())) return text;
  throw new UserError({
    code: 'test-file-format',
    file: path,
    message: 'A test file is written in YAML or JSON.',
    hint: `Its name ends in ${[...testFileExtensions].join(', ')}.`,
  });
}

async function read(path: string, problems: ProblemList): Promise<TestFile | null> {
  const root = await parseText(problems);
  if (!root || !problems.isEmpty) return null;
  checkShape(root, problems);
  if (!problems.isEmpty) return null;
  const directory = dirname(path);
  const fixtures = await loadFixtures(root, directory, problems);
  const context: ReadingContext = {
    problems,
    directory,
    fixtures,
    usedFiles: new Set(fixtures.keys()),
  };
  return readDocument(root, context);
}
