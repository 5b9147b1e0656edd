import { createScanner } from 'jsonc-parser';
import type { JsonString } from './nodes.js';
import { faultsInString } from './strings.js';
import { type JsonSyntaxError, syntaxError } from './syntax-error.js';
import { scanError, token } from './tokens.js';

/** The most syntax errors that a document reports; whoever has more has one cause. */
const mostErrors = 50;

/**
 * The tokens of a text without what separates them. Comments are reported and passed over; text in single quotes is
 * reported and read as a string.
 */
export class TokenStream {
  readonly errors: JsonSyntaxError[] = [];
  /** Where the first fault stands after which nothing is certain; infinite where there is none. */
  firstGuess = Number.POSITIVE_INFINITY;
  /** The token at hand; see `token`. */
  kind: number = token.unknown;
  start = 0;
  end = 0;
  value = '';
  /** Where the token before the one at hand ended. */
  previousEnd = 0;
  readonly #scanner;

  constructor(readonly text: string) {
    this.#scanner = createScanner(text, false);
    if (text.charCodeAt(0) === 0xfeff) {
      this.report(
        syntaxError(
          'byte-order-mark',
          'The file begins with a byte order mark, which strict JSON parsers refuse; save it as UTF-8 without BOM.',
          0,
          1,
        ),
      );
      this.#scanner.setPosition(1);
    }
    this.advance();
  }

  report(error: JsonSyntaxError): void {
    if (error.span.start >= this.firstGuess || this.errors.length >= mostErrors) return;
    if (!error.clean) {
      if (this.firstGuess !== Number.POSITIVE_INFINITY) return;
      this.firstGuess = error.span.start;
    }
    this.errors.push(error);
  }

  advance(): void {
    this.previousEnd = this.end;
    const scanner = this.#scanner;
    let kind: number = this.#scan();
    while (kind === token.lineComment || kind === token.blockComment) {
      this.#reportComment();
      kind = this.#scan();
    }
    this.kind = kind;
    this.start = scanner.getTokenOffset();
    this.end = scanner.getPosition();
    this.value =
      kind === token.string || kind === token.number || kind === token.unknown ? scanner.getTokenValue() : '';
    const fault: number = scanner.getTokenError();
    if (fault !== scanError.none) this.#reportFault(fault);
    if (kind === token.unknown && (this.value.startsWith("'") || this.value.startsWith('`')))
      this.#readForeignQuotes();
  }

  /** The scanner would build strings of white space, which is most of a file's tokens. */
  #scan(): number {
    const { text } = this;
    const from = this.#scanner.getPosition();
    let at = from;
    for (let unit = text.charCodeAt(at); isWhiteSpace(unit); unit = text.charCodeAt(at)) at += 1;
    if (at > from) this.#scanner.setPosition(at);
    return this.#scanner.scan();
  }

  stringNode(): JsonString {
    return { type: 'string', value: this.value, start: this.start, end: this.end };
  }

  #reportComment(): void {
    const start = this.#scanner.getTokenOffset();
    const end = this.#scanner.getPosition();
    this.report(syntaxError('comment', 'JSON has no comments; remove it.', start, end));
    if (this.#scanner.getTokenError() === scanError.endOfComment) {
      this.report(syntaxError('unclosed', 'This comment is never closed.', start, start + 2));
    }
  }

  #reportFault(fault: number): void {
    const span = { start: this.start, end: this.end };
    for (const error of this.kind === token.string ? faultsInString(this.text, span) : []) this.report(error);
    if (fault === scanError.endOfString) {
      this.#reportOpenString();
    }
    if (fault === scanError.endOfNumber) {
      this.report(
        syntaxError('bad-number', 'This number ends too early: a digit is missing.', this.start, this.end),
      );
    }
  }

  #reportOpenString(): void {
    if (this.firstGuess !== Number.POSITIVE_INFINITY) return;
    const { text, start, end } = this;
    const advice = 'a line break inside a string is written \\n.';
    this.report(
      isClosedBehind(text, end)
        ? syntaxError(
            'unterminated-string',
            `A string may not go over several lines; ${advice}`,
            end,
            end + (text.startsWith('\r\n', end) ? 2 : 1),
          )
        : syntaxError(
            'unterminated-string',
            `This string has no closing quote on its line; ${advice}`,
            start,
            end,
          ),
    );
  }

  #readForeignQuotes(): void {
    const quote = this.text[this.start] ?? '';
    const lineEnd = endOfLine(this.text, this.start);
    let close = this.start + 1;
    while (close < lineEnd && this.text[close] !== quote) close += this.text[close] === '\\' ? 2 : 1;
    if (close >= lineEnd) return;
    const name = quote === "'" ? 'single quotes' : 'backticks';
    this.end = close + 1;
    this.report(
      syntaxError(
        'single-quotes',
        `Strings stand in double quotes (") in JSON, not in ${name}.`,
        this.start,
        this.end,
      ),
    );
    this.kind = token.string;
    this.value = this.text.slice(this.start + 1, close);
    this.#scanner.setPosition(this.end);
  }
}

/** Whether the next quote is one that closes. Where a closing quote has been forgotten, the next one opens. */
function isClosedBehind(text: string, from: number): boolean {
  const quoteOrEscape = /"|\\[\s\S]/g;
  quoteOrEscape.lastIndex = from;
  let found = quoteOrEscape.exec(text);
  while (found && found[0] !== '"') found = quoteOrEscape.exec(text);
  const after = /\s*[,:}\]]/y;
  after.lastIndex = quoteOrEscape.lastIndex;
  return found !== null && after.test(text);
}

const isWhiteSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

function endOfLine(text: string, from: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}
