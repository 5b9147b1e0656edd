/** Values that certainly print in Python's notation where JSON has another. platform.md section 4. */
import type { ast } from '../../jinja/index.js';
import type { Definitions } from './definitions.js';
import { isDefault } from './existence-guards.js';

/** As a clause: "`x` prints ...". */
export type PythonPrint =
  | '`True` or `False`'
  | '`True`'
  | '`False`'
  | '`None`'
  | "Python's notation of an object"
  | "Python's notation of a list";

/** Filters that print their value's own text. */
const textual: ReadonlySet<string> = new Set(['safe', 'string', 'trim', 'e', 'escape', 'forceescape']);

/** Names that stand for each other twice over double the work with each level. */
const deepest = 8;

/** Null where something else may be printed. */
export function pythonPrint(
  expression: ast.Expression,
  definitions: Definitions,
  depth = 0,
): PythonPrint | null {
  if (depth > deepest) return null;
  const node = definitions.resolve(expression);
  const printOf = (part: ast.Expression) => pythonPrint(part, definitions, depth + 1);
  switch (node.kind) {
    case 'Const':
      if (node.value === null) return '`None`';
      return typeof node.value === 'boolean' ? (node.value ? '`True`' : '`False`') : null;
    case 'Compare':
    case 'Not':
    case 'Test':
      return '`True` or `False`';
    case 'Logical':
      return either(printOf(node.left), printOf(node.right));
    case 'Conditional':
      return node.alternate && either(printOf(node.consequent), printOf(node.alternate));
    case 'Filter':
      if (!node.target) return null;
      if (textual.has(node.name)) return printOf(node.target);
      return isDefault(node) && node.args.positional[0]
        ? either(printOf(node.target), printOf(node.args.positional[0]))
        : null;
    case 'Dict':
      return node.pairs.length > 0 ? "Python's notation of an object" : null;
    case 'Tuple':
      return node.items.length > 0 ? "Python's notation of a list" : null;
    case 'List':
      return node.items.some((item) => isQuoted(item) || printOf(item))
        ? "Python's notation of a list"
        : null;
    case 'GetAttribute': {
      const isLoops =
        node.target.kind === 'Name' && node.target.name === 'loop' && !definitions.isSet('loop');
      return isLoops && (node.name === 'first' || node.name === 'last') ? '`True` or `False`' : null;
    }
    default:
      return null;
  }
}

const isQuoted = (item: ast.Expression): boolean =>
  item.kind === 'Concat' || (item.kind === 'Const' && typeof item.value === 'string');

function either(one: PythonPrint | null, other: PythonPrint | null): PythonPrint | null {
  if (!one || !other || one === other) return one && other;
  const truths: ReadonlySet<PythonPrint> = new Set(['`True`', '`False`', '`True` or `False`']);
  return truths.has(one) && truths.has(other) ? '`True` or `False`' : one;
}

export interface PartialPrint {
  readonly node: ast.Expression;
  readonly prints: PythonPrint;
  /** Nothing else depends on it, so that it may print otherwise. */
  readonly isLast: boolean;
}

/** What an expression prints in Python's notation in one case, and perhaps otherwise in another. */
export function partialPrints(node: ast.Expression, definitions: Definitions): readonly PartialPrint[] {
  const found: PartialPrint[] = [];
  const add = (part: ast.Expression, isLast: boolean) => {
    const prints = pythonPrint(part, definitions);
    if (prints) found.push({ node: part, prints, isLast });
  };
  if (node.kind === 'Logical') {
    // `a == b and 'x' or 'y'` is a choice, and prints neither True nor False; a constant is there for its truth.
    if (node.left.kind !== 'Logical' && node.left.kind !== 'Const') add(node.left, false);
    // A list that stands in for another one has to be encoded together with it.
    add(node.right, node.right.kind === 'Const');
  } else if (node.kind === 'Filter' && isDefault(node) && node.args.positional[0]) {
    add(node.args.positional[0], false);
  }
  return found;
}
