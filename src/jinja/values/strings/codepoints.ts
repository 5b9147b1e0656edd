/** A str counts code points; JavaScript counts UTF-16 units. Text without surrogates, nearly all, takes a short way. */

const surrogates = /[\ud800-\udfff]/;
const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Whether every UTF-16 unit is a code point of its own as far as indices go. */
export const isFlat = (text: string): boolean => !surrogates.test(text);

/** `len(str)`. */
export function codePointLength(text: string): number {
  if (isFlat(text)) return text.length;
  return text.length - (text.match(pairs)?.length ?? 0);
}

/** The code points as one-character strings. */
export const codePoints = (text: string): string[] => (isFlat(text) ? text.split('') : Array.from(text));

/** The code point at `index` (from 0; not negative), or `undefined` past the end. */
export function codePointAt(text: string, index: number): string | undefined {
  if (isFlat(text)) return text[index];
  return Array.from(text)[index];
}

/** The UTF-16 offset of a code point index; past the end it is the end. */
export function offsetOf(text: string, index: number): number {
  if (isFlat(text)) return Math.min(index, text.length);
  let offset = 0;
  for (let count = 0; count < index && offset < text.length; count += 1) {
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The code point index of a UTF-16 offset. */
export const indexOf = (text: string, offset: number): number => codePointLength(text.slice(0, offset));

/** `text[start:stop]` for bounds that are already clamped. */
export function codePointSlice(text: string, start: number, stop: number): string {
  if (isFlat(text)) return text.slice(start, stop);
  return Array.from(text).slice(start, stop).join('');
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
