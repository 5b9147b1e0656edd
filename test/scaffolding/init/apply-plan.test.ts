import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyPlan } from '../../../src/scaffolding/init/apply-plan.js';
import type { Change } from '../../../src/scaffolding/init/model.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'connector-init-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const create = (name: string, after = 'new'): Change => ({
  path: join(directory, name),
  what: 'file',
  action: 'create',
  before: '',
  after,
});
const merge = (name: string, before: string, after: string): Change => ({
  ...create(name, after),
  action: 'merge',
  before,
});
const plan = (...changes: Change[]) => ({ root: directory, changes, notes: [], next: [] });
const never = new AbortController().signal;
const names = () => readdirSync(directory, { recursive: true }).sort();

describe('writing a plan', () => {
  it('makes folders, and a folder that is not there itself', async () => {
    await applyPlan(plan(create('a/b/c.txt'), create('a/d.txt')), never);
    expect(names()).toEqual(['a', 'a/b', 'a/b/c.txt', 'a/d.txt']);
  });

  it('takes everything back where a file changed in the meantime', async () => {
    writeFileSync(join(directory, 'one'), 'one');
    writeFileSync(join(directory, 'two'), 'changed');
    const due = plan(create('x/y/new'), merge('one', 'one', 'one more'), merge('two', 'two', 'two more'));
    await expect(applyPlan(due, never)).rejects.toMatchObject({ code: 'file-changed' });
    expect(names()).toEqual(['one', 'two']);
    expect(readFileSync(join(directory, 'one'), 'utf8')).toBe('one');
    expect(readFileSync(join(directory, 'two'), 'utf8')).toBe('changed');
  });

  it('overwrites nothing that came in the meantime', async () => {
    writeFileSync(join(directory, 'b'), 'mine');
    await expect(applyPlan(plan(create('a'), create('b')), never)).rejects.toMatchObject({
      code: 'file-changed',
    });
    expect(names()).toEqual(['b']);
    expect(readFileSync(join(directory, 'b'), 'utf8')).toBe('mine');
  });

  it('writes nothing where a later file has no place', async () => {
    writeFileSync(join(directory, '.vscode'), 'a file');
    await expect(applyPlan(plan(create('a'), create('.vscode/settings.json')), never)).rejects.toThrow(
      'a file where a folder has to be',
    );
    expect(names()).toEqual(['.vscode']);
  });

  it('takes everything back where it is interrupted', async () => {
    mkdirSync(join(directory, 'kept'));
    const interrupt = new AbortController();
    const changes = plan(create('kept/a'), create('b/c'), create('d')).changes;
    // The signal comes while the second file is looked at to be written.
    const second = changes[1] as Change;
    let looks = 0;
    const watched = Object.defineProperty({ ...second }, 'after', {
      get() {
        looks += 1;
        interrupt.abort();
        return 'new';
      },
    });
    const due = { ...plan(), changes: [changes[0], watched, changes[2]] as Change[] };
    await expect(applyPlan(due, interrupt.signal)).rejects.toMatchObject({ code: 'interrupted' });
    expect(looks).toBeGreaterThan(0);
    expect(names()).toEqual(['kept']);
  });
});
