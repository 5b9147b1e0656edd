/** From an expression to what an assignment may bind. */
import type { Expression, Target } from '../ast.js';
import type { TokenStream } from './stream.js';

const operatorClasses = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'div'],
  ['//', 'floordiv'],
  ['%', 'mod'],
  ['**', 'pow'],
]);

/** The name of Jinja2's class for the node, as its messages show it. */
function className(node: Expression): string {
  switch (node.kind) {
    case 'Binary':
      return operatorClasses.get(node.operator) ?? 'binexpr';
    case 'Logical':
      return node.operator;
    case 'Unary':
      return node.operator === '-' ? 'neg' : 'pos';
    case 'Conditional':
      return 'condexpr';
    case 'GetAttribute':
      return 'getattr';
    case 'GetItem':
      return 'getitem';
    default:
      return node.kind.toLowerCase();
  }
}

function asTarget(node: Expression): Target | null {
  if (node.kind === 'Name') return { kind: 'NameTarget', name: node.name, span: node.span };
  if (node.kind !== 'Tuple') return null;
  const items = node.items.map(asTarget);
  if (!items.every((item) => item !== null)) return null;
  return { kind: 'TupleTarget', items, span: node.span };
}

/** @throws TemplateSyntaxError for anything but a name or a tuple of targets. */
export const toTarget = (node: Expression, stream: TokenStream): Target =>
  asTarget(node) ?? stream.fail(`can't assign to '${className(node)}'`, node.span);
