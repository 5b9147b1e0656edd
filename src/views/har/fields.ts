/** Reading header fields and urlencoded pairs. */
import type { Mask } from '../text.js';

export type Fields = readonly (readonly [name: string, value: string])[];

/** The first value of a header, whatever the case of its name. */
export const headerValue = (headers: Fields, name: string): string | undefined =>
  headers.find(([key]) => key.toLowerCase() === name)?.[1];

/** `text/html; charset=utf-8` is `text/html`. */
export const mediaType = (contentType: string): string =>
  (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();

export const charsetOf = (contentType: string): string | null =>
  /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? null;

/** `a=1&b=two+words` decoded. Each text is masked when it is decoded: a secret may need escapes in a query. */
export function pairsOf(encoded: string, mask: Mask): { name: string; value: string }[] {
  if (encoded === '') return [];
  return Array.from(new URLSearchParams(`&${encoded}`), ([name, value]) => ({
    name: mask(name),
    value: mask(value),
  }));
}
