/** Expressions that go down from a value by constant steps. */
import type { ast } from '../../jinja/index.js';

/** The name of the last step down, whatever stands before it: `title` of `(x | from_json).title`. */
export function lastKey(node: ast.Expression): string | null {
  if (node.kind === 'GetAttribute') return node.name;
  if (node.kind === 'GetItem') return node.key.kind === 'Const' ? String(node.key.value) : null;
  if (node.kind === 'Name') return node.name;
  if (node.kind !== 'Filter' || node.name !== 'attr') return null;
  const [name] = node.args.positional;
  return name?.kind === 'Const' && typeof name.value === 'string' ? name.value : null;
}
