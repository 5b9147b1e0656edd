/** Small pieces that several parts of the page share. */
import type { HeaderList, HeaderMap, RequestRecord, StepState } from '../../platform/result.js';
import { hostAndPath } from '../address.js';
import { countOf, formatStatus } from '../format.js';
import { graphemes, truncateMiddle } from '../text.js';
import { html, type Markup } from './markup.js';
import type { Paper } from './paper.js';

/** In the order in which an exchange meets them. */
export const networkPhases = ['dns', 'connect', 'tls', 'wait', 'download'] as const;

const marks: Record<StepState, { sign: string; tone: string }> = {
  done: { sign: '✓', tone: 'good' },
  failed: { sign: '✗', tone: 'bad' },
  skipped: { sign: '○', tone: 'muted' },
};

export function stateMark(state: StepState): Markup {
  const { sign, tone } = marks[state];
  return html`<span class="mark ${tone}" role="img" aria-label="${state}">${sign}</span>`;
}

/** Characters at the end of an address that are never cut: they tell two of them apart. */
const keptTail = 16;
/** More than any line shows. */
const longestAddress = 160;

/** `GET api.example.com/v2/...`: where there is no room the middle of the address gives way. */
export function callText(request: RequestRecord, paper: Paper): Markup {
  const url = truncateMiddle(hostAndPath(paper.mask(request.url)), longestAddress);
  const characters = graphemes(url);
  const head = characters.slice(0, -keptTail).join('');
  const tail = characters.slice(-keptTail).join('');
  const cut = head !== '' && html`<span class="cut">${paper.outside(head)}</span>`;
  return html`<span class="method">${paper.outside(request.method)}</span> <span class="address">${cut}<span class="keep">${paper.outside(tail)}</span></span>`;
}

export const toneOf = (status: number): string =>
  status === 0 || status >= 400 ? 'bad' : status >= 300 ? 'caution' : 'good';

/** The number alone, or with its words. */
export function statusText(status: number | null, words: 'number' | 'words'): Markup {
  if (status === null) return html`<span class="muted">–</span>`;
  return html`<span class="${toneOf(status)}">${words === 'number' ? status : formatStatus(status)}</span>`;
}

export const fieldsOf = (headers: HeaderMap): HeaderList => Object.entries(headers);

/** Folded away: they are looked for, not read. */
export function headerTable(headers: HeaderList, paper: Paper): Markup {
  if (headers.length === 0) return html`<p class="note">No headers</p>`;
  const rows = headers.map(
    ([name, value]) =>
      html`<tr><th scope="row">${paper.outside(name)}</th><td>${paper.outside(value)}</td></tr>`,
  );
  return html`<details class="fold"><summary>${countOf(headers.length, 'header')}</summary><table>${rows}</table></details>`;
}
