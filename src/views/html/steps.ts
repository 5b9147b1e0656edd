/** Each step in full: why it failed, what it sent, what came back. */
import type {
  CacheOutcome,
  ConnectorKind,
  RunResult,
  StepFailure,
  StepResult,
} from '../../platform/result.js';
import { phaseWords } from '../failure.js';
import { formatDuration } from '../format.js';
import { callText, stateMark, statusText } from './bits.js';
import { exchangeSection, responsePart } from './exchange.js';
import { faultFigure } from './fault.js';
import { html, type Markup } from './markup.js';
import type { Paper } from './paper.js';

/** Steps of a run without failure are open up to this number; where one failed, that one alone. */
const mostOpen = 3;

export const stepId = (step: StepResult): string => `step-${step.index}`;
export const requestId = (step: StepResult, request: number): string => `${stepId(step)}-request-${request}`;

export function stepsSection(result: RunResult, paper: Paper): Markup | null {
  const { steps } = result;
  if (steps.length === 0) return null;
  const openAll = result.ok && steps.length <= mostOpen;
  const title = result.kind === 'composite' ? 'Steps' : 'Request';
  return html`<section aria-labelledby="steps"><h2 id="steps">${title}</h2>
${steps.map((step) => stepDetails(step, result.kind, openAll, paper))}</section>`;
}

function stepDetails(step: StepResult, kind: ConnectorKind, open: boolean, paper: Paper): Markup {
  const call = step.requests.findLast((request) => request.purpose === 'call');
  const target = call !== undefined && callText(call, paper);
  const head = html`${stateMark(step.state)}<h3 class="name" title="${paper.plain(step.name)}">${paper.outside(step.name)}</h3>
<span class="target">${target}</span><span class="code-number">${step.state !== 'skipped' && statusText(step.status_code, 'number')}</span>
<span class="time">${step.duration_ms === null ? 'not run' : formatDuration(step.duration_ms)}</span>`;
  if (step.state === 'skipped')
    return html`<div class="step card" id="${stepId(step)}"><div class="head">${head}</div></div>`;
  // The anchor stands inside: a browser that is sent there opens what is folded around it.
  return html`<details class="step card"${(open || step.failure !== null) && html` open`}><summary class="head">${head}</summary>
<div class="inside" id="${stepId(step)}">
${step.failure !== null && failureBox(step, step.failure, kind, paper)}
${step.requests.map((request, index) => exchangeSection(request, requestId(step, index), paper))}
${cachedAnswer(step, paper)}</div></details>`;
}

function failureBox(step: StepResult, failure: StepFailure, kind: ConnectorKind, paper: Paper): Markup {
  const { template, network, advice, detail } = failure;
  const says = template !== null && detail.includes(template.message) ? null : detail;
  const where =
    network !== null &&
    (network.phase === null
      ? `in the exchange with ${network.host}`
      : phaseWords[network.phase](network.host));
  return html`<div class="failure">
${says !== null && says !== '' && html`<p class="detail">${paper.outside(says)}</p>`}
${where !== false && html`<p class="note">${paper.outside(where)}</p>`}
${advice !== null && advice !== template?.hint && html`<p class="advice">${paper.prose(advice)}</p>`}
${template !== null && faultFigure(template, step, kind, paper)}
</div>`;
}

const cacheWords: Record<CacheOutcome, string> = {
  hit: 'Response from the cache: nothing was sent',
  revalidated: 'Response from the cache, which the upstream confirmed',
  miss: 'Response',
};

/** The step's answer where no request of its own brought it. */
function cachedAnswer(step: StepResult, paper: Paper): Markup | null {
  const { response } = step;
  if (response === null || step.requests.some((request) => request.response === response)) return null;
  const title = step.cache === null ? 'Response' : cacheWords[step.cache];
  return html`<section class="exchange"><div class="side">${responsePart(response, title, paper)}</div></section>`;
}
