import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rules } from '../../../src/lint/rules/index.js';
import { lintWidgets } from '../../../src/lint/widget-linter.js';
import { findWidgetFiles } from '../../../src/lint/widgets/files.js';
import { lintWidgetSource } from '../../../src/lint/widgets/lint-source.js';
import { parseRegistry } from '../../../src/registry/index.js';
import { SourceFile } from '../../../src/text/source.js';
import { shop } from '../support/widget-cases.js';

const registry = parseRegistry(shop, 'registry.json');
const call = (permalink: string): string =>
  `sdk.connectors.execute({ permalink: '${permalink}', method: 'GET' });\n`;

describe('a directory', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'widgets-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }

  it('gives its widgets, and nothing that others made', async () => {
    const widgets = ['a.html', 'b/c.TSX', 'b/d.mjs', 'z.js'];
    const others = [
      'node_modules/x/i.js',
      '.git/h.js',
      'a.min.js',
      't.d.ts',
      'a.test.ts',
      '__mocks__/a.js',
      'r.json',
    ];
    for (const path of [...widgets, ...others]) await write(path, '');
    await symlink(root, join(root, 'again'));
    const { files, skipped } = await findWidgetFiles(root);
    expect(files.map((path) => relative(root, path).replaceAll('\\', '/'))).toEqual(widgets);
    expect(skipped).toEqual([]);
  });

  it('is linted file by file, each at its own places', async () => {
    await write('b.js', `\n${call('ordrs')}`);
    await write('a.html', `<script>${call('orders')}${call('nothing-like-it')}</script>`);
    const { findings, sources } = await lintWidgets(root, registry, {
      rules,
      shownPath: (path) => relative(root, path),
    });
    expect(
      findings.map(({ file, rule, connector, span }) => {
        return { file, rule, connector, ...sources.get(file)?.positionAt(span?.start ?? 0) };
      }),
    ).toEqual([
      { file: 'a.html', rule: 'widget-unknown-connector', connector: 'nothing-like-it', line: 2, column: 37 },
      { file: 'b.js', rule: 'widget-unknown-connector', connector: 'ordrs', line: 2, column: 37 },
    ]);
  });

  it('names what is too large, and passes over what a program wrote', async () => {
    await write('large.js', call('ordrs').repeat(20_000));
    await write('bundle.js', call('ordrs').replaceAll('\n', '').repeat(1000));
    const { findings, skipped } = await lintWidgets(root, registry, { rules });
    expect(findings).toEqual([]);
    expect(skipped).toEqual([join(root, 'large.js')]);
  });

  it('may be missing', async () => {
    const { findings, sources, skipped } = await lintWidgets(join(root, 'none'), registry, { rules });
    expect([findings, [...sources], skipped]).toEqual([[], [], []]);
  });

  it('may hold bytes that are no text', async () => {
    await write(
      'a.js',
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0xc3, 0x28]), Buffer.from(call('ordrs'))]),
    );
    const { findings } = await lintWidgets(root, registry, { rules });
    expect(findings.map(({ rule }) => rule)).toContain('widget-syntax');
  });
});

describe('any source', () => {
  const piece = fc.constantFrom(
    ...[
      'sdk.connectors',
      '.execute(',
      '.composite',
      "{ permalink: 'ordrs', ",
      "method: 'GET' ",
      'pathParams: ',
      '}',
      ')',
      '(',
    ],
    ...[
      'const ',
      '{ connectors } = ',
      'a',
      ' = ',
      ';',
      '...',
      '?.',
      '`',
      '$'.concat('{'),
      '<script>',
      '</script>',
      '<svg ',
      'onclick="',
    ],
    ...[
      '=> ',
      'class ',
      'function ',
      '/*',
      '*/',
      '//',
      '\n',
      '\r',
      '\u2028',
      '😀',
      '\ud800',
      '<T>',
      ': string',
      '@',
      '#x',
      'await ',
      '[',
      ']',
    ],
  );
  const source = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it.each(['w.js', 'w.ts', 'w.tsx', 'w.html'])('%s is survived, and its findings lie in it', (path) => {
    fc.assert(
      fc.property(source, (text) => {
        const file = new SourceFile(path, `${text} connectors`);
        for (const { span } of lintWidgetSource(file, registry, { rules })) {
          expect(span?.start).toBeGreaterThanOrEqual(0);
          expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? 0);
          expect(span?.end).toBeLessThanOrEqual(file.text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['members without end', `sdk.connectors${'.a'.repeat(50_000)}.execute({ permalink: 'x' })`],
    ['sums without end', `sdk.connectors.execute({ permalink: ${"'a' + ".repeat(3000)}'x' })`],
    ['statements without end', `sdk.connectors${';'.repeat(300_000)}`],
    ['calls without end', `sdk.connectors;${'f();'.repeat(100_000)}`],
    [
      'objects of objects',
      `const o0 = { permalink: 'ordrs' };${Array.from({ length: 20 }, (_, n) => `const o${n + 1} = { ${Array.from({ length: 30 }, (_, k) => `k${k}: o${n}`).join(', ')} };`).join('')}sdk.connectors.execute({ permalink: 'orders', method: 'GET', payload: o20 })`,
    ],
    [
      'a name that means itself',
      'const a = b, b = a; sdk.connectors.execute({ permalink: a, method: b }); a.connectors.execute(a)',
    ],
    [
      'prototypes',
      "sdk.connectors.execute({ permalink: '__proto__', method: 'constructor', __proto__: x, pathParams: { toString: 1 } })",
    ],
  ])('%s', (_name, text) => {
    const findings = lintWidgetSource(new SourceFile('w.js', text), registry, { rules });
    expect(findings.length).toBeLessThan(10);
  });
});
