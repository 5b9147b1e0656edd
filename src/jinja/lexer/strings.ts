/** String literals: where one ends, and how Jinja2 decodes its escapes. */
import { TemplateSyntaxError } from '../errors.js';
import { normalizeNewlines } from './characters.js';

/** One past the closing quote of the literal that opens at `start`, or -1 where it is never closed. */
export function endOfString(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) return index + 1;
    if (code === 0x5c) index += 1;
  }
  return -1;
}

const simpleEscapes = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const hexEscapes = new Map([
  ['x', { digits: 2, name: '\\xXX' }],
  ['u', { digits: 4, name: '\\uXXXX' }],
  ['U', { digits: 8, name: '\\UXXXXXXXX' }],
]);

/** What Python's `backslashreplace` makes of a character beyond ASCII. */
function asciiEscape(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/**
 * The value of the text between a literal's quotes. Jinja2 decodes by way of ASCII (`backslashreplace`, then
 * `unicode-escape`), so a backslash before a character beyond ASCII escapes that character's own escape.
 *
 * @throws TemplateSyntaxError for a malformed escape, in the codec's words.
 */
export function decodeString(content: string): string {
  const text = normalizeNewlines(content);
  if (!text.includes('\\')) return text;
  const ascii = text.replace(/[^\0-\x7f]/gu, asciiEscape);
  let decoded = '';
  let index = 0;
  while (index < ascii.length) {
    const backslash = ascii.indexOf('\\', index);
    if (backslash < 0) return decoded + ascii.slice(index);
    decoded += ascii.slice(index, backslash);
    const [value, length] = decodeEscape(ascii, backslash + 1);
    decoded += value;
    index = backslash + 1 + length;
  }
  return decoded;
}

/** The value of the escape whose backslash stands before `start`, and how many characters after it were read. */
function decodeEscape(ascii: string, start: number): [value: string, length: number] {
  const letter = ascii[start] ?? '';
  const simple = simpleEscapes.get(letter);
  if (simple !== undefined) return [simple, 1];

  const octal = /^[0-7]{1,3}/.exec(ascii.slice(start, start + 3))?.[0];
  if (octal !== undefined) return [String.fromCharCode(Number.parseInt(octal, 8)), octal.length];

  const hex = hexEscapes.get(letter);
  if (hex) {
    const digits = ascii.slice(start + 1, start + 1 + hex.digits);
    if (digits.length < hex.digits || !/^[0-9a-fA-F]*$/.test(digits)) {
      throw new TemplateSyntaxError(`truncated ${hex.name} escape`);
    }
    const code = Number.parseInt(digits, 16);
    if (code > 0x10ffff) throw new TemplateSyntaxError('illegal Unicode character');
    return [String.fromCodePoint(code), 1 + hex.digits];
  }

  if (letter === 'N') {
    // Python's table of character names has 150,000 entries; no template has been seen to use it.
    const named = ascii[start + 1] === '{' && ascii.indexOf('}', start) > start + 2;
    throw new TemplateSyntaxError(
      named ? 'unknown Unicode character name' : 'malformed \\N character escape',
    );
  }
  return [`\\${letter}`, letter.length];
}
