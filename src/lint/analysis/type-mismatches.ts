/** Comparisons of a value with a literal of another type. */
import type { ast, Span } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { nodesOf } from './nodes.js';
import { oncePerText } from './once.js';
import { literalType, type ValueType, valueType } from './value-types.js';

export interface TypeMismatch {
  readonly value: ast.Expression;
  readonly type: ValueType;
  readonly operator: ast.ComparisonOperator;
  /** What it is compared with: a literal, or a list of them. */
  readonly literals: readonly ast.Expression[];
  readonly literalType: ValueType | 'boolean';
  readonly span: Span;
  /** Python refuses to compare the two, so that the template fails. */
  readonly fails: boolean;
}

interface Comparison {
  readonly left: ast.Expression;
  readonly operator: ast.ComparisonOperator;
  readonly right: ast.Expression;
}

export const typeMismatches = (site: TemplateSite): readonly TypeMismatch[] =>
  comparisonsIn(site).flatMap((comparison) => mismatchesOf(comparison, site));

/** Those with a literal on one side. */
const comparisonsIn = oncePerText((content): readonly Comparison[] => {
  const found: Comparison[] = [];
  for (const node of nodesOf(content).comparisons) {
    if (node.kind === 'Compare') {
      let { left } = node;
      for (const { operator, value: right } of node.operands) {
        found.push({ left, operator, right });
        left = right;
      }
    } else {
      const operator = operators.get(node.name);
      const [right] = node.args.positional;
      if (operator && right) found.push({ left: node.target, operator, right });
    }
  }
  return found.filter(({ left, right }) => holdsLiteral(left) !== holdsLiteral(right));
});

/** Tests that compare, too. */
const operators: ReadonlyMap<string, ast.ComparisonOperator> = new Map([
  ...['==', 'eq', 'equalto'].map((name) => [name, '=='] as const),
  ...['!=', 'ne'].map((name) => [name, '!='] as const),
  ...['<', 'lt', 'lessthan'].map((name) => [name, '<'] as const),
  ...['>', 'gt', 'greaterthan'].map((name) => [name, '>'] as const),
  ...['<=', 'le'].map((name) => [name, '<='] as const),
  ...['>=', 'ge'].map((name) => [name, '>='] as const),
  ['in', 'in'],
]);

const itemsOf = (node: ast.Expression): readonly ast.Expression[] | null =>
  node.kind === 'List' || node.kind === 'Tuple' ? node.items : null;

const holdsLiteral = (node: ast.Expression): boolean =>
  literalType(node) !== null || (itemsOf(node)?.some((item) => literalType(item) !== null) ?? false);

function mismatchesOf({ left, operator, right }: Comparison, site: TemplateSite): readonly TypeMismatch[] {
  const isContained = operator === 'in' || operator === 'not in';
  const items = isContained ? itemsOf(right) : null;
  const [value, literal] = holdsLiteral(right) ? [left, right] : [right, left];
  const own = items || literalType(literal) !== null ? valueType(value, site) : null;
  if (own === null) return [];
  const found = (literals: readonly ast.Expression[], span: Span, fails: boolean): TypeMismatch[] => {
    const other = literals[0] ? literalType(literals[0]) : null;
    return other ? [{ value, type: own, operator, literals, literalType: other, span, fails }] : [];
  };
  if (items) {
    const others = items.filter((item) => differ(own, literalType(item)));
    if (others.length === items.length) return found(others, right.span, false);
    return others.flatMap((item) => found([item], item.span, false));
  }
  if (isContained) {
    // Only text can be looked for in text.
    const fails =
      literal === right
        ? own === 'number' && literalType(right) === 'text'
        : own === 'text' && literalType(left) === 'number';
    return fails ? found([literal], literal.span, true) : [];
  }
  if (!differ(own, literalType(literal))) return [];
  return found([literal], literal.span, operator !== '==' && operator !== '!=');
}

/** In Python `1 == True`, so that a number may equal a boolean. */
const differ = (own: ValueType, other: ValueType | 'boolean' | null): boolean =>
  other !== null && other !== own && !(own === 'number' && other === 'boolean');
