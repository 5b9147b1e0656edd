/**
 * Text from outside, made fit for a terminal: what could move the cursor or turn the line around is spelled out,
 * and widths are counted in terminal cells, not in code units.
 */
import { eastAsianWidth } from 'get-east-asian-width';

export type Mask = (text: string) => string;

// C0, DEL, C1, line separators, bidirectional controls, invisible operators, the BOM, tags and lone surrogates.
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a hostile URL carries
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
const named = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
const plainAscii = /^[\u0020-\u007e]*$/;
const emoji = /\p{Emoji_Presentation}|\ufe0f|^[\u{1f1e6}-\u{1f1ff}]{2}$/u;
const zeroWidth = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Spells out every character that a terminal would obey instead of showing: `\n`, `\x1b`, `\u202e`. */
export function neutralise(text: string): string {
  return plainAscii.test(text) ? text : text.replace(unsafe, escapeOf);
}

/** As `neutralise`, for text that keeps its own line breaks; tabs become spaces. */
export function neutraliseLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map((line) => neutralise(line.replaceAll('\t', '  ')));
}

/** As `neutralise`, in JSON's own escapes: for the inside of a JSON string. */
export function escapeInJson(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => {
      return `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
    }).join(''),
  );
}

/** Whether a terminal would obey a part of `text` instead of showing it. */
export const isUnsafe = (text: string): boolean => neutralise(text) !== text;

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const known = named.get(character);
  if (known !== undefined) return known;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/** What a reader sees as one character, in order. */
export function graphemes(text: string): string[] {
  if (plainAscii.test(text)) return [...text];
  const all: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + longestSegmented, text.length);
    if ((text.codePointAt(end - 1) ?? 0) > 0xffff) end += 1;
    for (const part of segmenter.segment(text.slice(start, end))) all.push(part.segment);
    start = end;
  }
  return all;
}

/** The segmenter's time grows with the square of the length, so long text goes through it in pieces. */
const longestSegmented = 2_048;

/** Cells that neutralised text takes in a terminal. */
export function displayWidth(text: string): number {
  if (plainAscii.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

export function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  if (zeroWidth.test(grapheme)) return 0;
  if (emoji.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}

/** The head of `text` that fits, ending in `ellipsis` where something was cut. */
export function truncateEnd(text: string, width: number, ellipsis = '…'): string {
  if (text.length > reach(width)) return truncateEnd(text.slice(0, reach(width)), width, ellipsis);
  if (displayWidth(text) <= width) return text;
  if (width <= ellipsis.length) return ellipsis.slice(0, Math.max(width, 0));
  return take(graphemes(text), width - ellipsis.length).join('') + ellipsis;
}

/** Code units at either end that can matter to a cut: measuring a URL of a megabyte grapheme by grapheme is slow. */
const reach = (width: number): number => 256 + 32 * Math.max(width, 0);

/** Keeps the head and, with somewhat more room, the tail: the end of a path says more than its middle. */
export function truncateMiddle(text: string, width: number, ellipsis = '…'): string {
  const bound = reach(width);
  if (text.length > 2 * bound) {
    return truncateMiddle(text.slice(0, bound) + text.slice(-bound), width, ellipsis);
  }
  if (displayWidth(text) <= width) return text;
  if (width <= ellipsis.length + 2) return truncateEnd(text, width, ellipsis);
  const all = graphemes(text);
  const room = width - ellipsis.length;
  const tail = take(all.toReversed(), Math.ceil(room / 2)).toReversed();
  const head = take(all, room - Math.ceil(room / 2));
  return head.join('') + ellipsis + tail.join('');
}

function take(all: string[], width: number): string[] {
  let used = 0;
  const end = all.findIndex((grapheme) => {
    used += graphemeWidth(grapheme);
    return used > width;
  });
  return end === -1 ? all : all.slice(0, end);
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(width - displayWidth(text), 0));

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(width - displayWidth(text), 0)) + text;

/** Breaks prose at spaces; a word longer than the width stands on its own line, whole. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}
