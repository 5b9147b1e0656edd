/** The entries of a registry as a table that fits the terminal; a block for each entry where it is too narrow for one. */
import type { InventoryEntry, Need } from '../diagnosis/inventory.js';
import { countOf } from './format.js';
import { createPen, type Pen, type ViewStyle } from './pen.js';
import { displayWidth, padEnd, truncateEnd } from './text.js';

export interface InventoryView {
  readonly entries: readonly InventoryEntry[];
  /** Of an entry, as people know them; null where no test file was found at all. */
  readonly testsOf: ((entry: InventoryEntry) => readonly string[]) | null;
}

interface Cell {
  readonly text: string;
  readonly paint: (text: string) => string;
}

interface Column {
  readonly title: string;
  readonly cell: (entry: InventoryEntry) => Cell;
  /** Narrower than this it says nothing. */
  readonly narrowest: number;
}

const gap = 2;
/** Below this a table is harder to read than a list. */
const narrowestTable = 72;

export function inventoryLines(view: InventoryView, style: ViewStyle): string[] {
  const pen = createPen(style);
  const { entries } = view;
  if (entries.length === 0) return ['The registry has no connectors.'];
  const simple = entries.filter(({ kind }) => kind === 'simple');
  const composites = entries.filter(({ kind }) => kind === 'composite');
  const lines: string[] = [];
  for (const [title, group] of [
    ['Connectors', simple],
    ['Composites', composites],
  ] as const) {
    if (group.length === 0) continue;
    const columns = columnsFor(view, pen);
    lines.push(pen.palette.strong(title));
    lines.push(
      ...(pen.width < narrowestTable ? blocks(group, columns, pen) : table(group, columns, pen)),
      '',
    );
  }
  const missing = entries.flatMap(({ secrets, variables }) => [...secrets, ...variables]);
  return [...lines, summary(simple.length, composites.length, missing, pen)];
}

function columnsFor({ testsOf }: InventoryView, pen: Pen): Column[] {
  const { palette, outside } = pen;
  const plain = (text: string): Cell => ({ text: outside(text), paint: (each) => each });
  const muted = (text: string): Cell => ({ text: outside(text), paint: palette.muted });
  const listed = (texts: readonly string[]): Cell =>
    texts.length === 0 ? muted(pen.glyphs.none) : plain(texts.join(', '));
  const needed = (list: readonly Need[]): Cell => {
    if (list.length === 0) return muted(pen.glyphs.none);
    const text = list.map(({ name, isMet }) => `${isMet ? '' : '!'}${name}`).join(', ');
    return list.every(({ isMet }) => isMet) ? plain(text) : { text: outside(text), paint: palette.caution };
  };
  return [
    {
      title: 'permalink',
      cell: ({ permalink }) =>
        permalink === '' ? muted('(none)') : { ...plain(permalink), paint: palette.accent },
      // It is what other commands are given: whoever copies it needs the whole of it.
      narrowest: 40,
    },
    { title: 'name', cell: ({ name }) => plain(name), narrowest: 8 },
    {
      title: 'method',
      cell: ({ kind, method, steps }) => plain(kind === 'simple' ? method : countOf(steps.length, 'step')),
      narrowest: 6,
    },
    { title: 'host', cell: ({ hosts }) => listed(hosts), narrowest: 10 },
    {
      title: 'authentication',
      cell: ({ authentication }) => listed(authentication),
      narrowest: 7,
    },
    { title: 'secrets', cell: ({ secrets }) => needed(secrets), narrowest: 8 },
    { title: 'variables', cell: ({ variables }) => needed(variables), narrowest: 8 },
    ...(testsOf === null
      ? []
      : [
          {
            title: 'tests',
            cell: (entry: InventoryEntry) => {
              const files = testsOf(entry);
              return files.length === 0 ? { text: 'none', paint: palette.caution } : plain(files.join(', '));
            },
            narrowest: 6,
          },
        ]),
  ];
}

function table(entries: readonly InventoryEntry[], columns: readonly Column[], pen: Pen): string[] {
  const cells = entries.map((entry) => columns.map((column) => column.cell(entry)));
  // What is empty everywhere takes no room.
  const used = columns.flatMap((_column, at) =>
    cells.some((row) => row[at] !== undefined && row[at].text !== pen.glyphs.none) ? [at] : [],
  );
  const widths = fitted(
    used.map((at) => ({
      natural: Math.max(
        displayWidth(columns[at]?.title ?? ''),
        ...cells.map((row) => displayWidth(row[at]?.text ?? '')),
      ),
      narrowest: columns[at]?.narrowest ?? 0,
    })),
    pen.width - 2 - gap * (used.length - 1),
  );
  const row = (parts: readonly Cell[]): string =>
    `  ${parts
      .map(({ text, paint }, at) => {
        const width = widths[at] ?? 0;
        const shown = truncateEnd(text, width, pen.glyphs.ellipsis);
        return paint(shown) + ' '.repeat(at === parts.length - 1 ? 0 : width - displayWidth(shown));
      })
      .join(' '.repeat(gap))}`.trimEnd();
  const head = row(used.map((at) => ({ text: columns[at]?.title ?? '', paint: pen.palette.muted })));
  return [head, ...cells.map((each) => row(used.flatMap((at) => each[at] ?? [])))];
}

/** The widest columns give way first, none below what it needs. */
function fitted(columns: readonly { natural: number; narrowest: number }[], room: number): number[] {
  const widths = columns.map(({ natural }) => natural);
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  while (total() > room) {
    let widest = -1;
    widths.forEach((width, at) => {
      const canShrink = width > Math.min(columns[at]?.narrowest ?? 0, columns[at]?.natural ?? 0);
      if (canShrink && (widest < 0 || width > (widths[widest] ?? 0))) widest = at;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function blocks(entries: readonly InventoryEntry[], columns: readonly Column[], pen: Pen): string[] {
  const [first, ...others] = columns;
  const label = Math.max(...others.map(({ title }) => title.length));
  return entries.flatMap((entry) => {
    const head = first?.cell(entry) ?? { text: '', paint: (text: string) => text };
    const lines = others.flatMap(({ title, cell }) => {
      const { text, paint } = cell(entry);
      if (text === pen.glyphs.none || text === '') return [];
      const room = Math.max(pen.width - label - 6, 8);
      return [
        `    ${pen.palette.muted(padEnd(title, label))}  ${paint(truncateEnd(text, room, pen.glyphs.ellipsis))}`,
      ];
    });
    return [`  ${head.paint(head.text)}`, ...lines];
  });
}

function summary(simple: number, composites: number, needs: readonly Need[], pen: Pen): string {
  const counts = [
    ...(simple > 0 ? [countOf(simple, 'connector')] : []),
    ...(composites > 0 ? [countOf(composites, 'composite')] : []),
  ].join(', ');
  const missing = new Set(needs.filter(({ isMet }) => !isMet).map(({ name }) => name)).size;
  if (missing === 0) return counts;
  const names = missing === 1 ? 'one name has' : `${missing} names have`;
  return `${counts}; ${pen.palette.caution(`${names} no value here (marked !)`)}`;
}
