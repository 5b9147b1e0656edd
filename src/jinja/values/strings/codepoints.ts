/** A str counts code points; JavaScript counts UTF-16 units. Text without surrogates, nearly all, takes a short way. */

const surrogates = /[\ud800-\udfff]/;

/** Whether every UTF-16 unit is a code point of its own as far as indices go. */
export const isFlat = (text: string): boolean => !surrogates.test(text);

/** The code points as one-character strings; the array is the caller's. */
export const codePoints = (text: string): string[] => (isFlat(text) ? text.split('') : Array.from(text));

/** Longer texts are not remembered: they would stay in memory. */
const MAX_REMEMBERED = 2 ** 20;

/** The text that was last asked about, and its code points where they are not its units. */
let lastText = '';
let lastPoints: readonly string[] | null = null;

/** The code points of a text that is not flat; a loop asks for one index after the other of the same text. */
function pointsIfSplit(text: string): readonly string[] | null {
  if (text === lastText) {
    // Two strings of the same text are compared unit by unit each time, one with itself is not.
    lastText = text;
    return lastPoints;
  }
  const points = isFlat(text) ? null : Array.from(text);
  if (text.length <= MAX_REMEMBERED) {
    lastText = text;
    lastPoints = points;
  }
  return points;
}

/** `len(str)`. */
export function codePointLength(text: string): number {
  if (text === lastText) return lastPoints?.length ?? text.length;
  if (isFlat(text)) return text.length;
  let length = 0;
  for (let offset = 0; offset < text.length; offset = next(text, offset)) length += 1;
  return length;
}

/** The offset of the next code point. */
const next = (text: string, offset: number) =>
  (text.codePointAt(offset) as number) > 0xffff ? offset + 2 : offset + 1;

/** The code point at `index` (from 0; not negative), or `undefined` past the end. */
export const codePointAt = (text: string, index: number): string | undefined =>
  (pointsIfSplit(text) ?? text)[index];

/** The UTF-16 offset of a code point index; past the end it is the end. */
export function offsetOf(text: string, index: number): number {
  if (isFlat(text)) return Math.min(index, text.length);
  let offset = 0;
  for (let count = 0; count < index && offset < text.length; count += 1) offset = next(text, offset);
  return offset;
}

/** The code point index of a UTF-16 offset. */
export const indexOf = (text: string, offset: number): number => codePointLength(text.slice(0, offset));

/** `text[start:stop]` for bounds that are already clamped. */
export function codePointSlice(text: string, start: number, stop: number): string {
  if (isFlat(text)) return text.slice(start, stop);
  const from = offsetOf(text, start);
  let to = from;
  for (let count = start; count < stop && to < text.length; count += 1) to = next(text, to);
  return text.slice(from, to);
}

/** Orders by code point: negative, zero or positive. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above U+FFFF, so they sort after U+E000..U+FFFF.
    const highX = x >= 0xd800 && x <= 0xdfff;
    const highY = y >= 0xd800 && y <= 0xdfff;
    if (highX !== highY) return highX ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}
