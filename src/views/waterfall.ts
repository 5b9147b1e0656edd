/**
 * The waterfall of a run as lines of text: a row a step, on one time axis. A pure function; the live view calls it
 * many times a second, the reports once.
 */
import { hostAndPath } from './address.js';
import { axisLabels, createAxis, roundEnd } from './axis.js';
import { drawBar, stretchOf } from './bar.js';
import { type Columns, gap, layoutColumns } from './columns.js';
import { countOf, formatDuration } from './format.js';
import { type Glyphs, glyphsFor } from './glyphs.js';
import { connectionNotes, phaseLegend } from './legend.js';
import { type RunModel, rowAt, type StepRow } from './model.js';
import { type ColorSupport, createPalette, type Paintable, type Palette } from './palette.js';
import {
  displayWidth,
  type Mask,
  neutralise,
  padEnd,
  padStart,
  truncateEnd,
  truncateMiddle,
} from './text.js';

export interface WaterfallOptions {
  /** Terminal cells; no line is wider. */
  width: number;
  color: ColorSupport;
  /** False for terminals that show ASCII alone. Default true. */
  unicode?: boolean;
  mask: Mask;
  /** The moment that is drawn, in milliseconds of the run; needed only while the run goes on. */
  now_ms?: number;
}

/** A row with its outside text masked and neutralised, ready to be measured. */
interface DrawnRow {
  row: StepRow;
  name: string;
  method: string;
  target: string;
  flags: string;
  duration: string;
}

/** A waterfall in the parts that a view with little room may choose from. */
export interface WaterfallParts {
  head: string;
  /** The lines of each step: one, or two where the address stands under the name. */
  rows: string[][];
  /** Legend and remarks. */
  notes: string[];
}

export function waterfall(model: RunModel, options: WaterfallOptions): string[] {
  const { head, rows, notes } = waterfallParts(model, options);
  return [head, ...rows.flat(), ...(notes.length === 0 ? [] : ['', ...notes])];
}

export function waterfallParts(model: RunModel, options: WaterfallOptions): WaterfallParts {
  const { width } = options;
  const palette = createPalette(options.color);
  const glyphs = glyphsFor(options.unicode ?? true);
  const now_ms = options.now_ms ?? 0;
  const live = model.result === null;
  const drawnRows = model.rows.map((row) => drawnRow(rowAt(row, now_ms), options.mask, glyphs));
  const rows = drawnRows.map(({ row }) => row);
  const columns = layoutColumns(width, {
    name: widest(drawnRows, 'name'),
    method: widest(drawnRows, 'method'),
    target: widest(drawnRows, 'target'),
    flags: widest(drawnRows, 'flags'),
    duration: Math.max(widest(drawnRows, 'duration'), live ? liveDuration : 0),
  });
  const end_ms = Math.max(0, ...rows.map((row) => (row.started_ms ?? 0) + (row.duration_ms ?? 0)));
  const axis = createAxis(live ? roundEnd(end_ms) : end_ms, columns.bar);

  const painted = new Set<Paintable>();
  const lines = drawnRows.map((drawn) => {
    const stretch = stretchOf(drawn.row, axis);
    for (const slot of stretch.slots) if (slot !== null) painted.add(slot);
    return rowLines(drawn, drawBar(stretch, axis, palette, glyphs), columns, palette, glyphs, now_ms);
  });
  const labels = columns.bar === 0 || rows.length === 0 ? '' : axisLabels(axis);
  const legend =
    columns.bar === 0 ? [] : phaseLegend(rows, painted, { width, palette, glyphs, totals: !live });
  return {
    head: headLine(model, columns, labels, palette, glyphs, width),
    rows: lines,
    notes: [...legend, ...connectionNotes(rows, { width, palette, glyphs, mask: options.mask })],
  };
}

/** Room for `120.5 ms` from the start, so that columns stand still while a run goes on. */
const liveDuration = 8;

/** No column is ever wider; text beyond it is not even measured. */
const widestText = 400;

function drawnRow(row: StepRow, mask: Mask, glyphs: Glyphs): DrawnRow {
  const fitted = (text: string) => truncateMiddle(neutralise(text), widestText, glyphs.ellipsis);
  return {
    row,
    name: fitted(row.name),
    method: fitted(row.method),
    target: fitted(hostAndPath(mask(row.url))),
    flags: flagsOf(row, glyphs),
    duration: durationText(row),
  };
}

function flagsOf(row: StepRow, glyphs: Glyphs): string {
  const isCached = row.cache === 'hit' || row.cache === 'revalidated';
  return [
    row.routed_to === null ? '' : glyphs.routed,
    row.reused_connection ? glyphs.reused : '',
    isCached ? glyphs.cached : '',
  ].join('');
}

function durationText(row: StepRow): string {
  if (row.state === 'skipped') return 'not run';
  return row.duration_ms === null ? '' : formatDuration(row.duration_ms);
}

const widest = (rows: readonly DrawnRow[], key: Exclude<keyof DrawnRow, 'row'>): number =>
  Math.max(0, ...rows.map((row) => displayWidth(row[key])));

function headLine(
  model: RunModel,
  columns: Columns,
  labels: string,
  palette: Palette,
  glyphs: Glyphs,
  width: number,
): string {
  const room = labels === '' ? width : columns.left - gap;
  const title = truncateMiddle(neutralise(model.permalink), room, glyphs.ellipsis);
  const facts =
    model.kind === 'composite'
      ? `  composite ${glyphs.separator} ${countOf(model.rows.length, 'step')}`
      : '  simple connector';
  const used = displayWidth(title);
  const shown = used + displayWidth(facts) <= room ? facts : '';
  const space = labels === '' ? '' : ' '.repeat(columns.left - used - displayWidth(shown));
  return (palette.strong(title) + palette.muted(shown) + space + palette.muted(labels)).trimEnd();
}

function rowLines(
  drawn: DrawnRow,
  bar: string,
  columns: Columns,
  palette: Palette,
  glyphs: Glyphs,
  now_ms: number,
): string[] {
  const { row } = drawn;
  const asleep = row.state === 'skipped' || row.state === 'pending';
  const paintText = asleep ? palette.muted : (text: string) => text;
  const name = padEnd(truncateMiddle(drawn.name, columns.name, glyphs.ellipsis), columns.name);
  const target = truncateMiddle(drawn.target, columns.target, glyphs.ellipsis);
  const end = [
    ...(columns.status === 0 ? [] : [statusText(row, columns, palette, glyphs)]),
    ...(columns.duration === 0 ? [] : [paintText(padStart(drawn.duration, columns.duration))]),
    ...(columns.bar === 0 ? [] : [bar]),
  ];
  const head = `${stateMark(row, palette, glyphs, now_ms)} ${paintText(name)}`;
  const space = ' '.repeat(gap);
  if (!columns.stacked) {
    const method = columns.method === 0 ? [] : [palette.muted(padEnd(drawn.method, columns.method))];
    const flags = columns.flags === 0 ? '' : ` ${palette.accent(padEnd(drawn.flags, columns.flags))}`;
    const middle = palette.muted(padEnd(target, columns.target)) + flags;
    return [[head, ...method, middle, ...end].join(space).trimEnd()];
  }
  const below = [drawn.method, target, drawn.flags].filter((part) => part !== '').join(' ');
  return [
    [head, ...end].join(space).trimEnd(),
    ...(below === '' ? [] : [`  ${palette.muted(truncateEnd(below, columns.left + columns.bar - 2))}`]),
  ];
}

function stateMark(row: StepRow, palette: Palette, glyphs: Glyphs, now_ms: number): string {
  switch (row.state) {
    case 'done':
      return palette.good(glyphs.done);
    case 'failed':
      return palette.bad(glyphs.failed);
    case 'skipped':
      return palette.muted(glyphs.skipped);
    case 'pending':
      return palette.muted(glyphs.pending);
    case 'running':
      return palette.accent(glyphs.spinner[Math.floor(now_ms / 80) % glyphs.spinner.length] ?? '');
    default:
      return row.state satisfies never;
  }
}

function statusText(row: StepRow, columns: Columns, palette: Palette, glyphs: Glyphs): string {
  const status = row.status_code;
  if (status === null) {
    const over = row.state === 'skipped' || row.state === 'failed' || row.state === 'done';
    return palette.muted(padStart(over ? glyphs.none : '', columns.status));
  }
  const text = padStart(String(status), columns.status);
  if (status >= 400) return palette.bad(text);
  return status >= 300 ? palette.caution(text) : palette.good(text);
}
