import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findUpward, firstInvalidUtf8, readBytes, readText } from '../../src/text/read-file.js';

const directory = mkdtempSync(join(tmpdir(), 'connector-read-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('firstInvalidUtf8', () => {
  it('is silent on valid text of every length', () => {
    expect(firstInvalidUtf8(Buffer.from('aé€😀'.repeat(50)))).toBeUndefined();
    expect(firstInvalidUtf8(new Uint8Array())).toBeUndefined();
  });

  it('names the offset of the first bad byte, wherever it stands', () => {
    for (const bad of [[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0x80]]) {
      for (let lead = 0; lead < 40; lead += 1) {
        const valid = Buffer.from('aé€😀'.repeat(20)).subarray(0, lead);
        const start = firstInvalidUtf8(valid) ?? lead;
        const bytes = Buffer.concat([valid.subarray(0, start), Buffer.from(bad), Buffer.from('é later')]);
        expect(firstInvalidUtf8(bytes), `${bad} after ${start}`).toBe(start);
      }
    }
  });
});

describe('reading files', () => {
  it('says in plain words why a file cannot be read', async () => {
    await expect(readBytes(join(directory, 'none'), 'registry', 10)).rejects.toMatchObject({
      code: 'file-not-found',
      message: 'The registry does not exist.',
    });
    await expect(readBytes(directory, 'registry', 10)).rejects.toMatchObject({ code: 'file-is-directory' });
    writeFileSync(join(directory, 'eleven'), '12345678901');
    await expect(readBytes(join(directory, 'eleven'), 'registry', 10)).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  it('refuses text that is not UTF-8 and drops a byte order mark', async () => {
    const file = join(directory, 'text');
    writeFileSync(file, Buffer.from([0x61, 0xff]));
    await expect(readText(file, 'secrets file', 10)).rejects.toMatchObject({ code: 'file-not-utf8' });
    writeFileSync(file, '\uFEFFa');
    expect(await readText(file, 'secrets file', 10)).toBe('a');
  });

  it('finds the nearest file upward', async () => {
    const deep = join(directory, 'a', 'b');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(directory, 'marker-of-this-test'), '');
    expect(await findUpward(deep, 'marker-of-this-test')).toBe(join(directory, 'marker-of-this-test'));
    writeFileSync(join(directory, 'a', 'marker-of-this-test'), '');
    expect(await findUpward(deep, 'marker-of-this-test')).toBe(join(directory, 'a', 'marker-of-this-test'));
    expect(await findUpward(deep, 'no-such-file-anywhere')).toBeUndefined();
  });
});
