/** One line of text that is being edited, and the part of it that a narrow place shows. */
import { displayWidth, graphemes, graphemeWidth } from '../text.js';
import type { Key } from './keys.js';

export interface Line {
  /** What a reader sees as one character each. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export const emptyLine: Line = { before: [], after: [] };

/** Longer text is no answer to a question. */
const longestLine_characters = 128 * 1024;

export const lineOf = (text: string): Line => ({ before: graphemes(text), after: [] });

export const textOf = ({ before, after }: Line): string => [...before, ...after].join('');

/** The same line where the key means nothing to it. */
export function edit(line: Line, key: Key): Line {
  const { before, after } = line;
  switch (key.name) {
    case 'text':
      return insert(line, key.text);
    case 'backspace':
      return { before: before.slice(0, -1), after };
    case 'delete':
      return { before, after: after.slice(1) };
    case 'left':
      return moved(line, before.length - 1);
    case 'right':
      return moved(line, before.length + 1);
    case 'home':
      return moved(line, 0);
    case 'end':
      return moved(line, before.length + after.length);
    case 'word-left':
      return moved(line, wordStart(before));
    case 'word-right':
      return moved(line, before.length + wordEnd(after));
    case 'delete-word':
      return { before: before.slice(0, wordStart(before)), after };
    case 'delete-to-start':
      return { before: [], after };
    case 'delete-to-end':
      return { before, after: [] };
    default:
      return line;
  }
}

function insert({ before, after }: Line, text: string): Line {
  // Together with what stands before it: a mark or a joined emoji may belong to that.
  const joined = before.slice(-8).join('') + text;
  if (before.length + after.length + joined.length > longestLine_characters) return { before, after };
  return { before: [...before.slice(0, -8), ...graphemes(joined)], after };
}

function moved({ before, after }: Line, to: number): Line {
  const all = [...before, ...after];
  const at = Math.min(Math.max(to, 0), all.length);
  return { before: all.slice(0, at), after: all.slice(at) };
}

const isWord = (grapheme: string | undefined): boolean =>
  grapheme !== undefined && /[\p{L}\p{N}_]/u.test(grapheme);

function wordStart(before: readonly string[]): number {
  let at = before.length;
  while (at > 0 && !isWord(before[at - 1])) at -= 1;
  while (at > 0 && isWord(before[at - 1])) at -= 1;
  return at;
}

function wordEnd(after: readonly string[]): number {
  let at = 0;
  while (at < after.length && !isWord(after[at])) at += 1;
  while (at < after.length && isWord(after[at])) at += 1;
  return at;
}

export interface ShownLine {
  readonly text: string;
  /** Cells before the cursor. */
  readonly cursor: number;
}

/**
 * The part around the cursor that fits, with the ellipsis where something is left out.
 * @param show how a grapheme is printed
 */
export function shownLine(
  { before, after }: Line,
  width: number,
  { ellipsis, show }: { ellipsis: string; show: (grapheme: string) => string },
): ShownLine {
  // One cell stays free for the cursor at the end.
  const room = Math.max(width - 1, 1);
  const head = before.map(show);
  const tail = after.slice(0, room).map(show);
  const widthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + cells(part), 0);
  const headWidth = widthOf(head);
  const tailWidth = widthOf(tail);
  if (headWidth + tailWidth <= room && tail.length === after.length) {
    return { text: [...head, ...tail].join(''), cursor: headWidth };
  }
  const mark = displayWidth(ellipsis);
  const tailRoom = Math.min(tailWidth, Math.floor(room / 3));
  const kept = headWidth <= room - tailRoom ? head : lastOf(head, room - tailRoom - mark);
  const start = kept.length < head.length ? ellipsis : '';
  const cursor = displayWidth(start) + widthOf(kept);
  const rest = room - cursor;
  const isCut = tailWidth > rest || tail.length < after.length;
  const end = isCut ? firstOf(tail, Math.max(rest - mark, 0)) : tail;
  return { text: `${start}${kept.join('')}${end.join('')}${isCut && rest >= mark ? ellipsis : ''}`, cursor };
}

/** A spelled-out control character is several cells wide. */
const cells = (shown: string): number => (shown.length < 4 ? graphemeWidth(shown) : displayWidth(shown));

function lastOf(parts: readonly string[], room: number): string[] {
  let used = 0;
  let at = parts.length;
  while (at > 0 && used + cells(parts[at - 1] ?? '') <= room) {
    at -= 1;
    used += cells(parts[at] ?? '');
  }
  return parts.slice(at);
}

function firstOf(parts: readonly string[], room: number): string[] {
  let used = 0;
  let at = 0;
  while (at < parts.length && used + cells(parts[at] ?? '') <= room) {
    used += cells(parts[at] ?? '');
    at += 1;
  }
  return parts.slice(0, at);
}
