import type { Span } from '../../text/source.js';
import { describeCharacter, type JsonSyntaxError, syntaxError } from './syntax-error.js';

/** One escape of a string literal: where it stands in the file, how long it is, how many units it decodes to. */
export interface Escape {
  readonly offset: number;
  readonly length: number;
  readonly decodedLength: 0 | 1;
}

const simpleEscapes = '"\\/bfnrt';

/** The escapes between the quotes of the string literal at `span`, read as jsonc-parser's scanner decodes them. */
export function* escapesIn(text: string, span: Span): Generator<Escape> {
  let at = text.indexOf('\\', span.start + 1);
  while (at !== -1 && at < span.end) {
    const found = escapeAt(text, at, span.end);
    yield found;
    at = text.indexOf('\\', at + found.length);
  }
}

function escapeAt(text: string, offset: number, end: number): Escape {
  const letter = text[offset + 1] ?? '';
  if (letter !== 'u') {
    const length = Math.min(2, end - offset);
    return { offset, length, decodedLength: simpleEscapes.includes(letter) && length === 2 ? 1 : 0 };
  }
  let length = 2;
  while (length < 6 && offset + length < end && /[0-9a-fA-F]/.test(text[offset + length] ?? '')) length += 1;
  return { offset, length, decodedLength: length === 6 ? 1 : 0 };
}

/** Bad escapes and raw control characters of a string that the scanner found fault with. */
export function faultsInString(text: string, span: Span): JsonSyntaxError[] {
  const faults: JsonSyntaxError[] = [];
  for (const { offset, length, decodedLength } of escapesIn(text, span)) {
    if (decodedLength === 1) continue;
    const written = text.slice(offset, offset + length);
    const advice =
      text[offset + 1] === 'u'
        ? 'needs four hexadecimal digits'
        : 'does not exist in JSON; write \\\\ for a backslash';
    faults.push(syntaxError('bad-escape', `The escape ${written} ${advice}.`, offset, offset + length));
  }
  for (let at = span.start + 1; at < span.end; at += 1) {
    if (text.charCodeAt(at) >= 0x20) continue;
    const name = text[at] === '\t' ? 'A tab' : `The control character ${describeCharacter(text, at)}`;
    const written = JSON.stringify(text[at]).slice(1, -1);
    faults.push(
      syntaxError('control-character', `${name} may not stand in a string; write ${written}.`, at, at + 1),
    );
  }
  return faults.sort((a, b) => a.span.start - b.span.start);
}
