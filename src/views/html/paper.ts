/** How text from outside comes onto the page: masked first, then with its control characters spelled out, then escaped. */
import { isUnsafe, type Mask, neutralise } from '../text.js';
import { escapeHtml, html, Markup } from './markup.js';

export interface Paper {
  mask: Mask;
  /** One line, set apart from the direction of the text around it. */
  outside: (text: string) => Markup;
  /** A sentence with code between backticks. */
  prose: (text: string) => Markup;
  /** As `outside`, as bare text for attributes. */
  plain: (text: string) => string;
}

export const createPaper = (mask: Mask): Paper => ({
  mask,
  outside: (text) => html`<bdi>${visible(mask(text))}</bdi>`,
  prose: (text) => {
    const parts = mask(text).split('`');
    if (parts.length % 2 === 0) return html`<bdi>${visible(parts.join('`'))}</bdi>`;
    return html`<bdi>${parts.map((part, index) =>
      index % 2 === 0 ? visible(part) : html`<code>${visible(part)}</code>`,
    )}</bdi>`;
  },
  plain: (text) => neutralise(mask(text)),
});

/** Text that is masked already, with a mark around each character that would be obeyed instead of seen. */
export function visible(text: string): Markup {
  if (!isUnsafe(text)) return html`${text}`;
  let written = '';
  let safe = '';
  for (const character of text) {
    if (!isUnsafe(character)) {
      safe += character;
      continue;
    }
    written += `${escapeHtml(safe)}<span class="control">${escapeHtml(neutralise(character))}</span>`;
    safe = '';
  }
  return new Markup(written + escapeHtml(safe));
}

/** As `visible`, for text that keeps its own line breaks and tabs. */
export const visibleLines = (text: string): Markup =>
  new Markup(
    text
      .split(/\r\n|\n|\r/)
      .map((line) =>
        line
          .split('\t')
          .map((part) => visible(part).html)
          .join('\t'),
      )
      .join('\n'),
  );
