import { describe, expect, it } from 'vitest';
import { displayWidth, neutralise, truncateEnd, truncateMiddle, wrapWords } from '../../src/views/text.js';

describe('neutralise', () => {
  it.each([
    ['\u001b[31m', '\\x1b[31m'],
    ['\u009b2J', '\\x9b2J'],
    ['a\u202eb', 'a\\u202eb'],
    ['\ud800', '\\ud800'],
    ['line\r\nbreak\t', 'line\\r\\nbreak\\t'],
    ['日本 é 😀 👩‍👩‍👧', '日本 é 😀 👩‍👩‍👧'],
  ])('makes %j printable', (text, expected) => {
    expect(neutralise(text)).toBe(expected);
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['😀', 2],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['✓ … ┊ █', 7],
  ])('counts the cells of %j', (text, expected) => {
    expect(displayWidth(text)).toBe(expected);
  });

  it('measures a megabyte', () => {
    expect(displayWidth('日'.repeat(500_000))).toBe(1_000_000);
  });
});

describe('truncating', () => {
  it('keeps head and tail, in cells', () => {
    expect(truncateMiddle('api.example.com/v2/orders', 15)).toBe('api.exa…/orders');
    expect(truncateMiddle('日本語日本語', 7)).toBe('日…語');
    expect(truncateEnd('日本語', 5)).toBe('日本…');
    expect(truncateEnd('abc', 3)).toBe('abc');
  });
});

describe('wrapWords', () => {
  it('breaks at spaces only', () => {
    expect(wrapWords('one two averyverylongword three', 8)).toEqual([
      'one two',
      'averyverylongword',
      'three',
    ]);
  });
});
