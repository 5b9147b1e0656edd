import type { ast } from '../../jinja/index.js';
import { isDefault, leavesNone } from './existence-guards.js';

/** What is printed where it is there: `x` of `x or '{}'`, of `x | default('{}', true)` and of `x if x else '{}'`. */
export function withoutFallback(expression: ast.Expression): ast.Expression {
  let node = expression;
  for (;;) {
    if (node.kind === 'Logical' && node.operator === 'or') node = node.left;
    else if (node.kind === 'Conditional') node = node.consequent;
    else if (node.kind === 'Filter' && node.target && isDefault(node) && !leavesNone(node))
      node = node.target;
    else return node;
  }
}

/** Behind what ` | safe` has to stand to hold for the value; null where it takes parentheses. */
export function endBeforeSafe(expression: ast.Expression): number | null {
  let node = expression;
  while (node.kind === 'Conditional') node = node.consequent;
  return node.kind === 'Logical' ? null : node.span.end;
}
