import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../src/lint/check.js';
import { lintReport } from '../../src/lint/report.js';
import { reporters } from '../../src/lint/reporters/index.js';
import { rules } from '../../src/lint/rules/index.js';
import { lintSettings } from '../../src/lint/settings.js';
import { validateRegistry } from '../../src/lint/validate.js';
import { loadRegistry, parseRegistryBytes } from '../../src/registry/index.js';
import { style } from './support/report.js';

const registry = `{
  "connectors": [
    {
      "name": "Search",
      "url": "https://api.acme.io/search?q=1",
      "query_parameters": [{ "key": "page", "value": "1" }]
    }
  ]
}`;

describe('validateRegistry', () => {
  const finding = {
    rule: 'url-query-string',
    severity: 'warning',
    message: 'the URL has a query string beside `query_parameters`',
    file: 'connectors_registry.json',
    line: 5,
    column: 41,
    end_line: 5,
    end_column: 45,
    pointer: '/connectors/0/url',
    connector: 'search',
    step: null,
    hint: 'Move it to `query_parameters`: on the platform such values were seen to arrive blank.',
  };

  it('lints a text', () => {
    expect(validateRegistry(registry)).toMatchObject([finding]);
    expect(validateRegistry(registry, { path: 'x.json' })).toMatchObject([{ ...finding, file: 'x.json' }]);
  });

  it('lints a loaded registry', async () => {
    const loaded = await loadRegistry(new URL('testdata/err/trailing_comma.json', import.meta.url).pathname);
    expect(validateRegistry(loaded).map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['json-syntax', 5, 42],
      ['json-syntax', 6, 6],
    ]);
  });

  it('takes levels and accepted findings', () => {
    expect(validateRegistry(registry, { rules: { 'url-query-string': 'error' } })).toMatchObject([
      { severity: 'error' },
    ]);
    expect(validateRegistry(registry, { rules: { 'url-query-string': 'off' } })).toEqual([]);
    const accepted = { rule: 'url-query-string', pointer: '/connectors/0/url', reason: 'it works' };
    expect(validateRegistry(registry, { ignore: [accepted] })).toEqual([]);
    const elsewhere = { ...accepted, pointer: '/connectors/0/name' };
    expect(validateRegistry(registry, { ignore: [elsewhere] })).toHaveLength(1);
  });

  it('refuses rules that do not exist', () => {
    expect(() => validateRegistry(registry, { rules: { 'url-query-strings': 'off' } })).toThrow(
      expect.objectContaining({ code: 'unknown-rule', hint: 'Did you mean `url-query-string`?' }),
    );
  });
});

describe('whatever the bytes', () => {
  const settings = lintSettings(rules, []);
  const reported = async (bytes: Uint8Array) => {
    const checked = [checkRegistry(parseRegistryBytes(bytes, 'r.json'), settings)];
    const report = lintReport({ checked, settings, duration_ms: 1 });
    const texts = await Promise.all(
      Object.values(reporters).map(async (load) => (await load())(report, style({ width: 60 }))),
    );
    return { report, texts };
  };

  it('every reporter answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { texts } = await reported(bytes);
        expect(texts).toHaveLength(5);
      }),
      { numRuns: 300 },
    );
  });

  it('places stay inside the file, in registries that were damaged', async () => {
    const whole = Buffer.from(registry.replaceAll('\n', '\r\n').replace('Search', 'S\u00e9\u{1f600}'));
    const damage = fc.record({
      at: fc.nat(whole.length),
      drop: fc.nat(9),
      put: fc.uint8Array({ maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { maxLength: 4 }), async (damages) => {
        const bytes = damages.reduce(
          (all, { at, drop, put }) => Buffer.concat([all.subarray(0, at), put, all.subarray(at + drop)]),
          whole,
        );
        const { report } = await reported(bytes);
        for (const { diagnostic, source } of report.findings) {
          const { line, column, end_line, end_column } = diagnostic;
          expect(line).toBeGreaterThan(0);
          expect(end_line).toBeLessThanOrEqual(source?.lineCount ?? 0);
          expect([...(source?.lineText(line) ?? '')].length + 2).toBeGreaterThanOrEqual(column);
          expect(end_line > line || end_column >= column).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a byte order mark shifts no place', async () => {
    const mark = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(registry)]);
    const { report } = await reported(mark);
    const found = report.findings.find(({ diagnostic }) => diagnostic.rule === 'url-query-string');
    expect(found?.diagnostic).toMatchObject({ line: 5, column: 41 });
  });
});
