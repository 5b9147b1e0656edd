/** Characters that may not stand in a URL as they are. platform.md section 2. */
import { characterName, needsEncoding } from '../../platform/url-policy.js';
import type { Span } from '../../text/source.js';
import { overlap, placeholdersIn } from './url-placeholders.js';
import type { UrlText } from './url-text.js';

export interface UnencodedCharacters {
  /** Neighbours are one stretch. In the template. */
  readonly span: Span;
  readonly text: string;
  /** `a space`, `'<' (U+003C)`, of the first. */
  readonly called: string;
}

const stretch = new RegExp(`(?:${needsEncoding.source})+|%(?![0-9A-Fa-f]{2})`, 'gu');

/** In the order of the text; what stands in a placeholder is the fault of that. */
export function unencodedCharacters(url: UrlText): UnencodedCharacters[] {
  const found = url.literals.flatMap(({ text, start, isOpen }) =>
    [...text.matchAll(stretch)]
      // A tag may print the rest of an escape.
      .filter(
        ({ 0: [first], index }) => first !== '%' || !isOpen || !/^[0-9A-Fa-f]?$/.test(text.slice(index + 1)),
      )
      .map(({ 0: characters, index }) => ({
        span: { start: start + index, end: start + index + characters.length },
        text: characters,
        called:
          characters === '%'
            ? 'a % without two hexadecimal digits'
            : characterName(String.fromCodePoint(characters.codePointAt(0) ?? 0)),
      })),
  );
  if (found.length === 0) return found;
  const placeholders = placeholdersIn(url);
  return found.filter(({ span }) => !placeholders.some((each) => overlap(each.span, span)));
}
