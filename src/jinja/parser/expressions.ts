/** Operators, from the loosest (`if`/`else`) to the tightest (`-x`). */
import type { BinaryOperator, ComparisonOperator, Expression, Operand } from '../ast.js';
import type { Span } from '../errors.js';
import { PrimaryParser } from './primary.js';
import { spanOf } from './stream.js';

const comparisons = new Map<string, ComparisonOperator>([
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['lteq', '<='],
  ['gt', '>'],
  ['gteq', '>='],
]);
const multiplications = new Set<string>(['mul', 'div', 'floordiv', 'mod']);

const across = (left: Expression, right: Expression): Span => ({
  start: left.span.start,
  end: right.span.end,
});

interface Operator {
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
}

const binary = (operator: Operator, left: Expression, right: Expression): Expression => ({
  kind: 'Binary',
  ...operator,
  left,
  right,
  span: across(left, right),
});

export class ExpressionParser extends PrimaryParser {
  parseExpression(): Expression {
    const { stream } = this;
    let node = this.parseOr();
    while (stream.skipName('if')) {
      const test = this.parseOr();
      const alternate = stream.skipName('else') ? this.nested(() => this.parseExpression()) : null;
      const span = stream.spanFrom(node.span.start);
      node = { kind: 'Conditional', test, consequent: node, alternate, span };
    }
    return node;
  }

  parseWithoutConditional(): Expression {
    return this.parseOr();
  }

  private parseOr(): Expression {
    let left = this.parseAnd();
    while (this.stream.skipName('or')) {
      const right = this.parseAnd();
      left = { kind: 'Logical', operator: 'or', left, right, span: across(left, right) };
    }
    return left;
  }

  private parseAnd(): Expression {
    let left = this.parseNot();
    while (this.stream.skipName('and')) {
      const right = this.parseNot();
      left = { kind: 'Logical', operator: 'and', left, right, span: across(left, right) };
    }
    return left;
  }

  private parseNot(): Expression {
    const { stream } = this;
    if (!stream.isName('not')) return this.parseCompare();
    const { start } = stream.next();
    const operand = this.nested(() => this.parseNot());
    return { kind: 'Not', operand, span: stream.spanFrom(start) };
  }

  private parseCompare(): Expression {
    const left = this.parseAddition();
    const operands: Operand[] = [];
    while (true) {
      const comparison = this.parseComparison();
      if (!comparison) break;
      operands.push({ ...comparison, value: this.parseAddition() });
    }
    if (operands.length === 0) return left;
    return { kind: 'Compare', left, operands, span: this.stream.spanFrom(left.span.start) };
  }

  private parseComparison(): { operator: ComparisonOperator; operatorSpan: Span } | null {
    const { stream } = this;
    const operator = comparisons.get(stream.current.type);
    if (operator) return { operator, operatorSpan: spanOf(stream.next()) };
    if (stream.isName('in')) return { operator: 'in', operatorSpan: spanOf(stream.next()) };
    if (!stream.isName('not')) return null;
    const after = stream.look();
    if (after.type !== 'name' || after.text !== 'in') return null;
    const { start } = stream.next();
    return { operator: 'not in', operatorSpan: { start, end: stream.next().end } };
  }

  private parseAddition(): Expression {
    let left = this.parseConcat();
    while (this.stream.is('add') || this.stream.is('sub')) {
      const operator = this.takeOperator();
      left = binary(operator, left, this.parseConcat());
    }
    return left;
  }

  private parseConcat(): Expression {
    const { stream } = this;
    const first = this.parseMultiplication();
    if (!stream.is('tilde')) return first;
    const operatorSpan = spanOf(stream.current);
    const items = [first];
    while (stream.skipIf('tilde')) items.push(this.parseMultiplication());
    return { kind: 'Concat', items, operatorSpan, span: stream.spanFrom(first.span.start) };
  }

  private parseMultiplication(): Expression {
    let left = this.parsePower();
    while (multiplications.has(this.stream.current.type)) {
      const operator = this.takeOperator();
      left = binary(operator, left, this.parsePower());
    }
    return left;
  }

  /** `**` binds to the left in Jinja2: `2 ** 3 ** 2` is 64. */
  private parsePower(): Expression {
    let left = this.parseUnary();
    while (this.stream.is('pow')) {
      const operator = this.takeOperator();
      left = binary(operator, left, this.parseUnary());
    }
    return left;
  }

  private takeOperator(): Operator {
    const token = this.stream.next();
    return { operator: token.text as BinaryOperator, operatorSpan: spanOf(token) };
  }

  /** A sign binds tighter than a filter: `-x|abs` is `(-x)|abs`. */
  private parseUnary(): Expression {
    return this.parseFilters(this.parseSigned());
  }

  private parseSigned(): Expression {
    const { stream } = this;
    const { type, start } = stream.current;
    if (type !== 'sub' && type !== 'add') return this.parsePostfix(this.parsePrimary());
    stream.next();
    const operand = this.nested(() => this.parseSigned());
    const operator = type === 'sub' ? '-' : '+';
    return this.parsePostfix({ kind: 'Unary', operator, operand, span: stream.spanFrom(start) });
  }
}
