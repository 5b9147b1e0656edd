import { expect, it } from 'vitest';
import { quoteShort, wholeWords } from '../../src/text/excerpt.js';

it.each([
  ['one two', 7, 'one two'],
  ['one two', 6, 'one'],
  ['one two', 3, 'one'],
  ['one two', 2, ''],
  ['{"error":"x","token":"abcdef"}', 25, '{"error":"x","token":'],
  ['unbroken', 4, ''],
])('the whole words of %j within %i', (text, most, expected) => {
  expect(wholeWords(text, most)).toBe(expected);
});

it('quotes what is short, and only measures what is long', () => {
  expect(quoteShort('a\nb')).toBe('"a\\nb"');
  expect(quoteShort('x'.repeat(61))).toBe('a text of 61 characters');
});
