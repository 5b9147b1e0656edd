/** The lines under a waterfall: what its colours and signs mean. They name only what occurs. */
import { routeOf } from './address.js';
import { formatDuration } from './format.js';
import { type Glyphs, phaseLabels } from './glyphs.js';
import type { StepRow } from './model.js';
import type { Paintable, Palette } from './palette.js';
import { displayWidth, type Mask, neutralise, truncateMiddle } from './text.js';

interface LegendStyle {
  width: number;
  palette: Palette;
  glyphs: Glyphs;
}

const itemGap = '   ';
const shownRoutes = 4;

/** `█ template 0.9 ms   █ token 40.1 ms ...`, in as many lines as the width asks for. */
export function phaseLegend(
  rows: readonly StepRow[],
  painted: ReadonlySet<Paintable>,
  style: LegendStyle & { totals: boolean },
): string[] {
  const totals = phaseTotals(rows);
  const { palette, glyphs, width } = style;
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const phase of Object.keys(phaseLabels) as Paintable[]) {
    const total = totals.get(phase) ?? 0;
    if (!(total > 0 || painted.has(phase)) || (phase === 'other' && !painted.has(phase))) continue;
    const label = style.totals ? `${phaseLabels[phase]} ${formatDuration(total)}` : phaseLabels[phase];
    const swatch = palette.colored && glyphs.unicode ? '■' : glyphs.phase[phase];
    const cells = 2 + displayWidth(label);
    if (used > 0 && used + itemGap.length + cells > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += `${used > 0 ? itemGap : ''}${palette.ink(phase)(swatch)} ${palette.muted(label)}`;
    used += (used > 0 ? itemGap.length : 0) + cells;
  }
  return used === 0 ? lines : [...lines, line];
}

function phaseTotals(rows: readonly StepRow[]): Map<Paintable, number> {
  const totals = new Map<Paintable, number>();
  const add = (phase: Paintable, time_ms: number) => totals.set(phase, (totals.get(phase) ?? 0) + time_ms);
  for (const row of rows) {
    let explained = 0;
    for (const segment of row.timeline) {
      add(segment.phase, segment.duration_ms);
      explained += segment.duration_ms;
    }
    add('other', Math.max((row.duration_ms ?? 0) - explained, 0));
  }
  return totals;
}

const cacheWords = {
  hit: 'answered from the HTTP cache; nothing was sent',
  revalidated: 'answered from the HTTP cache, which the upstream confirmed with 304',
};

/** Where requests were routed, and what the sign for an open connection means. */
export function connectionNotes(rows: readonly StepRow[], style: LegendStyle & { mask: Mask }): string[] {
  const { palette, glyphs, width, mask } = style;
  const routes = new Set<string>();
  const add = (url: string, routed_to: string) => {
    const { from, to } = routeOf(mask(url), mask(routed_to));
    routes.add(`${neutralise(from)} ${glyphs.arrow} ${neutralise(to)}`);
  };
  for (const { url, routed_to, token_route } of rows) {
    if (token_route !== null) add(token_route.url, token_route.routed_to);
    if (routed_to !== null) add(url, routed_to);
  }
  const note = (sign: string, text: string) =>
    `${palette.accent(sign)} ${palette.muted(truncateMiddle(text, width - 2, glyphs.ellipsis))}`;
  const lines = [...routes].slice(0, shownRoutes).map((route) => note(glyphs.routed, `routed ${route}`));
  if (routes.size > shownRoutes)
    lines.push(note(glyphs.routed, `and ${routes.size - shownRoutes} more routes`));
  for (const outcome of ['hit', 'revalidated'] as const) {
    if (rows.some((row) => row.cache === outcome)) lines.push(note(glyphs.cached, cacheWords[outcome]));
  }
  if (rows.some((row) => row.reused_connection)) lines.push(note(glyphs.reused, 'open connection reused'));
  return lines;
}
