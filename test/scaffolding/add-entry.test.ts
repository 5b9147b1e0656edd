import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateRegistry } from '../../src/lint/validate.js';
import { type AddEntryOptions, addEntry, type CheckRegistry } from '../../src/scaffolding/add-entry.js';

const check: CheckRegistry = (registry) => validateRegistry(registry);
const isRoot = process.getuid?.() === 0;

let directory = '';
let registryPath = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'connector-add-'));
  registryPath = join(directory, 'connectors_registry.json');
});
afterEach(() => {
  chmodSync(directory, 0o755);
  rmSync(directory, { recursive: true });
});

const entry = { name: 'Search', url: 'https://api.acme.io/search' };
const add = (options: Partial<AddEntryOptions> = {}) =>
  addEntry({ registryPath, kind: 'simple', entry, check, ...options });
const read = () => readFileSync(registryPath, 'utf8');
const write = (value: unknown) => writeFileSync(registryPath, JSON.stringify(value, null, 2));

describe('addEntry', () => {
  it('says where the entry stands', async () => {
    write({ connectors: [{ name: 'A', url: 'https://api.acme.io/a' }] });
    const added = await add();
    expect(added).toMatchObject({
      pointer: '/connectors/1',
      line: 7,
      column: 5,
      permalink: 'search',
      name: 'Search',
    });
    expect(JSON.parse(read()).connectors[1]).toEqual({ name: 'Search', permalink: 'search', url: entry.url });
    expect(read()).toBe(added.text);
    expect(readdirSync(directory)).toEqual(['connectors_registry.json']);
  });

  it('finds a free permalink, and a name for it, in its own name space', async () => {
    write({
      connectors: [{ name: 'Search', url: 'https://api.acme.io/a' }],
      composite_connectors: [
        { name: 'Other', permalink: 'other', steps: [{ name: 'a', url: 'https://api.acme.io/a' }] },
      ],
    });
    expect(await add()).toMatchObject({ permalink: 'search-2', name: 'Search 2' });
    expect(await add()).toMatchObject({ permalink: 'search-3', name: 'Search 3' });
    expect(await add({ entry: { ...entry, name: 'Other' } })).toMatchObject({
      permalink: 'other',
      name: 'Other',
    });
  });

  it('keeps a name that was asked for, and passes on what the linter says of it', async () => {
    write({ connectors: [entry] });
    const added = await add({ nameIsGiven: true });
    expect(added).toMatchObject({ permalink: 'search-2', name: 'Search' });
    expect(added.warnings).toMatchObject([{ rule: 'unique-name', pointer: '/connectors/1/name' }]);
  });

  it('shortens a long permalink to make room for its number', async () => {
    const long = { ...entry, name: 'x'.repeat(255) };
    write({ connectors: [long] });
    expect((await add({ entry: long })).permalink).toBe(`${'x'.repeat(250)}-2`);
  });

  it('refuses a permalink that was asked for and is taken', async () => {
    write({ connectors: [{ name: 'A' }, entry] });
    const before = read();
    const taken = add({ entry: { ...entry, permalink: 'search' }, permalinkIsGiven: true });
    await expect(taken).rejects.toMatchObject({ code: 'permalink-taken', file: registryPath, line: 6 });
    expect(read()).toBe(before);
  });

  it('is stopped by an error of the entry, not by those that were there', async () => {
    write({ connectors: [{ name: 'Broken', url: 'http://10.0.0.1/' }, { url: 7 }] });
    const before = read();
    const wrong = add({ entry: { ...entry, url: 'https://localhost/' } });
    await expect(wrong).rejects.toMatchObject({
      code: 'entry-invalid',
      message: expect.stringMatching(/^The entry would be wrong at \/connectors\/2\/url: .*\[url-address\]/),
    });
    expect(read()).toBe(before);
    expect((await add()).permalink).toBe('search');
  });

  it('writes nothing in a dry run, not even a lock', async () => {
    write({});
    chmodSync(directory, 0o555);
    const { before, text } = await add({ dryRun: true });
    expect(before).toBe('{}');
    expect(JSON.parse(text).connectors).toHaveLength(1);
    expect(read()).toBe('{}');
  });

  it('keeps the permissions of the file', async () => {
    write({});
    chmodSync(registryPath, 0o640);
    await add();
    expect(statSync(registryPath).mode & 0o777).toBe(0o640);
  });

  it('writes what a link leads to, and keeps the link', async () => {
    const target = join(directory, 'real.json');
    writeFileSync(target, '{}');
    symlinkSync('real.json', registryPath);
    await add();
    expect(lstatSync(registryPath).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(target, 'utf8')).connectors).toHaveLength(1);
  });

  it.skipIf(isRoot)('refuses a file that is read-only', async () => {
    write({});
    chmodSync(registryPath, 0o444);
    await expect(add()).rejects.toMatchObject({
      code: 'file-not-writable',
      message: 'The registry cannot be written: permission denied.',
    });
    expect(readdirSync(directory)).toEqual(['connectors_registry.json']);
  });

  it.each([
    ['{"connectors": [}', 'registry-mismatched-bracket'],
    ['{"connectors": [], "connectors": []}', 'registry-duplicate-key'],
    ['[]', 'registry-not-an-object'],
  ])('leaves %s as it is', async (text, code) => {
    writeFileSync(registryPath, text);
    await expect(add()).rejects.toMatchObject({ code, file: registryPath, line: 1 });
    expect(read()).toBe(text);
    expect(readdirSync(directory)).toEqual(['connectors_registry.json']);
  });

  it('leaves bytes that are no text as they are', async () => {
    const bytes = Buffer.from('{"connectors": [{"name": "\xff"}]}', 'latin1');
    writeFileSync(registryPath, bytes);
    await expect(add()).rejects.toMatchObject({ code: 'registry-invalid-utf8', line: 1, column: 27 });
    expect(readFileSync(registryPath).equals(bytes)).toBe(true);
  });

  it('says where there is no file', async () => {
    await expect(add()).rejects.toMatchObject({ code: 'file-not-found' });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('keeps what an editor saves in between', async () => {
    write({ connectors: [] });
    let saves = 0;
    await add({
      check: (registry) => {
        saves += 1;
        if (saves === 1) write({ connectors: [{ name: 'Saved', url: 'https://api.acme.io/saved' }] });
        return check(registry);
      },
    });
    expect(JSON.parse(read()).connectors.map(({ name }: { name: string }) => name)).toEqual([
      'Saved',
      'Search',
    ]);
  });
});
