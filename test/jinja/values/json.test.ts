import { describe, expect, test } from 'vitest';
import { type Dict, Float, parseJson, TemplateRuntimeError } from '../../../src/jinja/index.js';

const message = (text: string): string => {
  try {
    parseJson(text);
    return 'no error';
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateRuntimeError);
    return (error as Error).message;
  }
};

describe('parseJson reads as json.loads does', () => {
  test('ints stay exact at any size, floats stay floats', () => {
    expect(parseJson('[1, 1.0, 12345678901234567890, 1e2, -0, -0.0]')).toEqual([
      1,
      new Float(1),
      12345678901234567890n,
      new Float(100),
      0,
      new Float(-0),
    ]);
  });

  test('NaN and the infinities are floats', () => {
    expect(parseJson('[NaN, Infinity, -Infinity]')).toEqual([
      new Float(Number.NaN),
      new Float(Number.POSITIVE_INFINITY),
      new Float(Number.NEGATIVE_INFINITY),
    ]);
  });

  test('keys keep the order of the text, numeric ones too; the last of a key that comes twice wins', () => {
    const value = parseJson('{"b": 1, "2": 2, "1": 3, "b": 4, "__proto__": 5}') as Dict;
    expect(Array.from(value.keys())).toEqual(['b', '2', '1', '__proto__']);
    expect(value.getString('b')).toBe(4);
    expect(value.getString('constructor')).toBeUndefined();
  });

  test('escapes and lone surrogates', () => {
    expect(parseJson('"a\\n\\u00e9\\ud83d\\ude00\\ud800\\/"')).toBe('a\né😀\ud800/');
  });

  test.each([
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
    ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ['{a: 1}', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{"a": 1,}', 'Expecting property name enclosed in double quotes: line 1 column 9 (char 8)'],
    ['{\n  "a": x}', 'Expecting value: line 2 column 8 (char 9)'],
    ['1 2', 'Extra data: line 1 column 3 (char 2)'],
    ['"abc', 'Unterminated string starting at: line 1 column 1 (char 0)'],
    ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
    ['"\\x"', 'Invalid \\escape: line 1 column 2 (char 1)'],
    ['["😀" 1]', "Expecting ',' delimiter: line 1 column 6 (char 5)"],
    ['\ufeff1', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'],
  ])("%j is refused in Python's words", (text, expected) => {
    expect(message(text)).toBe(expected);
  });

  test('deep nesting fails instead of exhausting the stack', () => {
    expect(message('['.repeat(100_000))).toMatch(
      /^maximum recursion depth exceeded while decoding a JSON array/,
    );
    expect(message('{"a":'.repeat(100_000))).toMatch(/^maximum recursion depth exceeded/);
  });
});
