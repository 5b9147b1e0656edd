/** The template that failed, with carets under the fault and its place in the registry file. */
import type { ConnectorKind, StepResult, TemplateFault } from '../../platform/result.js';
import type { SourceSpan } from '../code-frame.js';
import { faultTitles, maskedSpan } from '../failure.js';
import { displayWidth, graphemes } from '../text.js';
import { html, type Markup } from './markup.js';
import { type Paper, visible } from './paper.js';

const linesAround = 3;
/** Characters that are shown on either side of a fault, and of the fault itself: a template may be one long line. */
const reach = 120;

export function faultFigure(
  fault: TemplateFault,
  step: Pick<StepResult, 'name'>,
  kind: ConnectorKind,
  paper: Paper,
): Markup {
  const owner = kind === 'composite' ? 'step' : 'connector';
  const position = fault.template_position;
  const source = position === null ? null : maskedSpan({ text: fault.template, ...position }, paper.mask);
  const place = paper.plain(`${fault.file}:${fault.line}:${fault.column}`);
  return html`<figure class="fault">
<figcaption><strong>${faultTitles[fault.kind]}</strong> <code class="place">${place}</code>
<span class="muted">${owner} ${paper.outside(step.name)}, ${paper.outside(fault.field)}</span></figcaption>
${source !== null && sourceLines(source, paper.plain(fault.message))}
${source === null && html`<p class="bad">${paper.outside(fault.message)}</p>`}
${fault.hint !== null && html`<p class="advice">${paper.prose(fault.hint)}</p>`}
</figure>`;
}

/** `source` is masked. */
function sourceLines(source: SourceSpan, message: string): Markup {
  const lines = source.text.split(/\r\n|\n|\r/).map((text, index) => ({ number: index + 1, text }));
  const shown = lines.slice(Math.max(source.line - linesAround, 0), source.line + linesAround - 1);
  return html`<pre class="code" tabindex="0" role="region" aria-label="Template">${shown.map(
    ({ number, text }) =>
      number === source.line
        ? faultyLine(number, text, source, message)
        : html`<span class="line"><span class="number">${number}</span>${shortened(text)}</span>\n`,
  )}</pre>`;
}

const shortened = (text: string): Markup => {
  const head = text.slice(0, 4 * reach);
  return visible(head.length < text.length ? `${head}…` : head);
};

/** The carets stand behind an invisible copy of what precedes the fault, so they meet it in any script and font. */
function faultyLine(number: number, text: string, source: SourceSpan, message: string): Markup {
  const characters = [...text];
  const start = Math.min(source.column - 1, characters.length);
  const end = Math.min(start + Math.max(source.length, 0), characters.length);
  const before = characters.slice(Math.max(start - reach, 0), start).join('');
  const faulty = characters.slice(start, Math.min(end, start + reach)).join('');
  const after = characters.slice(end, end + reach).join('');
  const lead = visible(start > reach ? `…${before}` : before);
  const inner = visible(end > start + reach ? `${faulty}…` : faulty);
  const tail = visible(end + reach < characters.length ? `${after}…` : after);
  const carets = '^'.repeat(Math.max(displayWidth(graphemes(faulty).join('')), 1));
  return html`<span class="line at"><span class="number">${number}</span>${lead}<mark>${inner}</mark>${tail}</span>
<span class="line"><span class="number"></span><span class="ghost" aria-hidden="true">${lead}</span><span class="bad"><b aria-hidden="true">${carets}</b> ${message}</span></span>\n`;
}
