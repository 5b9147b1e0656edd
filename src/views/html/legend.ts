/** Under the waterfall: what its colours mean with their totals, and where requests were routed. */
import type { StepResult } from '../../platform/result.js';
import { routeOf } from '../address.js';
import { countOf, formatDuration } from '../format.js';
import { phaseLabels } from '../glyphs.js';
import type { Paintable } from '../palette.js';
import { networkPhases } from './bits.js';
import { html, type Markup } from './markup.js';
import type { Paper } from './paper.js';

const mostRoutes = 6;
/** Less would read `0.0 ms`. */
const leastTotal_ms = 0.05;

export function legend(steps: readonly StepResult[], paper: Paper): Markup {
  const totals = totalsOf(steps);
  const ofTokens = tokenPhases(steps);
  const items = (Object.keys(phaseLabels) as Paintable[]).flatMap((phase) => {
    const total = totals.get(phase) ?? 0;
    const isTimed = total >= leastTotal_ms;
    // The phases of a token request are a part of the token's time, and counted there.
    if (!isTimed && !ofTokens.has(phase)) return [];
    const time = isTimed && html` <b>${formatDuration(total)}</b>`;
    return [html`<li><span class="swatch phase-${phase}"></span>${phaseLabels[phase]}${time}</li>`];
  });
  return html`<ul class="chips legend">${items}</ul>${notes(steps, paper)}`;
}

function tokenPhases(steps: readonly StepResult[]): ReadonlySet<Paintable> {
  const tokens = steps.flatMap((step) => step.requests.filter((request) => request.purpose === 'token'));
  return new Set(tokens.flatMap(({ phases }) => networkPhases.filter((phase) => phases[`${phase}_ms`] > 0)));
}

function totalsOf(steps: readonly StepResult[]): Map<Paintable, number> {
  const totals = new Map<Paintable, number>();
  const add = (phase: Paintable, time_ms: number) => totals.set(phase, (totals.get(phase) ?? 0) + time_ms);
  for (const { timeline, duration_ms } of steps) {
    let explained = 0;
    for (const segment of timeline) {
      add(segment.phase, segment.duration_ms);
      explained += segment.duration_ms;
    }
    add('other', Math.max((duration_ms ?? 0) - explained, 0));
  }
  return totals;
}

function notes(steps: readonly StepResult[], paper: Paper): Markup | null {
  const requests = steps.flatMap((step) => step.requests);
  const routes = new Map<string, Markup>();
  for (const { url, routed_to } of requests) {
    if (routed_to === null) continue;
    const { from, to } = routeOf(paper.mask(url), paper.mask(routed_to));
    routes.set(`${from} ${to}`, html`<li>⇢ ${paper.outside(from)} routed to ${paper.outside(to)}</li>`);
  }
  const shown = [...routes.values()].slice(0, mostRoutes);
  const more = routes.size - shown.length;
  if (more > 0) shown.push(html`<li>⇢ and ${countOf(more, 'more route')}</li>`);
  if (requests.some((request) => request.reused_connection))
    shown.push(html`<li>↻ open connection reused</li>`);
  return shown.length === 0 ? null : html`<ul class="notes">${shown}</ul>`;
}
