import {
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
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendSecrets, missingSecrets } from '../../src/config/index.js';
import { loadSecrets } from '../../src/config/secrets/load-secrets.js';

let directory = '';
let file = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'connector-secrets-'));
  file = join(directory, '.connector-secrets.env');
});
afterEach(() => rmSync(directory, { recursive: true }));

const read = async () =>
  (
    await loadSecrets({
      root: directory,
      configFile: undefined,
      environmentFile: undefined,
      baseFile: undefined,
      secrets: new Map(),
      processEnv: {},
    })
  ).secrets;

describe('appendSecrets', () => {
  it('makes a file that its owner alone can read', async () => {
    const done = await appendSecrets(file, [
      { name: 'a', value: '' },
      { name: 'b', value: 'x y' },
    ]);
    expect(done).toEqual({ added: ['a', 'b'], kept: [] });
    expect(readFileSync(file, 'utf8')).toBe('a=\nb="x y"\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['.connector-secrets.env']);
  });

  it.each([
    ['a=1\n', 'a=1\nb=\n'],
    ['a=1', 'a=1\nb=\n'],
    ['# mine\r\na=1\r\n', '# mine\r\na=1\r\nb=\r\n'],
    ['\ufeffa=1\n', '\ufeffa=1\nb=\n'],
    ['', 'b=\n'],
    ['a="two\nlines"', 'a="two\nlines"\nb=\n'],
  ])('keeps what stands in %j', async (before, after) => {
    writeFileSync(file, before, { mode: 0o640 });
    const secrets = [
      { name: 'a', value: 'other' },
      { name: 'b', value: '' },
    ];
    await appendSecrets(file, before === '' ? secrets.slice(1) : secrets);
    expect(readFileSync(file, 'utf8')).toBe(after);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('touches nothing where there is nothing to add', async () => {
    writeFileSync(file, 'a=1\n');
    const before = statSync(file, { bigint: true }).mtimeNs;
    expect(await appendSecrets(file, [{ name: 'a', value: '2' }])).toEqual({ added: [], kept: ['a'] });
    expect(statSync(file, { bigint: true }).mtimeNs).toBe(before);
    expect(await missingSecrets(file, [{ name: 'a', value: '2' }])).toEqual([]);
  });

  it('gives a placeholder its value', async () => {
    writeFileSync(file, 'a=\n');
    await appendSecrets(file, [{ name: 'a', value: 'real' }]);
    expect(readFileSync(file, 'utf8')).toBe('a=\na=real\n');
    expect((await read()).get('a')?.value).toBe('real');
  });

  it('refuses a file that it cannot read, without a word of what stands in it', async () => {
    writeFileSync(file, 'hunter2\n');
    const refused = appendSecrets(file, [{ name: 'a', value: '' }]);
    await expect(refused).rejects.toMatchObject({ code: 'bad-secrets-line', line: 1 });
    await expect(refused).rejects.not.toThrow(/hunter2/);
    expect(readFileSync(file, 'utf8')).toBe('hunter2\n');
  });

  it('writes through a link', async () => {
    const target = join(directory, 'elsewhere.env');
    writeFileSync(target, '');
    symlinkSync('elsewhere.env', file);
    await appendSecrets(file, [{ name: 'a', value: '1' }]);
    expect(readFileSync(target, 'utf8')).toBe('a=1\n');
  });

  it('loses no line of many who write at once', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
    await Promise.all(names.map((name) => appendSecrets(file, [{ name, value: name }])));
    expect((await read()).names()).toEqual([...names].sort());
  });

  it('writes any value so that it is read back', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('@', '@@', '#', ' #', '"', "'", '\\', '\\n', '\n', '\r', '\t', ' ', '=', 'export a=b'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 5 }), async (pieces) => {
        rmSync(file, { force: true });
        const value = pieces.join('');
        await appendSecrets(file, [
          { name: 'before', value },
          { name: 'after', value: 'plain' },
        ]);
        const secrets = await read();
        // An empty line is there to be filled in.
        expect(secrets.get('before')?.value ?? '').toBe(value);
        expect(secrets.get('after')?.value).toBe('plain');
      }),
      { numRuns: 60 },
    );
  });
});
