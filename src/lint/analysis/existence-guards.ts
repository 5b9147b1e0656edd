/** What a template has asked about before it uses a value: `{% if x is defined %}`, `x and x.y`, `'k' in x`. */
import type { ast } from '../../jinja/index.js';

/** The guards around a place, innermost first. */
export interface Guards {
  /** Worked out where somebody asks: of most conditions nobody does. */
  readonly asked: () => Asked;
  readonly outer: Guards | null;
}

interface Asked {
  /** Paths whose existence is asked about: the author knows that they may be absent. */
  readonly existence: ReadonlySet<string>;
  /** Paths that are only asked for their truth. */
  readonly truth: ReadonlySet<string>;
}

export type GuardStrength = 'existence' | 'truth' | null;

/** Nobody writes more branches, and each use would look through all of them. */
const mostLevels = 200;

/** Longer paths guard nothing that anybody writes. */
const longestPath = 12;

/** `user.profile_fields['x']` as the keys that lead there; null for what does not start at a name or has a computed key. */
export function pathOf(node: ast.Expression): string[] | null {
  const keys: string[] = [];
  let current = node;
  while (keys.length < longestPath) {
    if (current.kind === 'Name') return [current.name, ...keys.reverse()];
    if (current.kind === 'GetAttribute') keys.push(current.name);
    else if (current.kind === 'GetItem' && current.key.kind === 'Const') keys.push(String(current.key.value));
    else return null;
    current = current.target;
  }
  return null;
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** Adds what a condition asks about to the guards around it. */
export function guardedBy(condition: ast.Expression, outer: Guards | null): Guards {
  let asked: Asked | undefined;
  return { asked: () => (asked ??= askedBy(condition)), outer };
}

function askedBy(condition: ast.Expression): Asked {
  const existence = new Set<string>();
  const truth = new Set<string>();
  const add = (set: Set<string>, node: ast.Expression, ...more: string[]) => {
    const path = pathOf(node);
    if (path) set.add(keyOf([...path, ...more]));
  };
  const pending = [condition];
  for (let node = pending.pop(); node; node = pending.pop()) {
    switch (node.kind) {
      case 'Not':
        pending.push(node.operand);
        break;
      case 'Logical':
        pending.push(node.left, node.right);
        break;
      case 'Test':
        if (asksForExistence(node)) add(existence, node.target);
        else add(truth, node.target);
        break;
      case 'Filter':
        if (node.target && isDefault(node)) add(existence, node.target);
        break;
      case 'Compare': {
        const [operand] = node.operands;
        const isContained = operand?.operator === 'in' || operand?.operator === 'not in';
        if (isContained && node.left.kind === 'Const' && typeof node.left.value === 'string') {
          add(existence, operand.value, node.left.value);
        }
        break;
      }
      default:
        add(truth, node);
    }
  }
  return { existence, truth };
}

/** How the value at a path is guarded: it, or something on the way to it. */
export function strengthOf(guards: Guards | null, node: ast.Expression): GuardStrength {
  if (!guards) return null;
  const path = pathOf(node);
  if (!path) return null;
  const prefixes = path.map((_, index) => keyOf(path.slice(0, index + 1)));
  let found: GuardStrength = null;
  let level = 0;
  for (let each: Guards | null = guards; each; each = each.outer) {
    level += 1;
    if (level > mostLevels) return 'existence';
    const { existence, truth } = each.asked();
    if (prefixes.some((prefix) => existence.has(prefix))) return 'existence';
    if (prefixes.some((prefix) => truth.has(prefix))) found = 'truth';
  }
  return found;
}

export const asksForExistence = ({ name }: ast.Test): boolean => name === 'defined' || name === 'undefined';

export const isDefault = ({ name }: ast.Filter): boolean => name === 'default' || name === 'd';

/** Whether None passes through `default`: nothing, or a constant that is not true, says that it should not. */
export function leavesNone({ args: { positional, keyword, spread, keywordSpread } }: ast.Filter): boolean {
  if (spread || keywordSpread) return false;
  const boolean = positional[1] ?? keyword.find(({ name }) => name === 'boolean')?.value;
  return boolean === undefined || (boolean.kind === 'Const' && !boolean.value);
}
