import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkWritable, writeFileAtomically } from '../../src/text/write-file.js';

const root = mkdtempSync(join(tmpdir(), 'connector-write-'));
afterAll(() => rmSync(root, { recursive: true }));

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
let directory = '';
let count = 0;
beforeEach(() => {
  count += 1;
  directory = join(root, String(count));
  mkdirSync(directory);
});
const modeOf = (path: string) => statSync(path).mode & 0o7777;

describe('writeFileAtomically', () => {
  it('writes text and bytes, and leaves nothing else behind', async () => {
    await writeFileAtomically(join(directory, 'text'), 'é\n');
    await writeFileAtomically(join(directory, 'bytes'), Uint8Array.of(0xff, 0));
    expect(readFileSync(join(directory, 'text'), 'utf8')).toBe('é\n');
    expect([...readFileSync(join(directory, 'bytes'))]).toEqual([0xff, 0]);
    expect(readdirSync(directory).sort()).toEqual(['bytes', 'text']);
  });

  it('replaces a file in one go and keeps its permissions', async () => {
    const file = join(directory, 'script');
    writeFileSync(file, 'old');
    chmodSync(file, 0o750);
    const before = statSync(file).ino;
    await writeFileAtomically(file, 'new', { mode: 0o600 });
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(modeOf(file)).toBe(0o750);
    expect(statSync(file).ino).not.toBe(before);
  });

  it('gives a new file the permissions that it was asked for', async () => {
    const file = join(directory, 'private');
    await writeFileAtomically(file, 'x', { mode: 0o600 });
    expect(modeOf(file)).toBe(0o600);
  });

  it.each(['existing', 'missing'])('writes through a chain of links to an %s file', async (kind) => {
    const target = join(directory, 'target');
    if (kind === 'existing') writeFileSync(target, 'old');
    symlinkSync('target', join(directory, 'second'));
    symlinkSync(join(directory, 'second'), join(directory, 'first'));
    await writeFileAtomically(join(directory, 'first'), 'new');
    expect(lstatSync(target).isFile()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readlinkSync(join(directory, 'second'))).toBe('target');
    expect(lstatSync(join(directory, 'first')).isSymbolicLink()).toBe(true);
  });

  it('takes the longest name that a folder allows', async () => {
    const file = join(directory, 'n'.repeat(255));
    await writeFileAtomically(file, 'x');
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it.skipIf(!existsSync('/dev/full'))('writes into a device, and says that a disk is full', async () => {
    await writeFileAtomically('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    await expect(writeFileAtomically('/dev/full', 'x', { what: 'report' })).rejects.toMatchObject({
      code: 'disk-full',
      message: 'The report cannot be written: there is no room left on the disk.',
    });
  });
});

describe.each([
  ['writeFileAtomically', (path: string) => writeFileAtomically(path, 'x', { what: 'report' })],
  ['checkWritable', (path: string) => checkWritable(path, 'report')],
])('%s', (_name, act) => {
  it('names a folder that does not exist', async () => {
    await expect(act(join(directory, 'none', 'x.har'))).rejects.toMatchObject({
      name: 'UserError',
      code: 'folder-not-found',
      file: join(directory, 'none', 'x.har'),
      message: `The report cannot be written: the folder ${join(directory, 'none')} does not exist.`,
    });
  });

  it('refuses a folder as a file, and a file as a folder', async () => {
    writeFileSync(join(directory, 'file'), '');
    await expect(act(directory)).rejects.toMatchObject({ code: 'file-is-directory' });
    await expect(act(join(directory, 'file', 'x'))).rejects.toMatchObject({
      code: 'folder-not-found',
      message: `The report cannot be written: ${join(directory, 'file')} is no folder.`,
    });
  });

  it('refuses links that lead in a circle', async () => {
    symlinkSync('b', join(directory, 'a'));
    symlinkSync('a', join(directory, 'b'));
    await expect(act(join(directory, 'a'))).rejects.toMatchObject({
      code: 'file-not-writable',
      message: 'The report cannot be written: its symbolic links lead in a circle.',
    });
  });

  it.each(['file', 'folder'])('refuses a read-only %s and leaves it as it is', async (kind) => {
    const file = join(directory, 'x');
    writeFileSync(file, 'old');
    chmodSync(root, 0o755);
    for (const path of [directory, file]) if (isRoot) chownSync(path, nobody, nobody);
    chmodSync(kind === 'file' ? file : directory, kind === 'file' ? 0o444 : 0o555);
    await withoutRoot(async () => {
      await expect(act(file)).rejects.toMatchObject({
        code: 'file-not-writable',
        message: 'The report cannot be written: permission denied.',
      });
    });
    expect(readdirSync(directory)).toEqual(['x']);
    expect(readFileSync(file, 'utf8')).toBe('old');
    chmodSync(directory, 0o755);
  });
});

it('checks without writing', async () => {
  const file = join(directory, 'x');
  await checkWritable(file);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, 'old');
  await checkWritable(file);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

/** Permissions do not bind the superuser, whom containers run tests as. */
async function withoutRoot(act: () => Promise<void>): Promise<void> {
  if (!isRoot) return act();
  process.seteuid?.(nobody);
  try {
    await act();
  } finally {
    process.seteuid?.(0);
  }
}
