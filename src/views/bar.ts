/**
 * A step's bar on the shared axis, drawn to an eighth of a cell: each cell is eight slots, a slot belongs to a phase
 * or to nobody, and a cell shows at most two neighbours, one in the colour of the glyph and one in that behind it.
 */
import type { Axis } from './axis.js';
import type { Glyphs } from './glyphs.js';
import type { StepRow } from './model.js';
import type { Paintable, Palette } from './palette.js';

type Slot = Paintable | null;
interface Run {
  slot: Slot;
  length: number;
}

const slotsPerCell = 8;
/** A cell without sub-cell precision is drawn when this many of its slots are taken. */
const quorum = 3;
const full = '█';

/** The part of the axis that a step touches, in whole cells; empty for a step that did not run. */
export interface Stretch {
  firstCell: number;
  slots: readonly Slot[];
}

/** A step that ran takes at least one slot, however short it was. */
export function stretchOf(row: StepRow, axis: Axis): Stretch {
  const total = axis.cells * slotsPerCell;
  if (row.started_ms === null || total === 0) return { firstCell: 0, slots: [] };
  const spans = [
    { phase: 'other' as const, started_ms: row.started_ms, duration_ms: row.duration_ms ?? 0 },
    ...row.timeline,
  ].map(({ phase, started_ms, duration_ms }) => ({
    phase,
    from: slotAt(started_ms, axis),
    to: slotAt(started_ms + duration_ms, axis),
  }));
  const start = Math.min(Math.min(...spans.map((span) => span.from)), total - 1);
  const end = Math.max(start + 1, ...spans.map((span) => span.to));
  const firstCell = Math.floor(start / slotsPerCell);
  const origin = firstCell * slotsPerCell;
  const slots = new Array<Slot>((Math.ceil(end / slotsPerCell) - firstCell) * slotsPerCell).fill(null);
  for (const { phase, from, to } of spans) slots.fill(phase, from - origin, to - origin);
  if (!slots.some((slot) => slot !== null)) slots[start - origin] = longestPhase(row);
  return { firstCell, slots };
}

const slotAt = (time_ms: number, { cells, end_ms }: Axis): number => {
  const total = cells * slotsPerCell;
  return Math.min(Math.max(Math.round((time_ms / end_ms) * total), 0), total);
};

function longestPhase(row: StepRow): Paintable {
  const sorted = [...row.timeline].sort((a, b) => b.duration_ms - a.duration_ms);
  return sorted[0]?.phase ?? 'other';
}

/** The bar as text of exactly `axis.cells` cells. */
export function drawBar(stretch: Stretch, axis: Axis, palette: Palette, glyphs: Glyphs): string {
  const grid = new Set(axis.ticks.map((tick) => tick.cell));
  const cells = cellsOf(stretch.slots);
  const fine = palette.colored && glyphs.unicode;
  const whole = fine ? cells.map(wholePhase) : coarseCells(cells);
  const wholeAt = (cell: number): Slot => whole[cell - stretch.firstCell] ?? null;
  const parts: string[] = [];
  for (let cell = 0; cell < axis.cells; ) {
    const phase = wholeAt(cell);
    if (phase !== null) {
      // One colour change for a stretch keeps a frame small.
      const start = cell;
      while (wholeAt(cell) === phase) cell += 1;
      const glyph = fine ? full : glyphs.phase[phase];
      parts.push(palette.ink(phase)(glyph.repeat(cell - start)));
      continue;
    }
    const empty = grid.has(cell) ? palette.faint(glyphs.grid) : ' ';
    const runs = fine ? cells[cell - stretch.firstCell] : undefined;
    parts.push(runs === undefined ? empty : fineCell(runs, empty, palette, glyphs));
    cell += 1;
  }
  return parts.join('');
}

const wholePhase = (runs: readonly Run[]): Slot => (runs.length === 1 ? (runs[0]?.slot ?? null) : null);

function cellsOf(slots: readonly Slot[]): Run[][] {
  const cells: Run[][] = [];
  for (let start = 0; start < slots.length; start += slotsPerCell) {
    const runs: Run[] = [];
    for (const slot of slots.slice(start, start + slotsPerCell)) {
      const last = runs.at(-1);
      if (last !== undefined && last.slot === slot) last.length += 1;
      else runs.push({ slot, length: 1 });
    }
    cells.push(runs);
  }
  return cells;
}

function fineCell(runs: readonly Run[], empty: string, palette: Palette, glyphs: Glyphs): string {
  const [left, right] = atMostTwo(runs);
  const glyph = glyphs.eighths[left.length] ?? ' ';
  if (right === null) return left.slot === null ? empty : palette.ink(left.slot)(glyph);
  if (left.slot === null) return right.slot === null ? empty : palette.ink(right.slot).inverse(glyph);
  return right.slot === null ? palette.ink(left.slot)(glyph) : palette.split(left.slot, right.slot)(glyph);
}

/** The cell as two neighbours; the shortest runs give way, but the only phase in a cell never does. */
function atMostTwo(all: readonly Run[]): [Run, Run | null] {
  let runs = all.map((run) => ({ ...run }));
  const phases = runs.filter((run) => run.slot !== null);
  if (runs.length > 2 && phases.length === 1 && phases[0] !== undefined) {
    // A sliver between two empty parts: glyphs grow from the left edge, so it moves there by less than a cell.
    return [phases[0], { slot: null, length: slotsPerCell - phases[0].length }];
  }
  while (runs.length > 2) {
    const shortest = runs.reduce((least, run) => (run.length < least.length ? run : least));
    const at = runs.indexOf(shortest);
    const heir = runs[at - 1] ?? runs[at + 1];
    if (heir !== undefined) heir.length += shortest.length;
    runs = joined(runs.filter((run) => run !== shortest));
  }
  return [runs[0] ?? { slot: null, length: slotsPerCell }, runs[1] ?? null];
}

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && last.slot === run.slot) last.length += run.length;
    else result.push(run);
  }
  return result;
}

/** One phase a cell: the one with most of it. */
function coarseCells(cells: readonly Run[][]): Slot[] {
  const drawn = cells.map((runs) => dominant(runs, quorum));
  if (drawn.some((slot) => slot !== null)) return drawn;
  return cells.map((runs) => dominant(runs, 1));
}

function dominant(runs: readonly Run[], least: number): Slot {
  const lengths = new Map<Paintable, number>();
  let taken = 0;
  for (const { slot, length } of runs) {
    if (slot === null) continue;
    taken += length;
    lengths.set(slot, (lengths.get(slot) ?? 0) + length);
  }
  if (taken < least) return null;
  return [...lengths].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}
