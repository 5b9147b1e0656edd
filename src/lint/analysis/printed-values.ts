/** Values whose text is printed as it is, or nearly: None among them prints as a word. */
import type { ast } from '../../jinja/index.js';

/** Filters that make a text of None instead of failing or replacing it. */
const keepsNone: ReadonlySet<string> = new Set([
  'string',
  'urlencode',
  'trim',
  'upper',
  'lower',
  'title',
  'capitalize',
  'e',
  'escape',
  'safe',
]);

/** What an expression prints, through such filters and the parts of a `~`. */
export function printedValues(printed: ast.Expression): ast.Expression[] {
  const found: ast.Expression[] = [];
  const pending = [printed];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'Filter' && node.target && keepsNone.has(node.name)) pending.push(node.target);
    else if (node.kind === 'Concat') for (const item of [...node.items].reverse()) pending.push(item);
    else found.push(node);
  }
  return found;
}
