/** A body on the page: JSON laid out to the digit, text as it is, anything else by its size. */
import { formatBytes } from '../format.js';
import { formatJson, type JsonTokenKind } from '../json-text.js';
import type { Mask } from '../text.js';
import { escapeHtml, html, Markup } from './markup.js';
import { type Paper, visibleLines } from './paper.js';

export interface PageBody {
  title: string;
  /** Null where the bytes are not UTF-8. */
  text: string | null;
  bytes: number;
  contentType?: string | undefined;
  /** False where only the head of the body was kept. */
  whole: boolean;
}

/** Characters of one body that a page shows. A browser has to stay quick with sixty of them. */
const longestShown = 256 * 1024;
/** Longer JSON is shown as it came: laying it out to show its head would take longer than reading that. */
const longestLaidOut = 1_000_000;
/** More is put into a box of its own that scrolls, and that the keyboard can reach. */
const longestOpen = { lines: 20, characters: 1_500 };

export function bodyFigure(body: PageBody, paper: Paper): Markup {
  const type = body.contentType === undefined ? null : html` · ${paper.outside(body.contentType)}`;
  const size = body.bytes === 0 ? 'empty' : formatBytes(body.bytes);
  const caption = html`<figcaption>${body.title} <span class="muted">${size}${type}</span></figcaption>`;
  if (body.bytes === 0) return html`<figure>${caption}</figure>`;
  if (body.text === null) {
    return html`<figure>${caption}<p class="note">Binary: ${formatBytes(body.bytes)}, not shown.</p></figure>`;
  }
  const { shown, cut, scrolls } = shownText(body.text, paper.mask);
  const note = cut
    ? `The first ${formatBytes(longestShown)} of it; ${body.whole ? '--json has the whole.' : 'the rest was not kept.'}`
    : body.whole
      ? null
      : 'The body broke off here.';
  const box = scrolls ? html` tabindex="0" role="region" aria-label="${body.title}"` : null;
  // A line break that begins a <pre> is no part of its text: this one gives its place to the body's own.
  return html`<figure>${caption}<pre${box}>\n${shown}</pre>${note !== null && html`<p class="note">${note}</p>`}</figure>`;
}

function shownText(text: string, mask: Mask): { shown: Markup; cut: boolean; scrolls: boolean } {
  const json = text.length <= longestLaidOut ? formatJson(text, { mask }) : null;
  const laidOut = json ?? mask(text);
  const cut = laidOut.length > longestShown;
  const head = cut ? laidOut.slice(0, longestShown).replace(/[\ud800-\udbff]$/, '') : laidOut;
  const scrolls = head.length > longestOpen.characters || head.split('\n').length > longestOpen.lines;
  const painted = json === null || cut ? null : formatJson(text, { mask, paint });
  // Between scalars, which `paint` escapes, laid out JSON has nothing but brackets, commas, colons and white space.
  return { shown: painted === null ? visibleLines(head) : new Markup(painted), cut, scrolls };
}

function paint(kind: JsonTokenKind, text: string): string {
  const escaped = escapeHtml(text);
  return kind === 'string' ? escaped : `<span class="json-${kind}">${escaped}</span>`;
}
