/** `?` and `&` that separate nothing. */
import type { Span } from '../../text/source.js';
import type { UrlText } from './url-text.js';

export interface NeedlessSeparator {
  /** In the template. */
  readonly span: Span;
  /** `??`, `?&`, `&&`, or what the URL ends in. */
  readonly written: string;
  readonly isAtEnd: boolean;
}

/** The first; a tag next to a separator may print what it separates. */
export function needlessSeparator({ literals }: UrlText): NeedlessSeparator | null {
  let isInQuery = false;
  for (const { text, start, isOpen } of literals) {
    const path = isInQuery ? 0 : text.indexOf('?');
    if (path < 0) {
      if (text.includes('#')) return null;
      continue;
    }
    const fragment = text.indexOf('#', path);
    const rest = text.slice(path, fragment < 0 ? undefined : fragment);
    const found = (isInQuery ? /&{2,}/ : /^\?[?&]+|&{2,}/).exec(rest);
    const ends = !isOpen || fragment >= 0;
    // A question mark in a value is one of its characters.
    const match = found ?? (ends ? (isInQuery ? /&$/ : /^\?$|&$/).exec(rest) : null);
    if (match) {
      const at = start + path + match.index;
      const isAtEnd = ends && match.index + match[0].length === rest.length;
      return { span: { start: at, end: at + match[0].length }, written: match[0], isAtEnd };
    }
    if (fragment >= 0) return null;
    isInQuery = true;
  }
  return null;
}
