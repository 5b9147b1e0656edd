import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findRegistry, inSentences, loadRegistry } from '../../src/registry/index.js';

const directory = mkdtempSync(join(tmpdir(), 'connector-registry-'));
afterAll(() => rmSync(directory, { recursive: true }));

const written = (bytes: string | Uint8Array): string => {
  const path = join(directory, 'connectors_registry.json');
  writeFileSync(path, bytes);
  return path;
};

describe('loadRegistry', () => {
  it('reads a file', async () => {
    const registry = await loadRegistry(written('{"connectors": [{"name": "A", "url": "https://a"}]}'));
    expect(registry.problems).toEqual([]);
    expect(registry.file.path).toBe(join(directory, 'connectors_registry.json'));
    expect(registry.connectors[0]?.permalink).toBe('a');
  });

  it('reports bytes that are not UTF-8 and reads the rest', async () => {
    const text = Buffer.from('{"connectors": [{"name": "aé?", "url": "https://a"}]}');
    text[text.indexOf('?')] = 0xff;
    const registry = await loadRegistry(written(text));
    const [problem] = registry.problems;
    expect(problem).toMatchObject({ code: 'invalid-utf8', message: expect.stringContaining('byte 29 ') });
    expect(registry.file.positionAt(problem?.span?.start ?? 0)).toEqual({ line: 1, column: 29 });
    expect(registry.connectors[0]?.url?.value).toBe('https://a');
  });

  it('says that a file is UTF-16', async () => {
    const text = Buffer.from('\uFEFF{"connectors": []}', 'utf16le');
    const registry = await loadRegistry(written(text));
    expect(registry.problems.map(inSentences)).toEqual(['The file is encoded as UTF-16. Save it as UTF-8.']);
  });

  it('warns of a byte order mark and keeps the offsets of the file', async () => {
    const registry = await loadRegistry(written('\uFEFF{"connectors": [{"name": "A", "url": "https://a"}]}'));
    expect(registry.problems).toMatchObject([{ code: 'byte-order-mark', severity: 'warning' }]);
    expect(registry.connectors[0]?.span.start).toBe(17);
  });

  it('throws where there is nothing to read', async () => {
    await expect(loadRegistry(join(directory, 'none.json'))).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await expect(loadRegistry(directory)).rejects.toMatchObject({ code: 'file-is-directory' });
  });

  it('finds the nearest registry upward', async () => {
    const path = written('{}');
    const deep = join(directory, 'widgets', 'a');
    mkdirSync(deep, { recursive: true });
    expect(await findRegistry(deep)).toBe(path);
  });
});
