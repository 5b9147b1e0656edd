/** Character classes as Python's `re` and `str` define them, on UTF-16 code units or whole code points. */

/** `str.isspace()`: what Python's `\s` matches and `rstrip()` removes. All such characters are in the BMP. */
export function isSpace(code: number): boolean {
  if (code === 0x20) return true;
  if (code < 0x80) return (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const isAsciiWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || isDigit(code);

const wordCharacter = /[\p{L}\p{N}_\p{XIDC}]/u;
const identifier = /^[\p{XIDS}_]\p{XIDC}*$/u;

/** The end of the run of name characters that starts at `start`; `start` itself where there is none. */
export function endOfWord(text: string, start: number): number {
  let index = start;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (isAsciiWord(code)) index += 1;
    else if (code < 0x80) break;
    else {
      const character = String.fromCodePoint(text.codePointAt(index) as number);
      if (!wordCharacter.test(character)) break;
      index += character.length;
    }
  }
  return index;
}

/** `str.isidentifier()` for a run of name characters. */
export function isIdentifier(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (word.charCodeAt(index) >= 0x80) return identifier.test(word);
  }
  return !isDigit(word.charCodeAt(0));
}

export function skipSpaces(text: string, start: number): number {
  let index = start;
  while (index < text.length && isSpace(text.charCodeAt(index))) index += 1;
  return index;
}

/** `str.rstrip()`. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** All line breaks that Jinja knows (`\r\n`, `\r`) as `\n`. */
export const normalizeNewlines = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/** Python's `repr` of a one-character string, for "unexpected char". */
export function quoteCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  const hex = (width: number) => code.toString(16).padStart(width, '0');
  if (character === "'") return `"'"`;
  if (character === '\\') return "'\\\\'";
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad) return `'\\x${hex(2)}'`;
  if (!/[\p{C}\p{Z}]/u.test(character)) return `'${character}'`;
  return code > 0xffff ? `'\\U${hex(8)}'` : `'\\u${hex(4)}'`;
}
