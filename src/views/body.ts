/** A body for reading: JSON laid out, text as it is, anything else by its size; bounded, and saying so. */
import { countOf, formatBytes } from './format.js';
import { formatJson, type JsonTokenKind } from './json-text.js';
import type { Pen } from './pen.js';
import { neutraliseLines, wrapWords } from './text.js';

/** How much of a text is shown. Null: all of it. */
export type Bound = { lines: number; characters: number } | null;

export interface ShownBody {
  /** Null where the bytes are not UTF-8. */
  text: string | null;
  bytes: number;
  contentType?: string | undefined;
  /** Where the whole of it can be had; named when something is left out. */
  whole: string;
}

/** Larger JSON is shown as it came when only its head is wanted: laying all of it out would take longer than reading. */
const longestLaidOut = 1_000_000;

export function bodyLines(body: ShownBody, bound: Bound, pen: Pen): string[] {
  const { palette } = pen;
  if (body.bytes === 0) return [palette.muted('(empty body)')];
  if (body.text === null) {
    const type = body.contentType === undefined ? '' : `, ${pen.outside(body.contentType)}`;
    return [palette.muted(`(binary body: ${formatBytes(body.bytes)}${type})`)];
  }
  const laidOut = bound === null || body.text.length <= longestLaidOut;
  const json = laidOut ? formatJson(body.text, { mask: pen.mask }) : null;
  const lines = json === null ? neutraliseLines(pen.mask(body.text)) : json.split('\n');
  const head = headOf(lines, bound);
  const whole = json !== null && palette.colored ? painted(body.text, pen) : head.lines;
  const shown = head.lines.map((line, index) => (line === lines[index] ? (whole[index] ?? line) : line));
  if (!head.cut) return shown;
  const hidden = lines.length - head.lines.length;
  const missing = hidden > 0 ? `${countOf(hidden, 'more line')}, ` : '';
  const note = `${pen.glyphs.ellipsis} ${missing}${formatBytes(body.bytes)} in all: ${body.whole}`;
  return [...shown, ...wrapWords(note, pen.width).map((line) => palette.muted(line))];
}

function painted(text: string, pen: Pen): string[] {
  const { palette } = pen;
  const paint = (kind: JsonTokenKind, token: string): string => {
    if (kind === 'key') return palette.accent(token);
    return kind === 'string' ? token : palette.caution(token);
  };
  return formatJson(text, { mask: pen.mask, paint })?.split('\n') ?? [];
}

/** The first lines within the bound, and whether anything is missing. */
function headOf(lines: readonly string[], bound: Bound): { lines: string[]; cut: boolean } {
  if (bound === null) return { lines: [...lines], cut: false };
  const shown: string[] = [];
  let room = bound.characters;
  for (const line of lines) {
    if (shown.length === bound.lines || room <= 0) return { lines: shown, cut: true };
    if (line.length > room) {
      shown.push(`${line.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…`);
      return { lines: shown, cut: true };
    }
    shown.push(line);
    room -= line.length + 1;
  }
  return { lines: shown, cut: false };
}
