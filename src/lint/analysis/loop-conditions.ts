/** What conditions about `loop` come to in a turn of which the number is known. */
import type { ast } from '../../jinja/index.js';

/** One turn of a loop. */
export interface Turn {
  /** From 0. */
  readonly index: number;
  readonly length: number;
}

/** Null where it depends on more than the turn. */
export function truthIn(turn: Turn | null, test: ast.Expression): boolean | null {
  switch (test.kind) {
    case 'Const':
      return typeof test.value === 'boolean' ? test.value : null;
    case 'Not': {
      const inner = truthIn(turn, test.operand);
      return inner === null ? null : !inner;
    }
    case 'Logical': {
      const sides = [truthIn(turn, test.left), truthIn(turn, test.right)];
      const deciding = test.operator === 'or';
      if (sides.includes(deciding)) return deciding;
      return sides.includes(null) ? null : !deciding;
    }
    case 'GetAttribute': {
      const value = valueIn(turn, test);
      return typeof value === 'number' ? value !== 0 : value;
    }
    case 'Compare':
      return comparison(turn, test);
    default:
      return null;
  }
}

function valueIn(turn: Turn | null, node: ast.Expression): number | boolean | null {
  if (node.kind === 'Const') return typeof node.value === 'number' ? node.value : null;
  if (!turn || node.kind !== 'GetAttribute' || node.target.kind !== 'Name' || node.target.name !== 'loop') {
    return null;
  }
  const { index, length } = turn;
  switch (node.name) {
    case 'first':
      return index === 0;
    case 'last':
      return index === length - 1;
    case 'index':
      return index + 1;
    case 'index0':
      return index;
    case 'revindex':
      return length - index;
    case 'revindex0':
      return length - index - 1;
    case 'length':
      return length;
    default:
      return null;
  }
}

function comparison(turn: Turn | null, { left, operands }: ast.Compare): boolean | null {
  const [operand, ...others] = operands;
  if (!operand || others.length > 0) return null;
  const a = valueIn(turn, left);
  const b = valueIn(turn, operand.value);
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  switch (operand.operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return null;
  }
}
