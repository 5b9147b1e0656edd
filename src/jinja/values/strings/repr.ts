/** `repr(str)` and `repr(bytes)`. */
import { isPrintable } from './unicode.js';

/** No apostrophe, no backslash, nothing beyond printable ASCII: goes between apostrophes as it is. */
const plain = /^[ -&(-[\]-~]*$/;
const needsEscape = /[^ -~]|\\/u;

const named = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\\', '\\\\'],
]);

function escapeChar(char: string, quote: string): string {
  if (char === quote) return `\\${char}`;
  if (!needsEscape.test(char)) return char;
  const name = named.get(char);
  if (name !== undefined) return name;
  const code = char.codePointAt(0) as number;
  if (code > 0x7e && isPrintable(char)) return char;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Python prefers single quotes and takes double ones only to avoid escaping. */
const quoteFor = (text: string) => (text.includes("'") && !text.includes('"') ? '"' : "'");

export function reprText(text: string): string {
  if (plain.test(text)) return `'${text}'`;
  const quote = quoteFor(text);
  let out = quote;
  for (const char of text) out += escapeChar(char, quote);
  return out + quote;
}

export function reprBytes(data: Uint8Array): string {
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  const quote = quoteFor(text);
  let out = `b${quote}`;
  for (const char of text) {
    out += char >= '\x7f' ? `\\x${char.charCodeAt(0).toString(16)}` : escapeChar(char, quote);
  }
  return out + quote;
}

/** `ascii(str)`: `repr` with everything beyond ASCII escaped. */
export function asciiOf(repr: string): string {
  let out = '';
  for (const char of repr) {
    const code = char.codePointAt(0) as number;
    if (code < 0x80) out += char;
    else if (code <= 0xff) out += `\\x${code.toString(16)}`;
    else if (code <= 0xffff) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return out;
}
