/** Expressions as the text of a template. */
import type { ast } from '../../jinja/index.js';
import type { Span } from '../../text/source.js';

/** The text of an expression with `| tojson` behind it, and without what that makes needless. */
export function filteredText(node: ast.Expression, text: string): string {
  const plain = node.kind === 'Filter' && node.name === 'safe' ? text.replace(/\s*\|\s*safe$/, '') : text;
  return bindsTighter(node) || isInParentheses(plain) ? `${plain} | tojson` : `(${plain}) | tojson`;
}

/** Whether the first parenthesis is closed by the last character. */
function isInParentheses(text: string): boolean {
  const bare = text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
  let open = 0;
  for (const [index, character] of [...bare].entries()) {
    open += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (open === 0) return index > 0 && index === bare.length - 1;
  }
  return false;
}

/** Filters bind tighter than operators. */
const bindsTighter = ({ kind }: ast.Expression): boolean =>
  ['Name', 'Const', 'GetAttribute', 'GetItem', 'Call', 'Filter', 'List', 'Dict'].includes(kind);

/** The span of an expression with the parentheses that it begins and ends with and those around it, which the tree does not keep. */
export function spanWithParentheses(source: string, { span }: ast.Expression): Span {
  let { start, end } = span;
  const bare = source.slice(start, end).replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
  let unopened = 0;
  let unclosed = 0;
  for (const character of bare) {
    if (character === '(') unclosed += 1;
    else if (character === ')' && unclosed > 0) unclosed -= 1;
    else if (character === ')') unopened += 1;
  }
  for (; unopened > 0; unopened -= 1) {
    const before = source.slice(0, start).trimEnd().length;
    if (source[before - 1] !== '(') return span;
    start = before - 1;
  }
  for (; unclosed > 0; unclosed -= 1) {
    const after = /^\s*\)/.exec(source.slice(end));
    if (!after) return span;
    end += after[0].length;
  }
  for (;;) {
    const before = source.slice(0, start).trimEnd().length;
    const after = /\S/.exec(source.slice(end));
    if (source[before - 1] !== '(' || after?.[0] !== ')') return { start, end };
    // `f(x)`: the parentheses of a call are not the argument's.
    if (/[\w\])]\s*$/.test(source.slice(0, before - 1))) return { start, end };
    start = before - 1;
    end += after.index + 1;
  }
}
