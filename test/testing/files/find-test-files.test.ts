import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTestFiles } from '../../../src/testing/files/find-test-files.js';
import { temporaryDirectory } from './support.js';

const directory = temporaryDirectory();
for (const name of [
  'b.connector-test.yaml',
  'a.connector-test.json',
  'deep/er/c.connector-test.yml',
  'deep/other.yaml',
  'we[i]rd/d.connector-test.yaml',
  'node_modules/x/e.connector-test.yaml',
  '.git/f.connector-test.yaml',
]) {
  directory.write(name, '');
}
directory.write('empty/x.txt', '');

async function found(patterns?: string[], configured?: string[], cwd = '.'): Promise<string[]> {
  const paths = await findTestFiles(patterns, {
    cwd: `${directory.path}/${cwd}`,
    root: directory.path,
    configured,
  });
  return paths.map((path) => relative(directory.path, path));
}

const all = [
  'a.connector-test.json',
  'b.connector-test.yaml',
  'deep/er/c.connector-test.yml',
  'we[i]rd/d.connector-test.yaml',
];

describe('the test files', () => {
  it('may be links, and links to directories are not followed', async () => {
    const linked = temporaryDirectory();
    linked.write('real/x.yaml', '');
    symlinkSync('real/x.yaml', join(linked.path, 'link.connector-test.yaml'));
    symlinkSync('nowhere', join(linked.path, 'dangling.connector-test.yaml'));
    symlinkSync('..', join(linked.path, 'real/circle'));
    symlinkSync('real', join(linked.path, 'folder.connector-test.yaml'));
    const places = { cwd: linked.path, root: linked.path, configured: undefined };
    const expected = [join(linked.path, 'link.connector-test.yaml')];
    expect(await findTestFiles([], places)).toEqual(expected);
    expect(await findTestFiles(['.'], places)).toEqual(expected);
    expect(await findTestFiles(['*.yaml'], places)).toEqual(expected);
  });

  it('are by default all that are named so, below the configuration', async () => {
    expect(await found()).toEqual(all);
    expect(await found([], undefined, 'deep')).toEqual(all);
  });

  it('are those that the configuration names', async () => {
    expect(await found(undefined, ['deep/*.yaml'])).toEqual(['deep/other.yaml']);
    expect(await found(undefined, ['**/*.yaml', '!**/we*/**'])).toEqual([
      'b.connector-test.yaml',
      'deep/other.yaml',
    ]);
  });

  it('are those of a file, a directory or a pattern, each once', async () => {
    expect(await found(['other.yaml'], undefined, 'deep')).toEqual(['deep/other.yaml']);
    expect(await found(['deep'])).toEqual(['deep/er/c.connector-test.yml']);
    expect(await found(['deep'], ['deep/*.yaml'])).toEqual([
      'deep/er/c.connector-test.yml',
      'deep/other.yaml',
    ]);
    expect(await found(['we[i]rd'])).toEqual(['we[i]rd/d.connector-test.yaml']);
    expect(await found(['*.yaml', 'b.connector-test.yaml', '.', '!**/er/**'])).toEqual([
      'a.connector-test.json',
      'b.connector-test.yaml',
      'we[i]rd/d.connector-test.yaml',
    ]);
  });

  it.each([
    [['gone.yaml'], undefined, 'There is no such test file.'],
    [['*.toml', '.'], undefined, 'No file matches the pattern `*.toml`.'],
    [['empty'], undefined, 'There is no test file in this directory or below it.'],
    [['!x'], undefined, 'The patterns leave no file to look at.'],
    [undefined, ['x/*.yaml'], 'No test file matches `x/*.yaml`.'],
    [undefined, ['!x'], 'No test file matches `!x`.'],
  ])('are missed: %j, %j', async (patterns, configured, message) => {
    await expect(found(patterns, configured)).rejects.toMatchObject({ code: 'no-files', message });
  });
});
