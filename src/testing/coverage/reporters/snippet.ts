/** The line of a template that something stands in, cut to a width so that its beginning can be seen. */
import type { Span } from '../../../jinja/index.js';
import type { Pen } from '../../../views/pen.js';
import { neutralise, truncateEnd } from '../../../views/text.js';
import { maskedPart } from './masked-part.js';

/** UTF-16 units on either side that are looked at: a template may be one line of megabytes. */
const reach = 1024;

export function snippetOf(
  { text, span: { start } }: { readonly text: string; readonly span: Span },
  width: number,
  { mask, glyphs }: Pen,
): string {
  const lineStart = Math.max(lastBreak(text, start) + 1, start - reach);
  const ahead = text.slice(start, start + reach);
  const lineEnd = start + (/[\r\n]/.exec(ahead)?.index ?? ahead.length);
  const shown = (part: Span): string => neutralise(maskedPart(text, part, mask));
  const line = shown({ start: lineStart, end: lineEnd }).trim();
  const before = [...shown({ start: lineStart, end: start }).trimStart()].length;
  const hidden = before - Math.floor(width / 3);
  const characters = [...line];
  // Measuring is slow where a text is not plain ASCII: no more of it than can be seen.
  const from = (start: number) => characters.slice(start, start + width * 2).join('');
  if (characters.length <= width || hidden <= 0) return truncateEnd(from(0), width, glyphs.ellipsis);
  return truncateEnd(glyphs.ellipsis + from(hidden + glyphs.ellipsis.length), width, glyphs.ellipsis);
}

const lastBreak = (text: string, offset: number): number =>
  offset === 0 ? -1 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
