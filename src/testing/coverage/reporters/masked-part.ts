/** A part of a template as it may be shown: masked, and of a secret that reaches over one of its edges nothing. */
import type { Span } from '../../../jinja/index.js';
import type { Mask } from '../../../views/text.js';

/** UTF-16 units on either side: more than the longest key has, and a template may have megabytes. */
const reach = 16_384;

export function maskedPart(text: string, { start, end }: Span, mask: Mask): string {
  const parts = [
    text.slice(Math.max(0, start - reach), start),
    text.slice(start, end),
    text.slice(end, end + reach),
  ];
  const masked = parts.map(mask);
  return masked.join('') === mask(parts.join('')) ? (masked[1] ?? '') : '***';
}
