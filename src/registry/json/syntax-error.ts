import type { Span } from '../../text/source.js';

export const syntaxErrorCodes = [
  'empty-file',
  'unexpected-text',
  'missing-comma',
  'missing-colon',
  'missing-value',
  'missing-key',
  'extra-text',
  'unclosed',
  'mismatched-bracket',
  'trailing-comma',
  'comment',
  'single-quotes',
  'unquoted-key',
  'not-json-value',
  'bad-number',
  'unterminated-string',
  'bad-escape',
  'control-character',
  'too-deep',
  'byte-order-mark',
] as const;
export type SyntaxErrorCode = (typeof syntaxErrorCodes)[number];

/** A fault of the JSON text, as the author would name its cause. */
export interface JsonSyntaxError {
  readonly code: SyntaxErrorCode;
  readonly message: string;
  readonly span: Span;
  /**
   * After a fault that is not `clean`, what the author meant is a guess, so nothing that follows it is reported:
   * neither further syntax errors nor gaps in what was read.
   */
  readonly clean: boolean;
}

const cleanCodes: ReadonlySet<SyntaxErrorCode> = new Set<SyntaxErrorCode>([
  'trailing-comma',
  'comment',
  'single-quotes',
  'unquoted-key',
  'not-json-value',
  'bad-number',
  'bad-escape',
  'control-character',
  'missing-comma',
  'too-deep',
  'byte-order-mark',
]);

export const syntaxError = (
  code: SyntaxErrorCode,
  message: string,
  start: number,
  end: number,
): JsonSyntaxError => ({ code, message, span: { start, end }, clean: cleanCodes.has(code) });

/** Words that other notations have and JSON has not, and what to write for them. */
export const foreignWords: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['TRUE', 'true'],
  ['FALSE', 'false'],
  ['NULL', 'null'],
  ['undefined', 'null'],
  ['NaN', 'null'],
  ['Infinity', 'null'],
  ['-Infinity', 'null'],
]);

/** A character in words that survive any terminal. */
export function describeCharacter(text: string, offset: number): string {
  const codePoint = text.codePointAt(offset);
  if (codePoint === undefined) return 'the end of the file';
  const hex = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return codePoint > 0x20 && codePoint < 0x7f ? `'${String.fromCodePoint(codePoint)}'` : hex;
}
