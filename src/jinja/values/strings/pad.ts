/** Padding to a width in code points. The callers ask the budget for the width first. */
import { codePointLength } from './codepoints.js';

/** Python puts the odd character on the right, except where width and length are both odd. */
export function center(text: string, width: number, fill: string): string {
  const missing = width - codePointLength(text);
  if (missing <= 0) return text;
  const left = (missing >> 1) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

export function padRight(text: string, width: number, fill: string): string {
  const missing = width - codePointLength(text);
  return missing > 0 ? text + fill.repeat(missing) : text;
}

export function padLeft(text: string, width: number, fill: string): string {
  const missing = width - codePointLength(text);
  return missing > 0 ? fill.repeat(missing) + text : text;
}

/** `str.zfill`: zeros between a sign and the rest. */
export function zeroFill(text: string, width: number): string {
  const missing = width - codePointLength(text);
  if (missing <= 0) return text;
  const signed = text[0] === '+' || text[0] === '-';
  return signed ? text[0] + '0'.repeat(missing) + text.slice(1) : '0'.repeat(missing) + text;
}

/** `str.expandtabs`: the column starts anew after a line end. */
export function expandTabs(text: string, size: number): string {
  let out = '';
  let column = 0;
  for (const char of text) {
    if (char === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      out += ' '.repeat(spaces);
      column += spaces;
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return out;
}
