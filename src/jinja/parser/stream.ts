/** The parser's view of the tokens: one current token, one to look at, and what was consumed last. */
import { type Span, TemplateSyntaxError } from '../errors.js';
import {
  describePattern,
  describeToken,
  matches,
  type Token,
  type TokenPattern,
  type TokenType,
} from '../lexer/tokens.js';

export const spanOf = (token: Token): Span => ({ start: token.start, end: token.end });

export class TokenStream {
  current: Token;
  /** Where the token that was consumed last ends. */
  consumedEnd = 0;
  private index = 0;

  constructor(private readonly tokens: readonly Token[]) {
    this.current = this.at(0);
  }

  private at(index: number): Token {
    const token = this.tokens[Math.min(index, this.tokens.length - 1)] as Token;
    if (token.error) throw token.error;
    return token;
  }

  get atEnd(): boolean {
    return this.current.type === 'eof';
  }

  /** Moves on and returns the token that was current. */
  next(): Token {
    const token = this.current;
    this.current = this.at(this.index + 1);
    this.index += 1;
    this.consumedEnd = token.end;
    return token;
  }

  look(): Token {
    return this.at(this.index + 1);
  }

  is(type: TokenType): boolean {
    return this.current.type === type;
  }

  isName(name: string): boolean {
    return this.current.type === 'name' && this.current.text === name;
  }

  skipIf(type: TokenType): boolean {
    if (this.current.type !== type) return false;
    this.next();
    return true;
  }

  skipName(name: string): boolean {
    if (!this.isName(name)) return false;
    this.next();
    return true;
  }

  /** @throws TemplateSyntaxError where the current token is another one. */
  expect(pattern: TokenPattern): Token {
    const { current } = this;
    if (matches(current, pattern)) return this.next();
    const expected = describePattern(pattern);
    if (current.type === 'eof') {
      this.fail(`unexpected end of template, expected '${expected}'.`);
    }
    this.fail(`expected token '${expected}', got '${describeToken(current)}'`);
  }

  /** The span from `start` to the token that was consumed last. */
  spanFrom(start: number): Span {
    return { start, end: this.consumedEnd };
  }

  fail(message: string, span: Span = spanOf(this.current)): never {
    throw new TemplateSyntaxError(message, { span });
  }
}
