/** Assignments in loops whose value is gone before anything reads it. */
import { type ast, forEachChild, walk } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';

export interface LostAssignment {
  readonly target: ast.NameTarget;
  /** It adds to its own old value, which is that of before the loop in every turn. */
  readonly accumulates: boolean;
}

/** What one scope has bound so far. */
interface Scope {
  readonly bound: Set<string>;
  readonly outer: Scope | null;
  /** The loop whose body the scope is. */
  readonly loop: ast.For | null;
}

/**
 * Each turn of a loop starts with the values from before the loop. An assignment is lost where something reads the name
 * in the next turn or behind the loop and nothing does in the rest of its own turn, and where it adds up.
 */
export function lostAssignments({ template, analysis }: TemplateSite): LostAssignment[] {
  const found: LostAssignment[] = [];
  const reads = new Map<string, number[]>();
  for (const { name, span } of [...analysis.variables, ...analysis.functions]) {
    const list = reads.get(name);
    if (list) list.push(span.start);
    else reads.set(name, [span.start]);
  }

  const assignment = (node: ast.Assign | ast.AssignBlock, { bound, outer, loop }: Scope): void => {
    const { target } = node;
    if (target.kind !== 'NameTarget' || !loop) return;
    const { name } = target;
    if (bound.has(name)) return;
    const isOuter = isBound(name, outer);
    const own = node.kind === 'Assign' ? node.value : null;
    // Without a value from before the loop, its reads outside are of something that is not defined at all.
    if (!isOuter) return;
    const places = reads.get(name) ?? [];
    const readIn = (from: number, to: number) => places.some((at) => at >= from && at < to);
    const readLater = readIn(node.span.end, loop.span.end);
    const readBehind = readIn(loop.span.end, Number.POSITIVE_INFINITY);
    const adds = own === null ? null : additionTo(own, name);
    if (adds) {
      // `url ~ id` may be made anew in each turn from what stands before the loop.
      if (!readLater || readBehind || adds.isSteady) found.push({ target, accumulates: true });
      return;
    }
    if (!readLater && (readBehind || readIn(loop.span.start, node.span.start))) {
      found.push({ target, accumulates: false });
    }
  };

  const enter = (node: ast.Node, scope: Scope): void => {
    const inside = (
      nodes: readonly ast.Node[],
      loop: ast.For | null,
      names: readonly string[],
      outer = scope,
    ) => {
      const inner: Scope = { bound: new Set(names), outer, loop };
      for (const each of nodes) enter(each, inner);
    };
    switch (node.kind) {
      case 'Assign':
        assignment(node, scope);
        bind(node.target, scope.bound);
        return;
      case 'AssignBlock':
        inside(node.body, null, []);
        assignment(node, scope);
        bind(node.target, scope.bound);
        return;
      case 'For':
        inside(node.body, node, ['loop', ...namesOf(node.target)]);
        inside(node.alternate, null, []);
        return;
      case 'With':
        inside(node.body, null, node.targets.flatMap(namesOf));
        return;
      case 'Macro':
      case 'CallBlock':
        if (node.kind === 'Macro') scope.bound.add(node.name);
        inside(
          node.body,
          null,
          node.parameters.map(({ name }) => name),
        );
        return;
      case 'FilterBlock':
      case 'Autoescape':
      case 'Block':
        inside(node.body, null, []);
        return;
      default:
        forEachChild(node, (child) => enter(child, scope));
    }
  };
  enter(template.tree, { bound: new Set(), outer: null, loop: null });
  return found;
}

const isBound = (name: string, scope: Scope | null): boolean => {
  for (let each = scope; each; each = each.outer) if (each.bound.has(name)) return true;
  return false;
};

function namesOf(target: ast.SetTarget): string[] {
  if (target.kind === 'TupleTarget') return target.items.flatMap(namesOf);
  return target.kind === 'NameTarget' ? [target.name] : [];
}

function bind(target: ast.SetTarget, bound: Set<string>): void {
  for (const name of namesOf(target)) bound.add(name);
}

/** `name + ...`, `name ~ ...` and the like; steady where what is added is the same in each turn. */
function additionTo(value: ast.Expression, name: string): { isSteady: boolean } | null {
  if (value.kind !== 'Binary' && value.kind !== 'Concat') return null;
  let found = false;
  let isSteady = true;
  walk(value, (node) => {
    if (node.kind !== 'Name') return;
    if (node.name === name) found = true;
    else isSteady = false;
  });
  return found ? { isSteady } : null;
}
