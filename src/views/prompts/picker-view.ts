/** What stands on the terminal while one picks. */
import type { Pen } from '../pen.js';
import { displayWidth, neutralise, padEnd, truncateEnd } from '../text.js';
import { windowStart } from './form-view.js';
import { keyHints, type Picture } from './interact.js';
import { shownLine, textOf } from './line.js';
import { type Match, type Part, type PickerItem, type PickerState, parts } from './picker.js';

/** Narrower, and each item takes two lines. */
const wideEnough = 72;
/** The title and the search, and the keys below. */
const otherLines = 3;

/** Items that are shown at a time. */
export function pageOf(height: number, width: number): number {
  return Math.max(Math.floor((height - otherLines) / rowsOf(width)), 1);
}

const rowsOf = (width: number): number => (width < wideEnough ? 2 : 1);

export function drawPicker<Item extends PickerItem>(
  state: PickerState<Item>,
  title: string,
  pen: Pen,
  height: number,
): Picture {
  const { palette, glyphs, width } = pen;
  const { items, search, matches, total, mark } = state;
  const page = pageOf(height, width);
  const first = windowStart(mark, matches.length, page);
  const shown = matches.slice(first, first + page);
  const columns = columnsOf(items, width, pen);
  const rows = shown.flatMap((match, row) => itemLines(match, first + row === mark, columns, pen));
  if (matches.length === 0) rows.push(`    ${palette.muted('nothing matches')}`);
  const arrow = glyphs.unicode ? '›' : '>';
  const count = total === items.length ? `${total}` : `${total} of ${items.length}`;
  const heading = truncateEnd(pen.outside(title), width - count.length - 6, glyphs.ellipsis);
  const { text, cursor } = shownLine(search, width - 5, { ellipsis: glyphs.ellipsis, show: neutralise });
  const isSearched = textOf(search) !== '';
  const hints = [
    'type to search',
    'Enter',
    isSearched ? 'Esc clear' : 'Esc cancel',
    'arrows',
    'page up/down',
  ];
  const lines = [
    `${palette.accent('?')} ${palette.strong(heading)}  ${palette.muted(count)}`,
    `  ${palette.accent(arrow)} ${text}`.trimEnd(),
    ...rows,
    keyHints(isSearched ? hints.slice(1) : hints, pen),
  ];
  // A window of a few rows shows what fits of it, and the search first of all.
  return { lines: lines.slice(0, Math.max(height, 2)), cursor: { x: 4 + cursor, y: 1 } };
}

type Columns = Readonly<Record<Part, number>>;

/** Cells for each part, the same for all items so that nothing jumps while one searches. */
function columnsOf<Item extends PickerItem>(items: readonly Item[], width: number, pen: Pen): Columns {
  const room = width - 5;
  if (width < wideEnough) return { title: room, name: room, details: room };
  const known = widthsOf(items, pen);
  const title = Math.min(known.title, Math.floor(room * 0.4));
  const name = Math.min(known.name, Math.floor((room - title) * 0.5));
  return { title, name, details: Math.max(room - title - name - 4, 0) };
}

/** Measuring thousands of items takes long, and they stay the same. */
const measured = new WeakMap<readonly PickerItem[], Columns>();

function widthsOf(items: readonly PickerItem[], { outside }: Pen): Columns {
  const known = measured.get(items);
  if (known) return known;
  const widest = (part: Part) =>
    items.reduce(
      (width, item) => Math.max(width, displayWidth(outside((item[part] ?? '').slice(0, 200)))),
      0,
    );
  const widths = { title: widest('title'), name: widest('name'), details: widest('details') };
  measured.set(items, widths);
  return widths;
}

function itemLines<Item extends PickerItem>(
  { item, hits }: Match<Item>,
  isMarked: boolean,
  columns: Columns,
  pen: Pen,
): string[] {
  const { palette, glyphs, width } = pen;
  const pointer = isMarked ? palette.accent(glyphs.unicode ? '›' : '>') : ' ';
  const paints: Record<Part, (text: string) => string> = {
    title: isMarked ? palette.strong : (text) => text,
    name: (text) => text,
    details: palette.muted,
  };
  const part = (which: Part, room = columns[which]) =>
    highlighted(item[which] ?? '', hits[which] ?? [], room, paints[which], pen);
  if (width >= wideEnough) {
    const cells = parts.filter((which) => columns[which] > 0).map((which) => part(which));
    const padded = cells.map(
      ({ text, cells: used }, at) => text + padEnd('', columns[parts[at] ?? 'title'] - used),
    );
    return [`  ${pointer} ${padded.join('  ')}`.trimEnd()];
  }
  const name = part('name', Math.floor(columns.name / 2));
  const details = part('details', columns.details - name.cells - (name.cells > 0 ? 2 : 0) - 2);
  return [
    `  ${pointer} ${part('title').text}`,
    `      ${[name, details].flatMap(({ text, cells }) => (cells > 0 ? [text] : [])).join('  ')}`.trimEnd(),
  ];
}

/** Matched characters stand out: by colour, and without colours not at all, since the text says enough. */
function highlighted(
  text: string,
  hits: readonly number[],
  room: number,
  paint: (text: string) => string,
  { palette, glyphs, outside }: Pen,
): { text: string; cells: number } {
  const cut = truncateEnd(outside(text), room, glyphs.ellipsis);
  // What was masked or spelled out is no longer what was matched.
  if (hits.length === 0 || !palette.colored || outside(text) !== text) {
    return { text: cut === '' ? '' : paint(cut), cells: displayWidth(cut) };
  }
  const kept = cut === text ? text.length : cut.length - glyphs.ellipsis.length;
  const isHit = new Set(hits);
  let out = '';
  for (let from = 0; from < cut.length; ) {
    const hit = from < kept && isHit.has(from);
    let to = from + 1;
    while (to < cut.length && (to < kept && isHit.has(to)) === hit) to += 1;
    const piece = cut.slice(from, to);
    out += hit ? palette.caution(palette.strong(piece)) : paint(piece);
    from = to;
  }
  return { text: out, cells: displayWidth(cut) };
}
