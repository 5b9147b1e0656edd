/**
 * Template source to tokens, in one linear pass.
 *
 * A fault becomes an `error` token instead of an exception: Jinja2 lexes lazily, so a fault of the parser that
 * stands earlier in the source must be reported first.
 */
import { attachSpan, TemplateError, TemplateSyntaxError } from '../errors.js';
import {
  endOfWord,
  isDigit,
  isIdentifier,
  isSpace,
  normalizeNewlines,
  quoteCharacter,
  skipSpaces,
  trimEnd,
} from './characters.js';
import { endOfFloat, endOfInteger, parseFloatLiteral, parseIntegerLiteral } from './numbers.js';
import { decodeString, endOfString } from './strings.js';
import { operators, type Token, type TokenType } from './tokens.js';

/** @returns the tokens; the last one is `eof`, or the `error` that ended the lexing. */
export function tokenize(source: string): Token[] {
  return new Lexer(source).run();
}

const closing = new Map([
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
]);

/** What the operators of two characters begin with. */
const pairsBeginWith = [...operators.keys()].map((symbol) => (symbol.length > 1 ? symbol[0] : '')).join('');

class Lexer {
  private readonly text: string;
  private position = 0;
  private readonly tokens: Token[] = [];

  constructor(source: string) {
    // One trailing line break does not belong to the template (`keep_trailing_newline` is off).
    const end = source.endsWith('\r\n') ? 2 : source.endsWith('\n') || source.endsWith('\r') ? 1 : 0;
    this.text = end === 0 ? source : source.slice(0, -end);
  }

  run(): Token[] {
    try {
      while (this.position < this.text.length) this.readDataAndTag();
      this.pushEnd();
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      attachSpan(error, { start: this.position, end: this.position + 1 });
      this.tokens.push({ type: 'error', text: '', start: this.position, end: this.position, error });
    }
    return this.tokens;
  }

  private push(type: TokenType, text: string, start: number, end: number): void {
    this.tokens.push({ type, text, start, end });
  }

  /** The end of the template counts to the line of the last token, as in Jinja2. */
  private pushEnd(): void {
    const last = this.tokens.at(-1);
    const start = last === undefined ? 0 : last.type === 'data' ? last.start : last.end;
    this.push('eof', '', start, start);
  }

  private pushData(start: number, end: number, stripped: boolean): void {
    let value = this.text.slice(start, end);
    if (stripped) value = trimEnd(value);
    if (value !== '') this.push('data', normalizeNewlines(value), start, start + value.length);
  }

  /** Text up to the next `{{`, `{%` or `{#`, and then that tag to its end. */
  private readDataAndTag(): void {
    const { text } = this;
    const start = this.position;
    const tag = findTag(text, start);
    if (tag < 0) {
      this.pushData(start, text.length, false);
      this.position = text.length;
      return;
    }
    const sign = text[tag + 2];
    const opened = sign === '-' || sign === '+' ? tag + 3 : tag + 2;
    this.pushData(start, tag, sign === '-');
    this.position = opened;
    switch (text[tag + 1]) {
      case '#':
        this.skipComment();
        break;
      case '{':
        this.push('variable_begin', '{{', tag, opened);
        this.readTag('variable_end', '}}');
        break;
      default:
        this.readBlockTag(tag, opened);
    }
  }

  private readBlockTag(tag: number, opened: number): void {
    const raw = endOfRawBegin(this.text, opened);
    if (raw >= 0) {
      this.position = raw;
      this.readRaw();
      return;
    }
    this.push('block_begin', '{%', tag, opened);
    this.readTag('block_end', '%}');
  }

  private skipComment(): void {
    const { text } = this;
    if (this.position >= text.length) return;
    const end = text.indexOf('#}', this.position);
    if (end < 0) throw new TemplateSyntaxError('Missing end of comment tag');
    const strips = end > this.position && text[end - 1] === '-';
    this.position = strips ? skipSpaces(text, end + 2) : end + 2;
  }

  private readRaw(): void {
    const { text } = this;
    const start = this.position;
    if (start >= text.length) return;
    let tag = text.indexOf('{%', start);
    while (tag >= 0) {
      const end = endOfRawEnd(text, tag);
      if (end >= 0) {
        this.pushData(start, tag, text[tag + 2] === '-');
        this.position = end;
        return;
      }
      tag = text.indexOf('{%', tag + 1);
    }
    throw new TemplateSyntaxError('Missing end of raw directive');
  }

  /** The tokens inside a tag, its end included. An end mark inside open brackets is not an end. */
  private readTag(endType: 'variable_end' | 'block_end', endMark: string): void {
    const { text } = this;
    const brackets: string[] = [];
    while (this.position < text.length) {
      const start = this.position;
      if (brackets.length === 0) {
        const marked = endType === 'block_end' && text[start] === '+' ? start + 1 : start;
        if (text.startsWith(endMark, marked)) {
          this.position = marked + 2;
          this.push(endType, endMark, start, this.position);
          return;
        }
        if (text[start] === '-' && text.startsWith(endMark, start + 1)) {
          this.push(endType, endMark, start, start + 3);
          this.position = skipSpaces(text, start + 3);
          return;
        }
      }
      this.readToken(brackets);
    }
  }

  private readToken(brackets: string[]): void {
    const { text } = this;
    const start = this.position;
    const code = text.charCodeAt(start);
    if (isSpace(code)) {
      this.position = skipSpaces(text, start + 1);
      return;
    }
    const word = isDigit(code) ? start : endOfWord(text, start);
    if (word > start) this.readName(word);
    else if (isDigit(code)) this.readNumber();
    else if (code === 0x22 || code === 0x27) this.readString();
    else this.readOperator(brackets);
  }

  private readName(end: number): void {
    const start = this.position;
    const name = this.text.slice(start, end);
    if (!isIdentifier(name)) throw new TemplateSyntaxError('Invalid character in identifier');
    this.position = end;
    this.push('name', name, start, end);
  }

  private readString(): void {
    const start = this.position;
    const end = endOfString(this.text, start);
    if (end < 0) throw this.unexpectedCharacter();
    const value = decodeString(this.text.slice(start + 1, end - 1));
    this.position = end;
    this.push('string', value, start, end);
  }

  private readNumber(): void {
    const { text } = this;
    const start = this.position;
    const floatEnd = endOfFloat(text, start);
    const end = floatEnd >= 0 ? floatEnd : endOfInteger(text, start);
    const literal = text.slice(start, end);
    const number = floatEnd >= 0 ? parseFloatLiteral(literal) : parseIntegerLiteral(literal);
    this.position = end;
    this.tokens.push({ type: floatEnd >= 0 ? 'float' : 'integer', text: literal, start, end, number });
  }

  private readOperator(brackets: string[]): void {
    const { text } = this;
    const start = this.position;
    const first = text.charAt(start);
    // Looking for the pair takes a new string, and few characters begin one.
    const pair = pairsBeginWith.includes(first) ? text.slice(start, start + 2) : '';
    const symbol = operators.has(pair) ? pair : first;
    const type = operators.get(symbol);
    if (type === undefined) throw this.unexpectedCharacter();

    const opens = closing.get(symbol);
    if (opens !== undefined) brackets.push(opens);
    else if (symbol === '}' || symbol === ')' || symbol === ']') {
      const expected = brackets.pop();
      if (expected === undefined) throw new TemplateSyntaxError(`unexpected '${symbol}'`);
      if (expected !== symbol) {
        throw new TemplateSyntaxError(`unexpected '${symbol}', expected '${expected}'`);
      }
    }
    this.position = start + symbol.length;
    this.push(type, symbol, start, this.position);
  }

  private unexpectedCharacter(): TemplateSyntaxError {
    const character = String.fromCodePoint(this.text.codePointAt(this.position) as number);
    const before = [...normalizeNewlines(this.text.slice(0, this.position))].length;
    return new TemplateSyntaxError(`unexpected char ${quoteCharacter(character)} at ${before}`);
  }
}

/** The next `{{`, `{%` or `{#`, or -1. */
function findTag(text: string, start: number): number {
  let index = text.indexOf('{', start);
  while (index >= 0) {
    const next = text[index + 1];
    if (next === '{' || next === '%' || next === '#') return index;
    index = text.indexOf('{', index + 1);
  }
  return -1;
}

/** One past `raw %}`, where that follows an opened `{%`; else -1. `+%}` does not close it. */
function endOfRawBegin(text: string, opened: number): number {
  const word = skipSpaces(text, opened);
  if (!text.startsWith('raw', word)) return -1;
  const end = skipSpaces(text, word + 3);
  if (text.startsWith('%}', end)) return end + 2;
  return text.startsWith('-%}', end) ? skipSpaces(text, end + 3) : -1;
}

/** One past `{% endraw %}`, where that stands at `tag`; else -1. */
function endOfRawEnd(text: string, tag: number): number {
  const sign = text[tag + 2];
  const word = skipSpaces(text, sign === '-' || sign === '+' ? tag + 3 : tag + 2);
  if (!text.startsWith('endraw', word)) return -1;
  const end = skipSpaces(text, word + 6);
  if (text.startsWith('%}', end)) return end + 2;
  if (text.startsWith('+%}', end)) return end + 3;
  return text.startsWith('-%}', end) ? skipSpaces(text, end + 3) : -1;
}
