/** The head of the page: how the run ended, the scope to the letter, and the facts that one quotes. */
import type { RunResult, RunWarning } from '../../platform/result.js';
import { utf8Text } from '../../text/utf8.js';
import { countOf, formatDuration, formatStatus } from '../format.js';
import { fieldsOf, headerTable, toneOf } from './bits.js';
import { bodyFigure } from './body.js';
import { html, type Markup, type Part } from './markup.js';
import type { Paper } from './paper.js';

export const outcomeOf = (result: RunResult): string =>
  result.interrupted ? 'Interrupted' : formatStatus(result.status);

export function summaryHeader(result: RunResult, paper: Paper): Markup {
  const { error, timing } = result;
  const tone = result.interrupted ? 'caution' : result.ok ? 'good' : 'bad';
  const started = new Date(result.started_at_ms).toISOString();
  const kind =
    result.kind === 'composite' ? `Composite, ${countOf(result.steps.length, 'step')}` : 'Simple connector';
  const facts: [string, Part][] = [
    ['Total', html`<b>${formatDuration(timing.total_ms)}</b>`],
    ['External', formatDuration(timing.external_ms)],
    ['Internal', formatDuration(timing.internal_ms)],
    [
      'Started',
      html`<time datetime="${started}">${started.slice(0, 10)} ${started.slice(11, -1)} UTC</time>`,
    ],
    ['Request', html`<code>${paper.outside(result.request_id)}</code>`],
  ];
  return html`<header class="card summary ${tone}">
<p class="kind">${kind}</p>
<div class="title"><h1>${paper.outside(result.permalink)}</h1><span class="badge ${tone}">${outcomeOf(result)}</span></div>
${error !== null && error.scope !== null && html`<p class="scope">${paper.outside(error.scope)}</p>`}
${error !== null && error.detail !== '' && html`<p class="detail">${paper.outside(error.detail)}</p>`}
${error !== null && error.code !== null && html`<p class="note">code <code>${paper.outside(error.code)}</code></p>`}
${error?.params !== undefined && html`<p class="note">params <code>${paper.outside(error.params.join(', '))}</code></p>`}
<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`;
}

export function warningsSection(warnings: readonly RunWarning[], paper: Paper): Markup | null {
  if (warnings.length === 0) return null;
  const items = warnings.map(
    ({ code, message, step }) =>
      html`<li>${step !== null && html`<b>${paper.outside(step)}</b> `}${paper.prose(message)} <code class="muted">${paper.outside(code)}</code></li>`,
  );
  return html`<section class="card warnings" aria-labelledby="warnings"><h2 id="warnings">${countOf(warnings.length, 'warning')}</h2><ul>${items}</ul></section>`;
}

/** An interrupted run has none; a widget would have got none. */
export function answerSection(result: RunResult, paper: Paper): Markup {
  const title = html`<h2 id="answer">Answer to the widget</h2>`;
  if (result.interrupted) {
    return html`<section aria-labelledby="answer">${title}<div class="card inside"><p class="note">The run was interrupted before there was one.</p></div></section>`;
  }
  const contentType = Object.entries(result.headers).find(
    ([name]) => name.toLowerCase() === 'content-type',
  )?.[1];
  const body = {
    title: 'Body',
    text: utf8Text(result.body),
    bytes: result.body.length,
    contentType,
    whole: true,
  };
  return html`<section aria-labelledby="answer">${title}<div class="card inside">
<p class="status ${toneOf(result.status)}">${formatStatus(result.status)}</p>
${headerTable(fieldsOf(result.headers), paper)}${bodyFigure(body, paper)}</div></section>`;
}
