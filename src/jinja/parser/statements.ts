/** Tags: the statements of a template, the text between them, and what goes wrong with their nesting. */
import type {
  Block,
  CallBlock,
  Expression,
  For,
  If,
  NameTarget,
  SetTarget,
  Signature,
  Statement,
  Target,
  TemplateData,
  TemplateNode,
} from '../ast.js';
import { type Span, TemplateSyntaxError } from '../errors.js';
import { isSpace } from '../lexer/characters.js';
import { ImportParser } from './imports.js';
import { spanOf } from './stream.js';

type EndTags = readonly string[];

/** Tags whose names, arguments or place the compiler checks. */
const refusableTags = new Set('block extends macro include from import call filter'.split(' '));

export class StatementParser extends ImportParser {
  /** Every block, inner ones before those around them. */
  readonly blocks: Block[] = [];
  /** Assignments to `loop`. */
  readonly loopAssignments: NameTarget[] = [];

  /** The tags that are open, for the hint of an error. */
  private readonly openTags: { readonly name: string; readonly span: Span }[] = [];
  /** What would close them, innermost last. */
  private readonly awaited: EndTags[] = [];

  private static readonly tags = new Map<string, (parser: StatementParser, start: number) => Statement>([
    ['for', (parser, start) => parser.parseFor(start)],
    ['if', (parser, start) => parser.parseIf(start)],
    ['block', (parser, start) => parser.parseBlock(start)],
    ['extends', (parser, start) => parser.parseExtends(start)],
    ['print', (parser, start) => parser.parsePrint(start)],
    ['macro', (parser, start) => parser.parseMacro(start)],
    ['include', (parser, start) => parser.parseInclude(start)],
    ['from', (parser, start) => parser.parseFrom(start)],
    ['import', (parser, start) => parser.parseImport(start)],
    ['set', (parser, start) => parser.parseSet(start)],
    ['with', (parser, start) => parser.parseWith(start)],
    ['autoescape', (parser, start) => parser.parseAutoescape(start)],
    ['call', (parser, start) => parser.parseCallBlock(start)],
    ['filter', (parser, start) => parser.parseFilterBlock(start)],
  ]);

  parseTemplate(): TemplateNode {
    const body = this.parseBody(null);
    return { kind: 'Template', body, span: this.stream.spanFrom(0) };
  }

  /** Text and tags up to one of the end tags, which stays current; up to the end of the template for `null`. */
  private parseBody(endTags: EndTags | null): Statement[] {
    const { stream } = this;
    const body: Statement[] = [];
    let output: (Expression | TemplateData)[] = [];
    const flush = () => {
      const [first] = output;
      if (!first) return;
      body.push({ kind: 'Output', nodes: output, span: stream.spanFrom(first.span.start) });
      output = [];
    };
    if (endTags) this.awaited.push(endTags);
    while (!stream.atEnd) {
      const token = stream.next();
      if (token.type === 'data') {
        output.push({ kind: 'TemplateData', text: token.text, span: spanOf(token) });
      } else if (token.type === 'variable_begin') {
        output.push(this.parseTuple());
        stream.expect('variable_end');
      } else {
        flush();
        if (endTags?.some((tag) => stream.isName(tag))) break;
        body.push(this.parseStatement());
        stream.expect('block_end');
      }
    }
    flush();
    if (endTags) this.awaited.pop();
    return body;
  }

  private parseStatement(): Statement {
    const { stream } = this;
    const token = stream.current;
    if (token.type !== 'name') stream.fail('tag name expected');
    const parse = StatementParser.tags.get(token.text);
    if (!parse) this.failUnknownTag(token.text, spanOf(token));
    if (refusableTags.has(token.text)) this.isRefusable = true;
    this.openTags.push({ name: token.text, span: spanOf(token) });
    stream.next();
    const statement = this.nested(() => parse(this, token.start));
    this.openTags.pop();
    return statement;
  }

  /** The body of a tag, which ends at one of the end tags; that one stays current. */
  private parseUntil(...endTags: string[]): Statement[] {
    this.stream.skipIf('colon');
    this.stream.expect('block_end');
    const body = this.parseBody(endTags);
    if (this.stream.atEnd) this.failAtEnd(endTags);
    return body;
  }

  /** The same, and the end tag is consumed. */
  private parseThrough(endTag: string): Statement[] {
    const body = this.parseUntil(endTag);
    this.stream.next();
    return body;
  }

  private failUnknownTag(name: string, span: Span): never {
    const expected = new Set(this.awaited.flat());
    this.failLooking(`Encountered unknown tag '${name}'.`, this.awaited, span, expected.has(name));
  }

  private failAtEnd(endTags: EndTags): never {
    const span = spanOf(this.stream.current);
    this.failLooking('Unexpected end of template.', [...this.awaited, endTags], span, false);
  }

  private failLooking(
    message: string,
    awaited: readonly EndTags[],
    span: Span,
    isNestingMistake: boolean,
  ): never {
    const parts = [message];
    const innermost = awaited.at(-1);
    if (innermost) {
      const tags = innermost.map((tag) => `'${tag}'`).join(' or ');
      parts.push(
        isNestingMistake
          ? `You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for ${tags}.`
          : `Jinja was looking for the following tags: ${tags}.`,
      );
    }
    const open = this.openTags.at(-1);
    if (open) parts.push(`The innermost block that needs to be closed is '${open.name}'.`);
    const unclosed = message.startsWith('Unexpected end') ? open?.span : undefined;
    throw new TemplateSyntaxError(parts.join(' '), { span, unclosed });
  }

  private parseFor(start: number): For {
    const { stream } = this;
    const target = this.parseTarget();
    this.noteLoopAssignment(target);
    stream.expect('name:in');
    const iterable = this.parseTuple({ withConditional: false });
    const test = stream.skipName('if') ? this.parseExpression() : null;
    const recursive = stream.skipName('recursive');
    const body = this.parseUntil('endfor', 'else');
    const alternate = stream.next().text === 'else' ? this.parseThrough('endfor') : [];
    const span = stream.spanFrom(start);
    return { kind: 'For', target, iterable, body, alternate, test, recursive, span };
  }

  private parseIf(start: number): If {
    const { stream } = this;
    const first = this.parseBranch();
    const elifs: If[] = [];
    let alternate: readonly Statement[] = [];
    while (true) {
      const tag = stream.next();
      if (tag.text === 'else') alternate = this.parseThrough('endif');
      if (tag.text !== 'elif') break;
      const branch = this.parseBranch();
      elifs.push({ kind: 'If', ...branch, elifs: [], alternate: [], span: stream.spanFrom(tag.start) });
    }
    return { kind: 'If', ...first, elifs, alternate, span: stream.spanFrom(start) };
  }

  private parseBranch(): { test: Expression; body: Statement[] } {
    const test = this.parseTuple({ withConditional: false });
    return { test, body: this.parseUntil('elif', 'else', 'endif') };
  }

  private parseWith(start: number): Statement {
    const { stream } = this;
    const targets: Target[] = [];
    const values: Expression[] = [];
    while (!stream.is('block_end')) {
      if (targets.length > 0) stream.expect('comma');
      targets.push(this.parseTarget());
      stream.expect('assign');
      values.push(this.parseExpression());
    }
    const body = this.parseThrough('endwith');
    return { kind: 'With', targets, values, body, span: stream.spanFrom(start) };
  }

  private parseAutoescape(start: number): Statement {
    const value = this.parseExpression();
    const body = this.parseThrough('endautoescape');
    return { kind: 'Autoescape', value, body, span: this.stream.spanFrom(start) };
  }

  private parseBlock(start: number): Block {
    const { stream } = this;
    const token = stream.expect('name');
    const scoped = stream.skipName('scoped');
    const required = stream.skipName('required');
    if (stream.is('sub')) {
      stream.fail(
        'Block names in Jinja have to be valid Python identifiers and may not contain hyphens, ' +
          'use an underscore instead.',
      );
    }
    const body = this.parseThrough('endblock');
    if (required && !body.every(isBlank)) {
      stream.fail('Required blocks can only contain comments or whitespace');
    }
    stream.skipName(token.text);
    const nameSpan = spanOf(token);
    const span = stream.spanFrom(start);
    const block: Block = { kind: 'Block', name: token.text, nameSpan, body, scoped, required, span };
    this.blocks.push(block);
    return block;
  }

  private parseSignature(): Signature {
    const { stream } = this;
    const parameters: NameTarget[] = [];
    const defaults: Expression[] = [];
    stream.expect('lparen');
    while (!stream.is('rparen')) {
      if (parameters.length > 0) stream.expect('comma');
      const parameter = this.parseNameTarget();
      if (stream.skipIf('assign')) defaults.push(this.parseExpression());
      else if (defaults.length > 0) stream.fail('non-default argument follows default argument');
      parameters.push(parameter);
    }
    stream.expect('rparen');
    return { parameters, defaults };
  }

  private parseMacro(start: number): Statement {
    const { name, span: nameSpan } = this.parseNameTarget();
    const signature = this.parseSignature();
    const body = this.parseThrough('endmacro');
    return { kind: 'Macro', name, nameSpan, ...signature, body, span: this.stream.spanFrom(start) };
  }

  private parseCallBlock(start: number): CallBlock {
    const { stream } = this;
    const tag: Span = { start, end: start + 'call'.length };
    const signature = stream.is('lparen') ? this.parseSignature() : { parameters: [], defaults: [] };
    const call = this.parseExpression();
    if (call.kind !== 'Call') return stream.fail('expected call', tag);
    const body = this.parseThrough('endcall');
    return { kind: 'CallBlock', call, ...signature, body, span: stream.spanFrom(start) };
  }

  private parseFilterBlock(start: number): Statement {
    const first = this.parseFilter(null);
    const filter = this.parseFilterChain(first) ?? first;
    const body = this.parseThrough('endfilter');
    return { kind: 'FilterBlock', filter, body, span: this.stream.spanFrom(start) };
  }

  private parseSet(start: number): Statement {
    const { stream } = this;
    const target = this.parseSetTarget();
    if (stream.skipIf('assign')) {
      const value = this.parseTuple();
      return { kind: 'Assign', target, value, span: stream.spanFrom(start) };
    }
    const filter = this.parseFilterChain(null);
    if (filter) this.isRefusable = true;
    const body = this.parseThrough('endset');
    return { kind: 'AssignBlock', target, filter, body, span: stream.spanFrom(start) };
  }

  private parseSetTarget(): SetTarget {
    const { stream } = this;
    if (stream.look().type !== 'dot') {
      const target = this.parseTarget();
      this.noteLoopAssignment(target);
      return target;
    }
    const name = stream.expect('name');
    stream.next();
    const attribute = stream.expect('name').text;
    return { kind: 'NamespaceTarget', name: name.text, attribute, span: stream.spanFrom(name.start) };
  }

  private noteLoopAssignment(target: Target): void {
    if (target.kind === 'TupleTarget') for (const item of target.items) this.noteLoopAssignment(item);
    else if (target.name === 'loop') this.loopAssignments.push(target);
  }

  private parsePrint(start: number): Statement {
    const { stream } = this;
    const nodes: Expression[] = [];
    while (!stream.is('block_end')) {
      if (nodes.length > 0) stream.expect('comma');
      nodes.push(this.parseExpression());
    }
    return { kind: 'Output', nodes, span: stream.spanFrom(start) };
  }
}

function isBlank(statement: Statement): boolean {
  return (
    statement.kind === 'Output' &&
    statement.nodes.every(
      (node) => node.kind === 'TemplateData' && [...node.text].every((c) => isSpace(c.charCodeAt(0))),
    )
  );
}
