/** Operands and what follows them: literals, names, brackets, subscripts, calls, filters, tests. */
import type { CallArguments, Dict, Expression, Filter, Keyword, Name, Pair } from '../ast.js';
import { type Span, TemplateSyntaxError } from '../errors.js';
import { describeToken } from '../lexer/tokens.js';
import { spanOf, type TokenStream } from './stream.js';

/** Levels of brackets, operators and statements that may nest. CPython's own parser gives up earlier. */
const MAX_NESTING = 200;

const literalNames = new Map<string, null | boolean>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
]);

const startsTestArgument = new Set(['name', 'string', 'integer', 'float', 'lparen', 'lbracket', 'lbrace']);

export interface TupleOptions {
  /** Only names, literals and brackets: the targets of assignments. */
  readonly simplified?: boolean;
  readonly withConditional?: boolean;
  /** Whether nothing at all is the empty tuple, as in `()`. */
  readonly parenthesized?: boolean;
}

/** Names that mean something of their own in some places. */
const specialNames = new Set(['loop', 'caller', 'kwargs', 'varargs', 'self', 'super']);

export abstract class PrimaryParser {
  /** Every use of a special name: most templates have none, which spares the compiler a search. */
  readonly specialUses: Name[] = [];
  /** Dict literals that may turn out to have a key that cannot be one. */
  readonly computedDicts: Dict[] = [];
  /** Something has been read that the compiler may yet refuse; see `ParsedTemplate`. */
  isRefusable = false;
  private depth = 0;

  constructor(protected readonly stream: TokenStream) {}

  abstract parseExpression(): Expression;
  abstract parseWithoutConditional(): Expression;

  /** Runs `parse` one level deeper, so that nesting without end is an error and not a full stack. */
  protected nested<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_NESTING) {
      throw new TemplateSyntaxError('the template is nested too deeply', {
        span: spanOf(this.stream.current),
        pythonName: 'RecursionError',
      });
    }
    const result = parse();
    this.depth -= 1;
    return result;
  }

  parsePrimary(): Expression {
    const { stream } = this;
    const token = stream.current;
    switch (token.type) {
      case 'name': {
        stream.next();
        const literal = literalNames.get(token.text);
        if (literal !== undefined) return { kind: 'Const', value: literal, span: spanOf(token) };
        const name: Name = { kind: 'Name', name: token.text, span: spanOf(token) };
        if (specialNames.has(token.text)) this.specialUses.push(name);
        return name;
      }
      case 'string': {
        let value = stream.next().text;
        while (stream.is('string')) value += stream.next().text;
        return { kind: 'Const', value, span: stream.spanFrom(token.start) };
      }
      case 'integer':
      case 'float':
        stream.next();
        return { kind: 'Const', value: token.number ?? null, span: spanOf(token) };
      case 'lparen': {
        stream.next();
        const inner = this.nested(() => this.parseTuple({ parenthesized: true }));
        stream.expect('rparen');
        return inner;
      }
      case 'lbracket':
        return this.nested(() => this.parseList());
      case 'lbrace':
        return this.nested(() => this.parseDict());
      default:
        return stream.fail(`unexpected '${describeToken(token)}'`);
    }
  }

  /** One expression, or a tuple where commas follow. */
  parseTuple(options: TupleOptions = {}): Expression {
    const { stream } = this;
    const start = stream.current.start;
    const items: Expression[] = [];
    let isTuple = false;
    while (true) {
      if (items.length > 0) stream.expect('comma');
      if (this.atTupleEnd()) break;
      items.push(this.parseTupleItem(options));
      if (!stream.is('comma')) break;
      isTuple = true;
    }
    if (!isTuple) {
      const [only] = items;
      if (only) return only;
      if (!options.parenthesized) {
        stream.fail(`Expected an expression, got '${describeToken(stream.current)}'`);
      }
    }
    return { kind: 'Tuple', items, span: { start, end: Math.max(start, stream.consumedEnd) } };
  }

  private parseTupleItem(options: TupleOptions): Expression {
    if (options.simplified) return this.parsePrimary();
    return options.withConditional === false ? this.parseWithoutConditional() : this.parseExpression();
  }

  private atTupleEnd(): boolean {
    const { type } = this.stream.current;
    return type === 'variable_end' || type === 'block_end' || type === 'rparen';
  }

  private parseList(): Expression {
    const { stream } = this;
    const { start } = stream.expect('lbracket');
    const items: Expression[] = [];
    while (!stream.is('rbracket')) {
      if (items.length > 0) stream.expect('comma');
      if (stream.is('rbracket')) break;
      items.push(this.parseExpression());
    }
    stream.expect('rbracket');
    return { kind: 'List', items, span: stream.spanFrom(start) };
  }

  private parseDict(): Expression {
    const { stream } = this;
    const { start } = stream.expect('lbrace');
    const pairs: Pair[] = [];
    while (!stream.is('rbrace')) {
      if (pairs.length > 0) stream.expect('comma');
      if (stream.is('rbrace')) break;
      const key = this.parseExpression();
      stream.expect('colon');
      pairs.push({ key, value: this.parseExpression() });
    }
    stream.expect('rbrace');
    const dict: Dict = { kind: 'Dict', pairs, span: stream.spanFrom(start) };
    if (pairs.some(({ key }) => key.kind !== 'Const' && key.kind !== 'Name')) this.computedDicts.push(dict);
    return dict;
  }

  /** Subscripts and calls. */
  parsePostfix(operand: Expression): Expression {
    let node = operand;
    while (true) {
      const { type } = this.stream.current;
      if (type === 'dot') node = this.parseDot(node);
      else if (type === 'lbracket') node = this.parseSubscript(node);
      else if (type === 'lparen') node = this.parseCall(node);
      else return node;
    }
  }

  /** Filters, tests, and calls of what they give. */
  parseFilters(operand: Expression): Expression {
    let node = operand;
    while (true) {
      const { type } = this.stream.current;
      if (type === 'pipe') node = this.parseFilterChain(node) ?? node;
      else if (type === 'lparen') node = this.parseCall(node);
      else if (this.stream.isName('is')) node = this.parseTest(node);
      else return node;
    }
  }

  private parseDot(target: Expression): Expression {
    const { stream } = this;
    stream.next();
    const token = stream.next();
    const span = { start: target.span.start, end: token.end };
    if (token.type === 'name') {
      return { kind: 'GetAttribute', target, name: token.text, nameSpan: spanOf(token), span };
    }
    if (token.type !== 'integer') stream.fail('expected name or number', spanOf(token));
    const key: Expression = { kind: 'Const', value: token.number ?? null, span: spanOf(token) };
    return { kind: 'GetItem', target, key, span };
  }

  private parseSubscript(target: Expression): Expression {
    const { stream } = this;
    const bracket = stream.next();
    const keys: Expression[] = [];
    while (!stream.is('rbracket')) {
      if (keys.length > 0) stream.expect('comma');
      keys.push(this.nested(() => this.parseSubscriptKey()));
    }
    stream.expect('rbracket');
    const [only] = keys;
    if (keys.length > 1 && keys.some(({ kind }) => kind === 'Slice')) this.isRefusable = true;
    const key: Expression =
      keys.length === 1 && only ? only : { kind: 'Tuple', items: keys, span: stream.spanFrom(bracket.start) };
    return { kind: 'GetItem', target, key, span: stream.spanFrom(target.span.start) };
  }

  private parseSubscriptKey(): Expression {
    const { stream } = this;
    const from = stream.current.start;
    let start: Expression | null = null;
    if (!stream.is('colon')) {
      start = this.parseExpression();
      if (!stream.is('colon')) return start;
    }
    stream.next();
    const stop = stream.is('colon') ? null : this.parseSlicePart();
    const step = stream.skipIf('colon') ? this.parseSlicePart() : null;
    return { kind: 'Slice', start, stop, step, span: stream.spanFrom(from) };
  }

  private parseSlicePart(): Expression | null {
    return this.stream.is('rbracket') || this.stream.is('comma') ? null : this.parseExpression();
  }

  private parseCall(callee: Expression): Expression {
    const args = this.nested(() => this.parseArguments());
    return { kind: 'Call', callee, args, span: this.stream.spanFrom(callee.span.start) };
  }

  parseArguments(): CallArguments {
    const { stream } = this;
    const parenthesis = spanOf(stream.expect('lparen'));
    const positional: Expression[] = [];
    const keyword: Keyword[] = [];
    let spread: Expression | null = null;
    let keywordSpread: Expression | null = null;
    const ensure = (allowed: boolean) => {
      if (!allowed) stream.fail('invalid syntax for function call expression', parenthesis);
    };
    let isFirst = true;
    while (!stream.is('rparen')) {
      if (!isFirst) {
        stream.expect('comma');
        if (stream.is('rparen')) break;
      }
      if (stream.is('mul')) {
        ensure(spread === null && keywordSpread === null);
        stream.next();
        spread = this.parseExpression();
      } else if (stream.is('pow')) {
        ensure(keywordSpread === null);
        stream.next();
        keywordSpread = this.parseExpression();
      } else if (stream.is('name') && stream.look().type === 'assign') {
        ensure(keywordSpread === null);
        const name = stream.next();
        stream.next();
        keyword.push({ name: name.text, nameSpan: spanOf(name), value: this.parseExpression() });
      } else {
        ensure(spread === null && keywordSpread === null && keyword.length === 0);
        positional.push(this.parseExpression());
      }
      isFirst = false;
    }
    stream.expect('rparen');
    if (keyword.length > 1 && new Set(keyword.map(({ name }) => name)).size < keyword.length) {
      this.isRefusable = true;
    }
    return { positional, keyword, spread, keywordSpread };
  }

  private parseDottedName(): { name: string; nameSpan: Span } {
    const { stream } = this;
    const first = stream.expect('name');
    let name = first.text;
    while (stream.skipIf('dot')) name += `.${stream.expect('name').text}`;
    return { name, nameSpan: stream.spanFrom(first.start) };
  }

  /** `| a | b(1)`; `null` where no filter follows and none was given. */
  parseFilterChain(target: Expression | null): Filter | null {
    let node = target;
    while (this.stream.skipIf('pipe')) node = this.parseFilter(node);
    return node as Filter | null;
  }

  /** One filter, its `|` already consumed. */
  parseFilter(target: Expression | null): Filter {
    const { stream } = this;
    const { name, nameSpan } = this.parseDottedName();
    const args = stream.is('lparen') ? this.nested(() => this.parseArguments()) : withoutArguments;
    const span = stream.spanFrom(target?.span.start ?? nameSpan.start);
    return { kind: 'Filter', target, name, nameSpan, args, span };
  }

  private parseTest(target: Expression): Expression {
    const { stream } = this;
    stream.next();
    const negated = stream.skipName('not');
    const { name, nameSpan } = this.parseDottedName();
    const args = this.parseTestArguments();
    const span = stream.spanFrom(target.span.start);
    const test: Expression = { kind: 'Test', target, name, nameSpan, args, span };
    return negated ? { kind: 'Not', operand: test, span } : test;
  }

  /** `is divisibleby(3)`, and `is divisibleby 3`. */
  private parseTestArguments(): CallArguments {
    const { stream } = this;
    if (stream.is('lparen')) return this.nested(() => this.parseArguments());
    const takesOne =
      startsTestArgument.has(stream.current.type) &&
      !stream.isName('else') &&
      !stream.isName('or') &&
      !stream.isName('and');
    if (!takesOne) return withoutArguments;
    if (stream.isName('is')) stream.fail('You cannot chain multiple tests with is');
    const argument = this.nested(() => this.parsePostfix(this.parsePrimary()));
    return { ...withoutArguments, positional: [argument] };
  }
}

const withoutArguments: CallArguments = { positional: [], keyword: [], spread: null, keywordSpread: null };
