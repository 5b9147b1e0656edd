/** One way to show a fault in a text: where it is, whose it is, the lines around it, what is wrong and what to do. */
import { type ColorSupport, createPalette, type Palette } from './palette.js';
import { displayWidth, graphemes, graphemeWidth, neutralise, truncateEnd, wrapWords } from './text.js';

/** A stretch of a text. Lines and columns count from 1, columns and lengths in code points. */
export interface SourceSpan {
  text: string;
  line: number;
  column: number;
  length: number;
  /** The number of the first line of `text`, where that is a part of a longer one. Default 1. */
  firstLine?: number;
}

export interface LocatedError {
  title: string;
  /** Default `error`. */
  severity?: 'error' | 'warning';
  /** Null where the fault stands in no file. */
  place: { file: string; line: number; column: number } | null;
  /** The step and the field, or the connector, that the text belongs to. */
  owner: string | null;
  /** Null where no text can be shown. */
  source: SourceSpan | null;
  message: string;
  hint: string | null;
  /** Further lines below the hint, each with its label. */
  notes?: readonly { label: string; text: string }[];
}

export interface FrameStyle {
  width: number;
  color: ColorSupport;
  unicode?: boolean;
}

const linesBefore = 2;
const linesAfter = 1;
const tab = '  ';

/** Every string of `error` is taken as masked already. */
export function codeFrame(error: LocatedError, style: FrameStyle): string[] {
  const palette = paletteFor(error.severity, style.color);
  const unicode = style.unicode ?? true;
  const ellipsis = unicode ? '…' : '...';
  const bar = palette.muted(unicode ? '│' : '|');
  const source = error.source === null ? null : linesAround(error.source);
  const digits = String(source?.at(-1)?.number ?? 1).length;
  const margin = ' '.repeat(digits + 1);
  const room = Math.max(style.width - digits - 4, 8);

  const lines = [`${palette.fault(neutralise(error.title))}`];
  if (error.place !== null) {
    const { file, line, column } = error.place;
    lines.push(`${margin}${palette.muted('-->')} ${neutralise(file)}:${line}:${column}`);
  }
  if (error.owner !== null) lines.push(`${margin}${bar} ${palette.muted(neutralise(error.owner))}`);
  const message = wrapWords(neutralise(error.message), room);
  if (error.source === null || source === null) {
    lines.push(...message.map((line) => `${margin}${bar} ${palette.bad(line)}`));
  } else {
    lines.push(`${margin}${bar}`);
    for (const { number, text } of source) {
      const gutter = `${palette.muted(String(number).padStart(digits))} ${bar} `;
      if (number !== error.source.line) {
        lines.push((gutter + plainLine(text, room, ellipsis)).trimEnd());
        continue;
      }
      const shown = faultyLine(text, error.source, room, ellipsis);
      lines.push((gutter + shown.text).trimEnd());
      lines.push(...caretLines(shown, message, room, palette).map((line) => `${margin}${bar} ${line}`));
    }
    lines.push(`${margin}${bar}`);
  }
  const hint = error.hint === null ? [] : [{ label: 'hint', text: error.hint }];
  for (const { label, text } of [...hint, ...(error.notes ?? [])]) {
    lines.push(...noteLines(label, neutralise(text), margin, room, palette));
  }
  return lines;
}

/** A warning has the shape of an error, in its own colour. */
function paletteFor(severity: LocatedError['severity'], color: ColorSupport): Palette {
  const palette = createPalette(color);
  if (severity !== 'warning') return palette;
  const { caution, strong } = palette;
  return { ...palette, bad: caution, fault: (text) => strong(caution(text)) };
}

/** The span of `text` between two UTF-16 offsets, as parsers of files report them. */
export function spanAt(text: string, start: number, end: number): SourceSpan {
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return {
    text,
    line,
    column: codePoints(before.slice(lineStart)) + 1,
    length: codePoints(text.slice(start, Math.max(end, start))),
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function linesAround(source: SourceSpan): { number: number; text: string }[] {
  return source.text
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ number: index + (source.firstLine ?? 1), text }))
    .filter(({ number }) => number >= source.line - linesBefore && number <= source.line + linesAfter);
}

const plainLine = (text: string, room: number, ellipsis: string): string =>
  truncateEnd(neutralise(text.slice(0, room * 8).replaceAll('\t', tab)), room, ellipsis);

interface ShownLine {
  text: string;
  /** Cells before the carets, and under the fault. */
  indent: number;
  carets: number;
}

/** The part of a line that holds the fault: a template in a registry is often one line of many thousand characters. */
function faultyLine(text: string, source: SourceSpan, room: number, ellipsis: string): ShownLine {
  const start = offsetOf(text, 0, source.column - 1);
  const end = offsetOf(text, start, Math.max(source.length, 0));
  const reach = 256 + room * 8;
  const from = boundary(text, Math.max(start - reach, 0));
  const to = boundary(text, Math.min(start + reach, text.length));
  const cells = cellsOf(text, from, to);
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const faultFrom = widthUpTo(cells, start);
  const faultTo = Math.max(widthUpTo(cells, end), faultFrom + 1);

  if (from === 0 && to === text.length && total <= room) {
    return { text: join(cells), indent: faultFrom, carets: faultTo - faultFrom };
  }
  const fault = Math.min(faultTo - faultFrom, room);
  const before = Math.max(Math.min(Math.floor(room / 2), room - fault - ellipsis.length), ellipsis.length);
  const first = from === 0 && faultFrom <= before ? 0 : Math.max(faultFrom - before, 0);
  return windowOf(cells, { first, room, ellipsis, cutRight: to < text.length }, faultFrom, faultTo);
}

interface Cell {
  text: string;
  width: number;
  /** UTF-16 offset in the line. */
  at: number;
}

function windowOf(
  cells: readonly Cell[],
  view: { first: number; room: number; ellipsis: string; cutRight: boolean },
  faultFrom: number,
  faultTo: number,
): ShownLine {
  const { first, room, ellipsis } = view;
  const lead = first > 0 ? ellipsis : '';
  let text = lead;
  let used = lead.length;
  let position = 0;
  let shift: number | null = null;
  let cut = view.cutRight;
  for (const cell of cells) {
    // The ellipsis takes the place of what it hides.
    if (position >= first + lead.length) {
      shift ??= position - used;
      if (used + cell.width > room - ellipsis.length) {
        cut = true;
        break;
      }
      text += cell.text;
      used += cell.width;
    }
    position += cell.width;
  }
  const indent = Math.min(Math.max(faultFrom - (shift ?? 0), 0), Math.max(room - 1, 0));
  const carets = Math.max(Math.min(faultTo - (shift ?? 0), Math.max(used, indent + 1)) - indent, 1);
  return { text: cut ? text + ellipsis : text, indent, carets };
}

function cellsOf(line: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let at = from;
  for (const grapheme of graphemes(line.slice(from, to))) {
    const text = grapheme === '\t' ? tab : neutralise(grapheme);
    const width = text === grapheme ? graphemeWidth(grapheme) : displayWidth(text);
    cells.push({ text, width, at });
    at += grapheme.length;
  }
  return cells;
}

const join = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join('');

function widthUpTo(cells: readonly Cell[], offset: number): number {
  let width = 0;
  for (const cell of cells) {
    if (cell.at >= offset) break;
    width += cell.width;
  }
  return width;
}

/** The UTF-16 offset `count` code points after `from`, at most the end. */
function offsetOf(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; left -= 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/** `offset`, moved off the middle of a surrogate pair. */
const boundary = (text: string, offset: number): number =>
  offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;

function caretLines(shown: ShownLine, message: readonly string[], room: number, palette: Palette): string[] {
  const indent = ' '.repeat(shown.indent);
  const carets = '^'.repeat(shown.carets);
  const after = room - shown.indent - shown.carets - 1;
  const first = message[0] ?? '';
  if (message.length === 1 && displayWidth(first) <= after) {
    return [`${indent}${palette.fault(carets)} ${palette.bad(first)}`];
  }
  return [indent + palette.fault(carets), ...message.map((line) => palette.bad(line))];
}

function noteLines(name: string, text: string, margin: string, room: number, palette: Palette): string[] {
  const label = `${name}: `;
  return wrapWords(text, Math.max(room - label.length, 8)).map((line, index) =>
    index === 0
      ? `${margin}${palette.muted('=')} ${palette.strong(`${name}:`)} ${line}`
      : `${margin}  ${' '.repeat(label.length)}${line}`,
  );
}
