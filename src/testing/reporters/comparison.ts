/** Two values for people: each place of JSON that differs, and the texts side by side. */
import { diffLines } from 'diff';
import type { SourceFile } from '../../text/source.js';
import type { Pen } from '../../views/pen.js';
import { padEnd, truncateEnd } from '../../views/text.js';
import type { Comparison, JsonDifference } from '../result.js';

const mostPlaces = 20;
/** Lines around a difference that are shown for orientation. */
const context = 2;
const mostLines = 60;

export function comparisonLines(comparison: Comparison, source: SourceFile, pen: Pen): string[] {
  const { differences } = comparison;
  const places = differences.slice(0, mostPlaces).flatMap((each) => placeLines(each, source, pen));
  const more = differences.length - mostPlaces;
  if (more > 0) places.push(pen.palette.muted(`and ${more} more`));
  // What the places say already needs no second telling.
  const isTold = differences.length > 0 && comparison.expected.split('\n').length <= 3;
  return isTold ? places : [...places, ...(places.length > 0 ? [''] : []), ...sideBySide(comparison, pen)];
}

function placeLines(
  { path, expected, actual, span }: JsonDifference,
  source: SourceFile,
  pen: Pen,
): string[] {
  const { palette } = pen;
  const place = span === null ? '' : palette.muted(`  line ${source.positionAt(span.start).line}`);
  const room = Math.max(pen.width - 14, 10);
  const value = (text: string | null, missing: string) =>
    text === null ? palette.muted(missing) : truncateEnd(pen.outside(text), room);
  return [
    `${palette.strong(pen.outside(path === '' ? 'the whole value' : path))}${place}`,
    `  expected  ${palette.good(value(expected, 'nothing'))}`,
    `  got       ${palette.bad(value(actual, 'nothing'))}`,
  ];
}

type Row = { left: string | null; right: string | null; same: boolean };

/** In two columns where the terminal has room for them, one above the other elsewhere. */
function sideBySide({ expected, actual }: Comparison, pen: Pen): string[] {
  const rows = rowsOf(pen.mask(expected), pen.mask(actual));
  const shown = aroundDifferences(rows);
  return pen.width >= 80 ? twoColumns(shown, pen) : oneColumn(shown, pen);
}

function rowsOf(expected: string, actual: string): Row[] {
  const rows: Row[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]): void => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
      rows.push({ left: removed[at] ?? null, right: added[at] ?? null, same: false });
    }
    removed = [];
  };
  // `diff` gives up beyond this many edits: then everything is different, which is as good as true.
  const changes = diffLines(`${expected}\n`, `${actual}\n`, { maxEditLength: 2_000 }) ?? [
    { value: `${expected}\n`, removed: true, added: false },
    { value: `${actual}\n`, removed: false, added: true },
  ];
  for (const change of changes) {
    const lines = change.value.replace(/\n$/, '').split('\n');
    if (change.removed) removed.push(...lines);
    else if (change.added) flush(lines);
    else {
      flush([]);
      for (const line of lines) rows.push({ left: line, right: line, same: true });
    }
  }
  flush([]);
  return rows;
}

/** Null stands for lines that were left out. */
function aroundDifferences(rows: readonly Row[]): (Row | null)[] {
  const keep = new Set<number>();
  rows.forEach((row, at) => {
    if (row.same) return;
    for (let near = at - context; near <= at + context; near += 1) keep.add(near);
  });
  const shown: (Row | null)[] = [];
  rows.forEach((row, at) => {
    if (keep.has(at)) shown.push(row);
    else if (shown.at(-1) !== null) shown.push(null);
  });
  return shown.length > mostLines ? [...shown.slice(0, mostLines), null] : shown;
}

function twoColumns(rows: readonly (Row | null)[], pen: Pen): string[] {
  const { palette } = pen;
  const cell = Math.floor((pen.width - 5) / 2);
  const cut = (text: string | null) => padEnd(truncateEnd(pen.outside(text ?? ''), cell), cell);
  const lines = [`  ${palette.muted(padEnd('expected', cell))}   ${palette.muted('got')}`];
  for (const row of rows) {
    if (row === null) lines.push(palette.muted(`  ${pen.glyphs.ellipsis}`));
    else if (row.same) lines.push(palette.muted(`  ${cut(row.left)}   ${cut(row.right)}`));
    else
      lines.push(`${palette.caution('!')} ${palette.good(cut(row.left))}   ${palette.bad(cut(row.right))}`);
  }
  return lines.map((line) => line.trimEnd());
}

function oneColumn(rows: readonly (Row | null)[], pen: Pen): string[] {
  const { palette } = pen;
  const room = Math.max(pen.width - 2, 10);
  const cut = (text: string) => truncateEnd(pen.outside(text), room);
  const lines = [palette.muted('- expected, + got')];
  for (const row of rows) {
    if (row === null) lines.push(palette.muted(`  ${pen.glyphs.ellipsis}`));
    else if (row.same) lines.push(palette.muted(`  ${cut(row.left ?? '')}`));
    else {
      if (row.left !== null) lines.push(palette.good(`- ${cut(row.left)}`));
      if (row.right !== null) lines.push(palette.bad(`+ ${cut(row.right)}`));
    }
  }
  return lines;
}
