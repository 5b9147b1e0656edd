/** Which conditions stand around an expression. */
import { type ast, forEachChild, walk } from '../../jinja/index.js';
import type { Definitions } from './definitions.js';

/** The innermost condition; whether it has to hold or not to hold is left open. */
export interface Guard {
  /** Null around the body of a macro: whatever guards its calls is not known. */
  readonly test: ast.Expression | null;
  readonly outer: Guard | null;
}

type Visit = (node: ast.Node, guard: Guard | null) => void;

/** Calls `visit` for everything below the node, in the order of the source as far as it matters, with its guards. */
export function walkGuarded(root: ast.Node, visit: Visit): void {
  const all = (nodes: readonly ast.Node[], inner: Guard | null) => {
    for (const each of nodes) enter(each, inner);
  };
  const enter = (node: ast.Node, guard: Guard | null): void => {
    visit(node, guard);
    switch (node.kind) {
      case 'If': {
        let inner = guard;
        for (const branch of [node, ...node.elifs]) {
          enter(branch.test, inner);
          inner = { test: branch.test, outer: inner };
          all(branch.body, inner);
        }
        all(node.alternate, inner);
        return;
      }
      case 'Conditional': {
        const inner = { test: node.test, outer: guard };
        enter(node.test, guard);
        enter(node.consequent, inner);
        if (node.alternate) enter(node.alternate, inner);
        return;
      }
      case 'Logical':
        enter(node.left, guard);
        enter(node.right, { test: node.left, outer: guard });
        return;
      case 'For': {
        enter(node.iterable, guard);
        if (node.test) enter(node.test, guard);
        all(node.body, node.test ? { test: node.test, outer: guard } : guard);
        all(node.alternate, { test: node.iterable, outer: guard });
        return;
      }
      case 'Macro':
      case 'CallBlock':
      case 'Block': {
        const inner = { test: null, outer: guard };
        forEachChild(node, (child) => enter(child, inner));
        return;
      }
      default:
        forEachChild(node, (child) => enter(child, guard));
    }
  };
  enter(root, null);
}

/** Whether a condition around the place looks at a variable: itself, or by way of what the template has made of it. */
export function isGuardedBy(
  guard: Guard | null,
  names: ReadonlySet<string>,
  definitions: Definitions,
): boolean {
  for (let each = guard; each; each = each.outer) {
    if (!each.test || mentions(each.test, names, definitions)) return true;
  }
  return false;
}

function mentions(node: ast.Expression, names: ReadonlySet<string>, definitions: Definitions): boolean {
  const pending = [node];
  const seen = new Set<string>();
  let found = false;
  for (let next = pending.pop(); next && !found; next = pending.pop()) {
    walk(next, (part) => {
      if (part.kind !== 'Name' || seen.has(part.name)) return;
      seen.add(part.name);
      if (names.has(part.name) || definitions.isOpaque(part.name)) found = true;
      pending.push(...definitions.assignedTo(part.name));
    });
  }
  return found;
}
