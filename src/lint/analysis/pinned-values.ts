/** Values that a condition holds to what is written in the template, or to a number. */
import { type ast, walk } from '../../jinja/index.js';
import { pathOf } from './existence-guards.js';

/** Whether a value is one of certain constants, or a number, where a condition holds (or does not hold). */
export function isPinned(value: ast.Expression, condition: ast.Expression, holds: boolean): boolean {
  const path = pathOf(value)?.join('.');
  if (path === undefined) return false;
  const isValue = (node: ast.Expression): boolean => pathOf(node)?.join('.') === path;
  const pins = (node: ast.Expression, isTrue: boolean): boolean => {
    switch (node.kind) {
      case 'Not':
        return pins(node.operand, !isTrue);
      case 'Logical': {
        const both = (node.operator === 'and') === isTrue;
        const [left, right] = [pins(node.left, isTrue), pins(node.right, isTrue)];
        return both ? left || right : left && right;
      }
      case 'Test':
        return isTrue && numeric.has(node.name) && isValue(node.target);
      case 'Compare': {
        const [operand, ...others] = node.operands;
        if (!operand || others.length > 0) return false;
        const { operator, value: right } = operand;
        if (operator === (isTrue ? '==' : '!=')) {
          return (isValue(node.left) && isConstant(right)) || (isValue(right) && isConstant(node.left));
        }
        return operator === (isTrue ? 'in' : 'not in') && isValue(node.left) && isList(right);
      }
      default:
        return false;
    }
  };
  return pins(condition, holds);
}

/** Which of the printed expressions stand in a branch that pins them. */
export function pinnedByBranches(
  template: ast.TemplateNode,
  printed: ReadonlySet<ast.Expression>,
): ReadonlySet<ast.Expression> {
  const pinned = new Set<ast.Expression>();
  walk(template, (node) => {
    if (node.kind !== 'If') return;
    const before: ast.Expression[] = [];
    for (const { test, body } of [node, ...node.elifs]) {
      collect(body, (each) => isPinned(each, test, true) || before.some((one) => isPinned(each, one, false)));
      before.push(test);
    }
    collect(node.alternate, (each) => before.some((one) => isPinned(each, one, false)));
  });
  return pinned;

  function collect(body: readonly ast.Statement[], isHeld: (node: ast.Expression) => boolean): void {
    for (const statement of body) {
      if (statement.kind !== 'Output') continue;
      for (const node of statement.nodes) {
        if (node.kind !== 'TemplateData' && printed.has(node) && isHeld(node)) pinned.add(node);
      }
    }
  }
}

const numeric: ReadonlySet<string> = new Set(['number', 'integer', 'float', 'boolean']);

const isConstant = (node: ast.Expression): boolean => node.kind === 'Const';

const isList = (node: ast.Expression): boolean =>
  (node.kind === 'List' || node.kind === 'Tuple') && node.items.every(isConstant);
