/** The lines of a live frame: never more than the window holds, with the running step always among them. */
import { glyphsFor } from './glyphs.js';
import type { RunModel } from './model.js';
import { createPalette } from './palette.js';
import { truncateEnd } from './text.js';
import { type WaterfallOptions, waterfallParts } from './waterfall.js';

export function liveLines(model: RunModel, height: number, options: WaterfallOptions): string[] {
  const { head, rows, notes } = waterfallParts(model, options);
  const perRow = rows[0]?.length ?? 1;
  const everything = [head, ...rows.flat(), ...(notes.length === 0 ? [] : ['', ...notes])];
  if (everything.length <= height) return everything;
  const withoutNotes = 1 + rows.length * perRow;
  if (withoutNotes <= height) return everything.slice(0, withoutNotes);

  const shown = Math.max(Math.floor((height - 2) / perRow), 1);
  const from = firstShown(model, shown);
  const to = Math.min(from + shown, rows.length);
  const rest = elsewhere(from, rows.length - to, options);
  return [head, ...rows.slice(from, to).flat(), rest].slice(0, Math.max(height, 1));
}

/** Keeps some of what has finished in sight, and what comes next. */
function firstShown(model: RunModel, shown: number): number {
  const running = model.rows.findLastIndex((row) => row.state !== 'pending' && row.state !== 'skipped');
  const first = Math.max(running, 0) - Math.floor(shown * 0.7);
  return Math.min(Math.max(first, 0), Math.max(model.rows.length - shown, 0));
}

function elsewhere(above: number, below: number, options: WaterfallOptions): string {
  const { ellipsis } = glyphsFor(options.unicode ?? true);
  const parts = [
    ...(above === 0 ? [] : [`${above} above`]),
    ...(below === 0 ? [] : [`${below} still to come`]),
  ];
  return createPalette(options.color).muted(
    truncateEnd(`${ellipsis} ${parts.join(', ')}`, options.width, ellipsis),
  );
}
