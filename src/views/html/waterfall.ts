/** The waterfall: a row a step, one under it for each token request, all on one time axis. */
import type { PhaseSegment, RequestRecord, RunResult, StepResult } from '../../platform/result.js';
import { formatDuration } from '../format.js';
import { phaseLabels } from '../glyphs.js';
import type { Paintable } from '../palette.js';
import { type PageAxis, pageAxis, percent } from './axis.js';
import { callText, networkPhases, stateMark, statusText } from './bits.js';
import { legend } from './legend.js';
import { html, type Markup } from './markup.js';
import type { Paper } from './paper.js';
import { requestId, stepId } from './steps.js';

export function waterfallSection(result: RunResult, paper: Paper): Markup | null {
  const { steps } = result;
  if (!steps.some((step) => step.started_ms !== null)) return null;
  const ends = steps.map((step) => (step.started_ms ?? 0) + (step.duration_ms ?? 0));
  const axis = pageAxis(Math.max(0, ...ends));
  return html`<section class="card waterfall" aria-labelledby="waterfall"><h2 id="waterfall" class="hidden">Waterfall</h2>
<div class="row axis" aria-hidden="true"><span></span><span class="name">${result.kind === 'composite' ? 'Step' : 'Connector'}</span>
<span class="target">Request</span><span class="code-number">Status</span><span class="time">Time</span>${axisLabels(axis)}</div>
<ol>${steps.map((step) => stepRows(step, axis, paper))}</ol>
${legend(steps, paper)}</section>`;
}

function stepRows(step: StepResult, axis: PageAxis, paper: Paper): Markup[] {
  const calls = step.requests.filter((request) => request.purpose === 'call');
  const call = calls.at(-1);
  const tokens = step.requests.flatMap((request, index) =>
    request.purpose === 'token' ? [tokenRow(request, requestId(step, index), axis, paper)] : [],
  );
  const row = html`<li><a class="row ${step.state}" href="#${stepId(step)}">${stateMark(step.state)}
<span class="name" title="${paper.plain(step.name)}">${paper.outside(step.name)}</span>
<span class="target"${call !== undefined && html` title="${paper.plain(call.url)}"`}>${call !== undefined && targetOf(call, paper)}${step.cache === 'hit' && 'from the cache'}</span>
<span class="code-number">${step.state !== 'skipped' && statusText(step.status_code, 'number')}</span>
<span class="time">${step.duration_ms === null ? 'not run' : formatDuration(step.duration_ms)}</span>
${bar(step.started_ms, step.duration_ms ?? 0, step.timeline, axis)}</a></li>`;
  return [row, ...tokens];
}

function tokenRow(request: RequestRecord, id: string, axis: PageAxis, paper: Paper): Markup {
  return html`<li><a class="row token" href="#${id}"><span></span><span class="name">token request</span>
<span class="target" title="${paper.plain(request.url)}">${targetOf(request, paper)}</span>
<span class="code-number">${statusText(request.status_code, 'number')}</span>
<span class="time">${formatDuration(request.duration_ms)}</span>
${bar(request.started_ms, request.duration_ms, segmentsOf(request), axis)}</a></li>`;
}

const targetOf = (request: RequestRecord, paper: Paper): Markup => {
  const { routed_to, reused_connection } = request;
  const routed =
    routed_to !== null && html` <span class="sign" title="routed to ${paper.plain(routed_to)}">⇢</span>`;
  const reused = reused_connection && html` <span class="sign" title="open connection reused">↻</span>`;
  return html`${callText(request, paper)}${routed}${reused}`;
};

/** A token's own network phases, which follow one another. */
function segmentsOf({ phases, started_ms }: RequestRecord): PhaseSegment[] {
  let at_ms = started_ms;
  return networkPhases.map((phase) => {
    const segment = { phase, started_ms: at_ms, duration_ms: phases[`${phase}_ms`] };
    at_ms += segment.duration_ms;
    return segment;
  });
}

/** What is shorter is drawn this wide, in percent of the axis: whatever happened is seen. */
const leastWidth = 0.3;

function bar(
  started_ms: number | null,
  duration_ms: number,
  timeline: readonly PhaseSegment[],
  axis: PageAxis,
): Markup {
  const grid = axis.ticks.map(({ at_ms }) => {
    const x = percent(at_ms, axis);
    return html`<line x1="${x}" x2="${x}" y1="0" y2="100%"/>`;
  });
  if (started_ms === null) return html`<svg class="bar" aria-hidden="true">${grid}</svg>`;
  const shown = timeline.filter((segment) => segment.duration_ms > 0);
  const rects = [{ phase: 'other' as const, started_ms, duration_ms }, ...shown].map((segment) =>
    rect(segment, axis),
  );
  const words = shown.map(
    ({ phase, duration_ms: time_ms }) => `${phaseLabels[phase]} ${formatDuration(time_ms)}`,
  );
  const label = `from ${formatDuration(started_ms)}: ${words.join(', ')}`;
  return html`<svg class="bar" role="img" aria-label="${label}">${grid}${rects}</svg>`;
}

function rect(
  { phase, started_ms, duration_ms }: { phase: Paintable; started_ms: number; duration_ms: number },
  axis: PageAxis,
): Markup {
  const least_ms = (axis.end_ms * leastWidth) / 100;
  const width_ms = Math.max(duration_ms, least_ms);
  const from_ms = Math.max(Math.min(started_ms, axis.end_ms - width_ms), 0);
  const title = `${phaseLabels[phase]} ${formatDuration(duration_ms)}, from ${formatDuration(started_ms)}`;
  return html`<rect class="phase-${phase}" x="${percent(from_ms, axis)}" width="${percent(width_ms, axis)}"><title>${title}</title></rect>`;
}

/** Labels stand over their lines; the first and the last keep inside. */
function axisLabels(axis: PageAxis): Markup {
  const labels = axis.ticks.map(({ at_ms, label }) => {
    const share = at_ms / axis.end_ms;
    const anchor = share === 0 ? 'start' : share > 0.95 ? 'end' : 'middle';
    return html`<text x="${percent(at_ms, axis)}" y="11" text-anchor="${anchor}">${label}</text>`;
  });
  return html`<svg class="bar">${labels}</svg>`;
}
