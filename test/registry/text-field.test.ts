import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/registry/json/parse.js';
import { TextField } from '../../src/registry/text-field.js';
import { SourceFile } from '../../src/text/source.js';

/** The field of a document that is one string. */
function field(text: string): TextField {
  const file = new SourceFile('x.json', text);
  const { root } = parseJson(file);
  if (root?.type !== 'string') throw new Error(`not a string: ${text}`);
  return new TextField(file, root, '', 'text');
}

describe('TextField.offsetAt', () => {
  it('runs beside the file where nothing is escaped', () => {
    const url = field('  "https://x.example"');
    expect(url.span).toEqual({ start: 2, end: 21 });
    expect([0, 5, 17].map((index) => url.offsetAt(index))).toEqual([3, 8, 20]);
  });

  it('points at the backslash of an escape and goes on behind it', () => {
    const text = String.raw`"a\nb\"c\\d\/e\u00e9f"`;
    const value = field(text);
    expect(value.value).toBe('a\nb"c\\d/eéf');
    const written = [...'a\nb"c\\d/eéf'].map((_, index) =>
      text.slice(value.offsetAt(index), value.offsetAt(index + 1)),
    );
    expect(written).toEqual(['a', '\\n', 'b', '\\"', 'c', '\\\\', 'd', '\\/', 'e', '\\u00e9', 'f']);
  });

  it('takes each half of an escaped surrogate pair for itself', () => {
    const value = field(String.raw`"\ud83d\ude00x😀y"`);
    expect(value.value).toBe('😀x😀y');
    expect([0, 1, 2, 3, 5, 6].map((index) => value.offsetAt(index))).toEqual([1, 7, 13, 14, 16, 17]);
  });

  it('handles escapes at both ends and side by side', () => {
    const value = field(String.raw`"\t\t\t"`);
    expect([0, 1, 2, 3, 9].map((index) => value.offsetAt(index))).toEqual([1, 3, 5, 7, 7]);
  });

  it('gives the span of a part, whole escapes included', () => {
    const value = field(String.raw`"{{ a[\"k\"] }}"`);
    const start = value.value.indexOf('"k"');
    expect(value.spanOf(start, start + 3)).toEqual({ start: 6, end: 11 });
    expect(value.spanOf(3, 3)).toEqual({ start: 4, end: 4 });
  });

  it('holds indices outside the text to its ends', () => {
    const value = field('"ab"');
    expect([-3, 0, 2, 50].map((index) => value.offsetAt(index))).toEqual([1, 1, 3, 3]);
  });

  it.each([
    ['a bad escape vanishes', String.raw`"a\qb"`, 'ab', 4],
    ['a short unicode escape vanishes', String.raw`"a\u12xb"`, 'axb', 6],
    ['single quotes are read as written', String.raw`'a\nb'`, 'a\\nb', 2],
    ['no closing quote', '"abc', 'abc', 2],
  ])('stays right in broken strings: %s', (_, text, value, offsetOfSecond) => {
    const broken = field(text);
    expect(broken.value).toBe(value);
    expect(broken.offsetAt(1)).toBe(offsetOfSecond);
  });

  it('finds every character of random strings, however they are escaped', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '\\n',
        '\\"',
        '\\\\',
        '\\/',
        '\\t',
        '\\b',
        '\\u0041',
        '\\uD83D\\uDE00',
        '\\ud800',
        '\\u005C',
      ),
      fc.constantFrom('a', ' ', '{', '}', 'é', '😀', '/', "'"),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.constantFrom('', ' \n ', '\uFEFF'), (units, lead) => {
        const text = `${lead}"${units.join('')}"`;
        const value = field(text);
        let index = 0;
        let offset = lead.length + 1;
        for (const written of units) {
          expect(value.offsetAt(index)).toBe(offset);
          index += (JSON.parse(`"${written}"`) as string).length;
          offset += written.length;
        }
        expect(index).toBe(value.value.length);
        expect(value.offsetAt(index)).toBe(offset);
      }),
    );
  });
});
