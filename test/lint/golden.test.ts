/**
 * Whole registries under all rules. `testdata/ok` holds what experts write and no rule may speak in; beside each
 * registry of `testdata/err` stands what is found in it. `UPDATE=1 npx vitest run test/lint/golden.test.ts` rewrites.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/linter.js';
import { rules } from '../../src/lint/rules/index.js';
import { loadRegistry } from '../../src/registry/index.js';

const folder = fileURLToPath(new URL('testdata/', import.meta.url));

const registriesIn = (name: string): string[] =>
  readdirSync(`${folder}${name}`).filter((file) => file.endsWith('.json'));

/** A line for each finding: `rule line:column-line:column message`. */
async function listing(path: string): Promise<string> {
  const registry = await loadRegistry(path);
  return lint(registry, { rules })
    .map(({ rule, span, message }) => {
      const [start, end] = [span?.start ?? 0, span?.end ?? 0].map((offset) => {
        const { line, column } = registry.file.positionAt(offset);
        return `${line}:${column}`;
      });
      return `${rule} ${start}-${end} ${message}\n`;
    })
    .join('');
}

describe('ok', () => {
  it.each(registriesIn('ok'))('%s', async (file) => {
    expect(await listing(`${folder}ok/${file}`)).toBe('');
  });
});

describe('err', () => {
  it.each(registriesIn('err'))('%s', async (file) => {
    const path = `${folder}err/${file}`;
    const golden = path.replace(/\.json$/, '.txt');
    const found = await listing(path);
    if (process.env.UPDATE === '1') writeFileSync(golden, found);
    expect(found).not.toBe('');
    expect(found).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '');
  });
});
