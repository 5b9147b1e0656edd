import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FileWatch, watchFiles } from '../../src/cli/watch.js';

let folder: string;
let abort: AbortController;
let told: string[];
let watch: FileWatch;

const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  for (const name of ['a', 'b']) writeFileSync(at(name), 'first');
  told = [];
  abort = new AbortController();
  watch = await watchFiles(
    [at('a')],
    (changed) => {
      told.push(...changed.map((path) => basename(path)));
    },
    abort.signal,
  );
});

afterEach(async () => {
  abort.abort();
  await watch.ended;
  rmSync(folder, { recursive: true });
});

/** What follows is about the next save alone. */
async function toldOf(name: string): Promise<void> {
  await expect.poll(() => told.includes(name), { timeout: 20_000, interval: 5 }).toBe(true);
  told.length = 0;
}

it('tells of a file that is written in place', async () => {
  writeFileSync(at('a'), 'second');
  await toldOf('a');
});

it('tells of a file that is renamed over, time and again', async () => {
  for (const text of ['second', 'third']) {
    writeFileSync(at('temporary'), text);
    renameSync(at('temporary'), at('a'));
    await toldOf('a');
  }
});

it('tells of a file that is deleted, and of one that is there again', async () => {
  unlinkSync(at('a'));
  await toldOf('a');
  writeFileSync(at('a'), 'second');
  await toldOf('a');
  writeFileSync(at('a'), 'third');
  await toldOf('a');
});

it('tells of a file that was not there before, once it is asked to', async () => {
  await watch.update([at('a'), at('new')]);
  writeFileSync(at('new'), 'first');
  await toldOf('new');
});

it('tells of a file in a directory that was not there before, and goes on with the others', async () => {
  await watch.update([at('a'), join(at('new'), 'deep', 'file')]);
  writeFileSync(at('a'), 'second');
  await toldOf('a');
  mkdirSync(join(at('new'), 'deep'), { recursive: true });
  writeFileSync(join(at('new'), 'deep', 'file'), 'first');
  await toldOf('file');
  writeFileSync(join(at('new'), 'deep', 'file'), 'second');
  await toldOf('file');
});

it('tells of no other file', async () => {
  writeFileSync(at('b'), 'second');
  writeFileSync(at('a'), 'second');
  await expect.poll(() => told.includes('a'), { timeout: 20_000, interval: 5 }).toBe(true);
  expect(told).not.toContain('b');
});

it('tells of what a link stands for', async () => {
  symlinkSync(at('b'), at('link'));
  await watch.update([at('link')]);
  writeFileSync(at('b'), 'second');
  await toldOf('link');
});

it('ends with what its listener threw', async () => {
  const fault = new Error('a fault');
  const failing = await watchFiles(
    [at('b')],
    () => {
      throw fault;
    },
    abort.signal,
  );
  writeFileSync(at('b'), 'second');
  await expect(failing.ended).rejects.toBe(fault);
});

it('waits for its listener, and then tells of what changed meanwhile', async () => {
  let goOn: () => void = () => {};
  const calls: string[][] = [];
  const slow = await watchFiles(
    [at('a'), at('b')],
    async (changed) => {
      calls.push(changed.map((path) => basename(path)));
      if (calls.length === 1) {
        await new Promise<void>((resume) => {
          goOn = resume;
        });
      }
    },
    abort.signal,
  );
  writeFileSync(at('a'), 'second');
  await expect.poll(() => calls.length, { timeout: 20_000, interval: 5 }).toBe(1);
  writeFileSync(at('b'), 'second');
  // The other watch sees the same save: once it has told, this one has been told as well.
  await watch.update([at('b')]);
  writeFileSync(at('b'), 'third');
  await toldOf('b');
  expect(calls).toHaveLength(1);
  goOn();
  await expect.poll(() => calls.slice(1).flat(), { timeout: 20_000, interval: 5 }).toContain('b');
  await watch.update([at('a')]);
  abort.abort();
  await slow.ended;
});
