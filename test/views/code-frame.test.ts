import { describe, expect, it } from 'vitest';
import { codeFrame, type LocatedError, spanAt } from '../../src/views/code-frame.js';
import { displayWidth } from '../../src/views/text.js';

const frame = (error: Partial<LocatedError>, width = 80) =>
  codeFrame(
    {
      title: 'Broken',
      place: null,
      owner: null,
      source: null,
      message: 'no such thing',
      hint: null,
      ...error,
    },
    { width, color: false },
  );

/** What stands over the carets. */
function marked(lines: string[]): string {
  const at = lines.findIndex((line) => line.includes('^'));
  const from = lines[at]?.indexOf('^') ?? 0;
  const to = (lines[at]?.lastIndexOf('^') ?? 0) + 1;
  let cells = 0;
  return [...(lines[at - 1] ?? '')]
    .filter((character) => {
      const start = cells;
      cells += displayWidth(character);
      return start >= from && start < to;
    })
    .join('');
}

describe('codeFrame', () => {
  it('says where, whose, what and what to do', () => {
    const text = 'first\nsecond\n{{ steps.a.b }}\nfourth\nfifth';
    const lines = frame({
      title: 'The template failed',
      place: { file: 'connectors_registry.json', line: 12, column: 34 },
      owner: "step 'orders', url",
      source: spanAt(text, text.indexOf('steps'), text.indexOf(' }}')),
      hint: 'use something else',
    });
    expect(lines).toEqual([
      'The template failed',
      '  --> connectors_registry.json:12:34',
      "  │ step 'orders', url",
      '  │',
      '1 │ first',
      '2 │ second',
      '3 │ {{ steps.a.b }}',
      '  │    ^^^^^^^^^ no such thing',
      '4 │ fourth',
      '  │',
      '  = hint: use something else',
    ]);
  });

  it('aligns carets behind tabs and wide characters', () => {
    const text = '\t日本 é {{ x }}';
    expect(marked(frame({ source: spanAt(text, text.indexOf('{{'), text.length) }))).toBe('{{ x }}');
    const wide = 'a 日本 b';
    expect(marked(frame({ source: spanAt(wide, 2, 4) }))).toBe('日本');
  });

  it.each([0, 30, 500, 4_990])('shows a window around a fault at %i in a long line', (at) => {
    const text = `${'x'.repeat(at)}FAULT${'y'.repeat(5_000 - at)}`;
    const lines = frame({ source: spanAt(text, at, at + 5) }, 60);
    expect(marked(lines)).toBe('FAULT');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(60);
    expect(lines.join('\n')).toContain('…');
  });

  it('shows a window into wide characters', () => {
    const text = `${'日'.repeat(300)}FAULT${'本'.repeat(300)}`;
    const lines = frame({ source: spanAt(text, 300, 305) }, 70);
    expect(marked(lines)).toBe('FAULT');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(70);
  });

  it('counts columns in code points', () => {
    const text = '😀😀 here';
    expect(spanAt(text, 5, 9)).toMatchObject({ line: 1, column: 4, length: 4 });
    expect(marked(frame({ source: spanAt(text, 5, 9) }))).toBe('here');
  });

  it('marks the end of the text, where something is missing', () => {
    const lines = frame({ source: spanAt('{{ x', 4, 4) });
    expect(lines).toContain('1 │ {{ x');
    expect(lines).toContain('  │     ^ no such thing');
  });

  it('spells out what a terminal would obey', () => {
    const text = 'a\u001b[31m{{ x }}';
    const lines = frame({
      source: spanAt(text, text.indexOf('{{'), text.length),
      message: '\u001b]0;t\u0007',
    });
    expect(lines.join('')).not.toContain('\u001b');
    expect(marked(lines)).toBe('{{ x }}');
  });

  it('copes with a file of one line of ten million characters', () => {
    const text = `${'"a":1,'.repeat(1_700_000)}!`;
    expect(marked(frame({ source: spanAt(text, text.length - 1, text.length) }))).toBe('!');
  });
});
