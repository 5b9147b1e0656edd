/** Splitting and trimming of text. Parts and separators come back as Python orders them. */
import { SPACE } from './unicode.js';

const spaces = new RegExp(`[${SPACE}]+`, 'g');
const leading = new RegExp(`^[${SPACE}]+`);
const isSpaceUnit = new RegExp(`[${SPACE}]`);

/** `text.split(None, limit)`; a negative limit is none. */
export function splitSpace(text: string, limit: number): string[] {
  const trimmed = stripStart(text, null);
  if (trimmed === '') return [];
  if (limit < 0) return stripEnd(trimmed, null).split(spaces);
  const parts: string[] = [];
  let rest = trimmed;
  while (parts.length < limit && rest !== '') {
    const at = rest.search(isSpaceUnit);
    if (at < 0) break;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).replace(leading, '');
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

export function splitSpaceRight(text: string, limit: number): string[] {
  if (limit < 0) return splitSpace(text, limit);
  const parts: string[] = [];
  let rest = stripEnd(text, null);
  while (parts.length < limit && rest !== '') {
    let at = rest.length - 1;
    while (at >= 0 && !isSpaceUnit.test(rest[at] as string)) at -= 1;
    if (at < 0) break;
    parts.unshift(rest.slice(at + 1));
    rest = stripEnd(rest.slice(0, at), null);
  }
  if (rest !== '') parts.unshift(rest);
  return parts;
}

/** `text.split(separator, limit)` for a separator that is not empty. */
export function splitText(text: string, separator: string, limit: number): string[] {
  const parts = text.split(separator);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

export function splitTextRight(text: string, separator: string, limit: number): string[] {
  if (limit < 0) return text.split(separator);
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < limit) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.unshift(text.slice(at + separator.length, end));
    end = at;
  }
  return [text.slice(0, end), ...parts];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Python ends lines at these separators too
const lineEnd = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    const end = match.index + match[0].length;
    lines.push(text.slice(start, keepEnds ? end : match.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** `null` trims white space, else any of the characters given. */
export function stripStart(text: string, chars: string | null): string {
  if (chars === null) return text.replace(leading, '');
  const unwanted = new Set(chars);
  let start = 0;
  for (const char of text) {
    if (!unwanted.has(char)) break;
    start += char.length;
  }
  return text.slice(start);
}

export function stripEnd(text: string, chars: string | null): string {
  let end = text.length;
  if (chars === null) {
    while (end > 0 && isSpaceUnit.test(text[end - 1] as string)) end -= 1;
    return text.slice(0, end);
  }
  const unwanted = new Set(chars);
  while (end > 0) {
    const pair = end > 1 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(end - 2, end));
    const length = pair ? 2 : 1;
    if (!unwanted.has(text.slice(end - length, end))) break;
    end -= length;
  }
  return text.slice(0, end);
}

export const strip = (text: string, chars: string | null): string => stripEnd(stripStart(text, chars), chars);

/** Head, separator, tail; without a match the whole text is the head. */
export function partition(text: string, separator: string): [string, string, string] {
  const at = text.indexOf(separator);
  if (at < 0) return [text, '', ''];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** As `partition` from the right; without a match the whole text is the tail. */
export function partitionRight(text: string, separator: string): [string, string, string] {
  const at = text.lastIndexOf(separator);
  if (at < 0) return ['', '', text];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}
