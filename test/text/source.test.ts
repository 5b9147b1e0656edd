import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/text/source.js';

const at = (text: string, offset: number) => {
  const { line, column } = new SourceFile('x', text).positionAt(offset);
  return `${line}:${column}`;
};

describe('SourceFile.positionAt', () => {
  it('counts lines after LF, CRLF and a lone CR', () => {
    const text = 'a\nb\r\nc\rd';
    expect([0, 1, 2, 5, 7].map((offset) => at(text, offset))).toEqual(['1:1', '1:2', '2:1', '3:1', '4:1']);
  });

  it('counts characters, not UTF-16 units', () => {
    const text = 'é😀x\n😀😀y';
    expect(at(text, 3)).toBe('1:3');
    expect(at(text, text.indexOf('y'))).toBe('2:3');
    expect(at(text, text.length)).toBe('2:4');
  });

  it('gives no column to a byte order mark', () => {
    expect(at('\uFEFFab\nc', 0)).toBe('1:1');
    expect(at('\uFEFFab\nc', 2)).toBe('1:2');
    expect(at('\uFEFFab\nc', 4)).toBe('2:1');
  });

  it('holds offsets outside the text to its ends', () => {
    expect(at('ab', 99)).toBe('1:3');
    expect(at('ab', -4)).toBe('1:1');
  });

  it('agrees with a plain count at every offset of a mixed text', () => {
    const text = 'x😀\r\n\r\ré\n😀a😀\n';
    const file = new SourceFile('x', text);
    for (let offset = 0; offset <= text.length; offset += 1) {
      if (/[\udc00-\udfff]/.test(text[offset] ?? '') || text.slice(offset - 1, offset + 1) === '\r\n')
        continue;
      const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
      expect(file.positionAt(offset)).toEqual({
        line: lines.length,
        column: [...(lines.at(-1) ?? '')].length + 1,
      });
    }
  });

  it('gives the text of a line without its end', () => {
    const file = new SourceFile('x', 'one\r\ntwo\n');
    expect([1, 2, 3, 4].map((line) => file.lineText(line))).toEqual(['one', 'two', '', '']);
    expect(file.lineCount).toBe(3);
  });
});
