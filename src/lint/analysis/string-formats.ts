/** `'...%s' % value`, `'...%s' | format(value)` and `'...{}'.format(value)`, as Python fills them in. */
import type { ast } from '../../jinja/index.js';
import type { Definitions } from './definitions.js';

/** Whether it looks like one; its text may turn out not to be known. */
export const isStringFormat = (node: ast.Node): node is ast.Expression =>
  (node.kind === 'Binary' && node.operator === '%') ||
  (node.kind === 'Filter' && node.name === 'format') ||
  (node.kind === 'Call' && node.callee.kind === 'GetAttribute' && node.callee.name === 'format');

/** Null where the text is not known, or where it is no format. */
export function partsOfFormat(
  node: ast.Expression,
  definitions: Definitions,
): (string | ast.Expression)[] | null {
  const found = readFormat(node);
  const text = found && definitions.resolve(found.text);
  if (text?.kind !== 'Const' || typeof text.value !== 'string') return null;
  return filledIn(text.value, found?.values ?? [], found?.isBraced ? braced : percent);
}

interface Format {
  readonly text: ast.Expression;
  readonly values: readonly ast.Expression[];
  readonly isBraced: boolean;
}

function readFormat(node: ast.Expression): Format | null {
  if (node.kind === 'Binary' && node.operator === '%') {
    const values = node.right.kind === 'Tuple' ? node.right.items : [node.right];
    return { text: node.left, values, isBraced: false };
  }
  if (node.kind === 'Filter' && node.name === 'format' && node.target) {
    return { text: node.target, values: node.args.positional, isBraced: false };
  }
  if (node.kind === 'Call' && node.callee.kind === 'GetAttribute' && node.callee.name === 'format') {
    return { text: node.callee.target, values: node.args.positional, isBraced: true };
  }
  return null;
}

/** `%s`, `%%`; what follows a name in parentheses is left alone. */
const percent = /%([-+ #0]*\d*(?:\.\d+)?[sradifeExXoc]|%)/g;
const braced = /\{(\d*)\}|\{\{|\}\}/g;

function filledIn(
  text: string,
  values: readonly ast.Expression[],
  placeholder: RegExp,
): (string | ast.Expression)[] {
  const parts: (string | ast.Expression)[] = [];
  let end = 0;
  let used = 0;
  for (const { 0: written, 1: inside, index } of text.matchAll(placeholder)) {
    parts.push(text.slice(end, index));
    end = index + written.length;
    if (written === '%%' || inside === undefined) {
      parts.push(written.charAt(0));
      continue;
    }
    const value = values[/^\d+$/.test(inside) && placeholder === braced ? Number(inside) : used];
    used += 1;
    // A number's format makes a number of it, or fails.
    parts.push(value && (placeholder === braced || /[sra]$/.test(inside)) ? value : 'x');
  }
  return [...parts, text.slice(end)];
}
