/** Undoing HTML: `Markup.unescape` and `Markup.striptags`. */
import { ENTITIES, ENTITIES_WITHOUT_SEMICOLON } from './html-entities.js';
import { splitSpace } from './split.js';

let table: Map<string, string> | null = null;

/** Names with their semicolon, and those few that HTML also knows without. */
function entities(): Map<string, string> {
  if (table) return table;
  table = new Map();
  for (const entry of ENTITIES.split(' ')) {
    const [name, codes] = entry.split(':') as [string, string];
    const text = codes.split('.').map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
    table.set(`${name};`, text.join(''));
  }
  for (const name of ENTITIES_WITHOUT_SEMICOLON.split(' ')) table.set(name, table.get(`${name};`) as string);
  return table;
}

/** Numeric references to the C1 controls mean what Windows-1252 has there. */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

function isInvalidCode(code: number): boolean {
  return (
    (code >= 0x1 && code <= 0x8) ||
    (code >= 0xe && code <= 0x1f) ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    code === 0xb ||
    (code & 0xfffe) === 0xfffe
  );
}

function numeric(code: number): string {
  if (code === 0) return '\ufffd';
  if (code === 0x0d) return '\r';
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80] as string;
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return '\ufffd';
  return isInvalidCode(code) ? '' : String.fromCodePoint(code);
}

function named(reference: string): string {
  const known = entities().get(reference);
  if (known !== undefined) return known;
  // The longest known beginning counts: "&notit;" is "¬it;".
  for (let length = reference.length - 1; length > 1; length -= 1) {
    const start = entities().get(reference.slice(0, length));
    if (start !== undefined) return start + reference.slice(length);
  }
  return `&${reference}`;
}

/** Python's `html.unescape`. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/gu, (_, reference: string) => {
    if (reference[0] !== '#') return named(reference);
    const digits = reference.slice(1).replace(/;$/, '');
    return numeric(/^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10));
  });
}

/** Comments and tags go, runs of white space become one space, character references become characters. */
export function stripTags(text: string): string {
  const bare = withoutSpans(withoutSpans(text, '<!--', '-->'), '<', '>');
  return unescapeHtml(splitSpace(bare, -1).join(' '));
}

/** Removes from each `open` to the next `close`; an `open` without a `close` stays. */
function withoutSpans(text: string, open: string, close: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return out + text.slice(at);
    out += text.slice(at, start);
    at = end + close.length;
  }
}
