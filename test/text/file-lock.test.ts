import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { withFileLock } from '../../src/text/file-lock.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'connector-lock-')));
afterAll(() => rmSync(root, { recursive: true }));

let file = '';
let count = 0;
beforeEach(() => {
  count += 1;
  mkdirSync(join(root, String(count)));
  file = join(root, String(count), 'file');
});

const what = 'registry';

/** As a killed program leaves it. */
function leaveStale(folder: string, age_ms = 60_000): void {
  mkdirSync(folder);
  const then = new Date(Date.now() - age_ms);
  utimesSync(folder, then, then);
}

describe('withFileLock', () => {
  it('lets one in at a time, and leaves nothing behind', async () => {
    let inside = 0;
    const most: number[] = [];
    const work = async () => {
      inside += 1;
      most.push(inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => withFileLock(file, { what }, work)));
    expect(Math.max(...most)).toBe(1);
    expect(most).toHaveLength(20);
    expect(readdirSync(join(root, String(count)))).toEqual([]);
  });

  it('is one lock for a file and the links to it', async () => {
    writeFileSync(file, '');
    const link = join(root, String(count), 'link');
    symlinkSync('file', link);
    await withFileLock(link, { what }, async ({ path }) => {
      expect(path).toBe(file);
      expect(existsSync(`${file}.lock`)).toBe(true);
      await expect(withFileLock(file, { what, patience_ms: 1 }, async () => {})).rejects.toMatchObject({
        code: 'file-locked',
        file,
      });
    });
  });

  it('is released where the work fails', async () => {
    const failing = withFileLock(file, { what }, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    await withFileLock(file, { what, patience_ms: 1 }, async () => {});
  });

  it('takes over what a killed program left, once, however many wait', async () => {
    leaveStale(`${file}.lock`);
    leaveStale(`${file}.lock.takeover`);
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => withFileLock(file, { what }, work)));
    expect(most).toBe(1);
    expect(readdirSync(join(root, String(count)))).toEqual([]);
  });

  it('tells a holder that slept that another took over, and leaves it the lock', async () => {
    await withFileLock(file, { what }, async ({ assertHeld }) => {
      await assertHeld();
      rmSync(`${file}.lock`, { recursive: true });
      mkdirSync(join(root, String(count), 'other'));
      mkdirSync(`${file}.lock`);
      await expect(assertHeld()).rejects.toMatchObject({ code: 'lock-lost' });
    });
    expect(existsSync(`${file}.lock`)).toBe(true);
  });

  it('ends its waiting when it is interrupted', async () => {
    const interrupt = new AbortController();
    await withFileLock(file, { what }, async () => {
      const waiting = withFileLock(file, { what, signal: interrupt.signal }, async () => {});
      interrupt.abort();
      await expect(waiting).rejects.toMatchObject({ code: 'lock-interrupted' });
    });
  });

  it('says where the folder is missing', async () => {
    await expect(withFileLock(join(root, 'no', 'file'), { what }, async () => {})).rejects.toMatchObject({
      code: 'folder-not-found',
    });
  });
});
