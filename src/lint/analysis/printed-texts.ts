/** Texts that a template puts together: what it prints, and what its expressions join. */
import { type ast, forEachChild } from '../../jinja/index.js';
import type { Definitions } from './definitions.js';
import { isStringFormat, partsOfFormat } from './string-formats.js';

/** Literal text, or a value in it. */
export type Part = string | ast.Expression;

/** Nobody joins more; names that stand for sums of names would multiply. */
const mostParts = 500;

/** Each text with its parts in order. What several branches print stands one behind the other. */
export function textsOf(template: ast.TemplateNode, definitions: Definitions): Part[][] {
  const texts: Part[][] = [];
  const enter = (node: ast.Node, printed: Part[], isPartOfSum: boolean): void => {
    if (node.kind === 'AssignBlock' || node.kind === 'Macro' || node.kind === 'CallBlock') {
      const own: Part[] = [];
      texts.push(own);
      forEachChild(node, (child) => enter(child, own, false));
      return;
    }
    if (node.kind === 'Output') {
      for (const each of node.nodes) printed.push(each.kind === 'TemplateData' ? each.text : literalOf(each));
    }
    const isJoined = isSum(node) || isStringFormat(node);
    if (isJoined && !isPartOfSum) texts.push(joined(node, definitions));
    forEachChild(node, (child) => enter(child, printed, isSum(node) && isSum(child)));
  };
  const printed: Part[] = [];
  texts.push(printed);
  enter(template, printed, false);
  return texts;

  function literalOf(node: ast.Expression): Part {
    const value = definitions.resolve(node);
    return value.kind === 'Const' && typeof value.value === 'string' ? value.value : node;
  }
}

const isSum = (node: ast.Node): node is ast.Concat | ast.Binary =>
  node.kind === 'Concat' || (node.kind === 'Binary' && node.operator === '+');

/** The parts of a sum, of the sums and texts that its names stand for, and of `'...%s' % value`. */
function joined(node: ast.Expression, definitions: Definitions): Part[] {
  const parts: Part[] = [];
  const pending: Part[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      parts.push(next);
      continue;
    }
    const value = definitions.resolve(next);
    const inner: readonly Part[] | null =
      parts.length > mostParts || pending.length > mostParts
        ? null
        : value.kind === 'Concat'
          ? value.items
          : value.kind === 'Binary' && value.operator === '+'
            ? [value.left, value.right]
            : partsOfFormat(value, definitions);
    if (inner) for (const each of [...inner].reverse()) pending.push(each);
    else if (value.kind === 'Const' && typeof value.value === 'string') parts.push(value.value);
    else parts.push(next);
  }
  return parts;
}
