/** Finding, counting and replacing text. Indices are code points. */
import { codePointLength, codePoints, indexOf, isFlat, offsetOf } from './codepoints.js';

/** A window of text: UTF-16 offsets, or `null` where it begins past the end. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Clamps Python's start and stop (negative counts from the end) to offsets. */
export function windowOf(text: string, start: number, stop: number): Window | null {
  const length = codePointLength(text);
  const first = start < 0 ? Math.max(start + length, 0) : start;
  const last = stop < 0 ? Math.max(stop + length, 0) : Math.min(stop, length);
  if (first > length || first > last) return null;
  return { from: offsetOf(text, first), to: offsetOf(text, last) };
}

/** The first place of `part` in the window as a code point index, or -1. */
export function find(text: string, part: string, window: Window | null): number {
  if (window === null) return -1;
  const at = text.slice(0, window.to).indexOf(part, window.from);
  // `indexOf` answers for an empty part past the end too; the window has ruled that out.
  return at < 0 ? -1 : indexOf(text, at);
}

export function findLast(text: string, part: string, window: Window | null): number {
  if (window === null) return -1;
  const at = text.slice(window.from, window.to).lastIndexOf(part);
  return at < 0 ? -1 : indexOf(text, at + window.from);
}

/** Occurrences that do not overlap. */
export function count(text: string, part: string, window: Window | null): number {
  if (window === null) return 0;
  const inside = text.slice(window.from, window.to);
  if (part === '') return codePointLength(inside) + 1;
  let found = 0;
  for (let at = inside.indexOf(part); at >= 0; at = inside.indexOf(part, at + part.length)) found += 1;
  return found;
}

export const startsWith = (text: string, part: string, window: Window | null): boolean =>
  window !== null && text.slice(window.from, window.to).startsWith(part);

export const endsWith = (text: string, part: string, window: Window | null): boolean =>
  window !== null && text.slice(window.from, window.to).endsWith(part);

/** How many times `replace` would replace: what its result will weigh. */
export function replacements(text: string, part: string, limit: number): number {
  if (limit === 0) return 0;
  const found = count(text, part, { from: 0, to: text.length });
  return limit < 0 ? found : Math.min(found, limit);
}

/** `text.replace(part, by, limit)`; a negative limit is none. An empty part stands between all characters. */
export function replace(text: string, part: string, by: string, limit: number): string {
  if (limit === 0) return text;
  if (part === '') {
    const chars = codePoints(text);
    let out = '';
    let left = limit < 0 ? Number.POSITIVE_INFINITY : limit;
    for (const char of chars) {
      if (left > 0) out += by;
      left -= 1;
      out += char;
    }
    return left > 0 ? out + by : out;
  }
  if (limit < 0) return text.split(part).join(by);
  const parts = text.split(part);
  if (parts.length <= limit + 1) return parts.join(by);
  return [...parts.slice(0, limit), parts.slice(limit).join(part)].join(by);
}

/** Text the other way round, code point by code point. */
export function reversed(text: string): string {
  if (isFlat(text)) return text.split('').reverse().join('');
  return Array.from(text).reverse().join('');
}
