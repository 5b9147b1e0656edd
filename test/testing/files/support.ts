import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { readTestFile, readTestFiles } from '../../../src/testing/files/read-test-file.js';
import type { TestCase, TestFile } from '../../../src/testing/model.js';

/** A directory of the suite's own that files are written to. */
export function temporaryDirectory(): {
  path: string;
  write: (name: string, content: string | Uint8Array) => string;
} {
  const path = mkdtempSync(join(tmpdir(), 'connector-test-files-'));
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}

/** Reads the text as a test file. */
export async function read(
  directory: ReturnType<typeof temporaryDirectory>,
  text: string,
  name = 'a.connector-test.yaml',
): Promise<TestFile> {
  return await readTestFile(directory.write(name, text));
}

/** The first case of a file that has the text as its only case, without the name. */
export async function readCase(
  directory: ReturnType<typeof temporaryDirectory>,
  yaml: string,
): Promise<TestCase> {
  const { cases } = await read(directory, `connector: c\ncases:\n  - name: n\n${indented(yaml)}`);
  const [first] = cases;
  if (!first) throw new Error('no case');
  return first;
}

const indented = (yaml: string): string =>
  yaml
    .trim()
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');

/** What is wrong with a text, as `line:column code: message | hint`. */
export async function faultsOf(
  directory: ReturnType<typeof temporaryDirectory>,
  text: string | Uint8Array,
  name = 'bad.connector-test.yaml',
): Promise<string[]> {
  const { errors } = await readTestFiles([directory.write(name, text)]);
  return errors.map(({ line, column, code, message, hint }) =>
    `${line ?? '-'}:${column ?? '-'} ${code}: ${message}${hint === undefined ? '' : ` | ${hint}`}`.replaceAll(
      directory.path,
      '<dir>',
    ),
  );
}
