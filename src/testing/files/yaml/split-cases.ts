import type { Span } from '../../../text/source.js';

export interface CasePieces {
  /** What stands before the key `cases`. */
  readonly before: Span;
  readonly key: Span;
  /** One or more items of the list each, whole lines. */
  readonly items: readonly Span[];
  /** What stands behind the list. */
  readonly after: Span;
}

/** Enough for setting up the library not to count, little enough for what it makes to be gone soon. */
const pieceSize_chars = 8 * 1024;

/**
 * Where a file in block style can be cut so that each piece is YAML by itself: in front of the items of `cases`. Null
 * where it is written in another way. Whether the cuts are right shows in the pieces: where one of them cuts through a
 * text or a bracket, a piece is not valid.
 */
export function splitCases(text: string): CasePieces | null {
  // Other documents, directives and line ends are rare, and not worth any rules here.
  if (/^(?:---|\.\.\.|%)|\r(?!\n)/m.test(text)) return null;
  const heads = [...text.matchAll(/^cases:[ \t]*(?:#[^\n]*)?\r?\n/gm)];
  const [head] = heads;
  if (!head || heads.length > 1) return null;
  const listStart = head.index + head[0].length;
  const firstItem = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- /.exec(text.slice(listStart, listStart + 4096));
  const [, indent] = firstItem ?? [];
  if (indent === undefined) return null;
  const end = endOfList(text, listStart, indent);
  const starts: number[] = [];
  const item = new RegExp(`^${indent}-(?=[ \\r\\n])`, 'gm');
  item.lastIndex = listStart;
  for (let found = item.exec(text); found && found.index < end; found = item.exec(text)) {
    if (found.index - (starts.at(-1) ?? Number.NEGATIVE_INFINITY) >= pieceSize_chars)
      starts.push(found.index);
  }
  if (starts.length === 0) return null;
  // Comments in front of the first item belong to its piece.
  starts[0] = listStart;
  return {
    before: { start: 0, end: head.index },
    key: { start: head.index, end: head.index + 'cases'.length },
    items: starts.map((start, index) => ({ start, end: starts[index + 1] ?? end })),
    after: { start: end, end: text.length },
  };
}

/** The next line that begins in the first column with anything but a comment or an item of the list. */
function endOfList(text: string, from: number, indent: string): number {
  const next = indent === '' ? /^(?!- |-\r?$)[^\s#]/gm : /^[^\s#]/gm;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}
