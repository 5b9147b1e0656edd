/** Keys of a response's headers that hold capitals, which no header has there. platform.md section 4. */
import { type ast, type Span, walk } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { isDefault } from './existence-guards.js';
import type { Facts } from './facts.js';
import { oncePerText } from './once.js';

export interface HeaderKey {
  readonly key: string;
  /** Without quotes. */
  readonly span: Span;
  /** What the headers are called in messages. */
  readonly title: string;
  /** The template fails for want of it. */
  readonly fails: boolean;
}

interface Read {
  readonly key: string;
  readonly span: Span;
  readonly headers: ast.Expression;
  readonly node: ast.Expression;
}

/** Every `headers['X-Y']`, `headers.get('X-Y')` and `'X-Y' in headers`, unless the right spelling stands in for it. */
export function capitalHeaderKeys(site: TemplateSite, facts: Facts): readonly HeaderKey[] {
  return readsOf(site).flatMap(({ key, span, headers, node }): HeaderKey[] => {
    const shape = facts.shapeOf(headers);
    if (shape.kind !== 'object' || shape.id !== 'response-headers' || facts.isTorn(node)) return [];
    const fails = facts.uses.some((use) => use.node === node && use.fate === 'fails');
    return [{ key, span, title: shape.title, fails }];
  });
}

const readsOf = oncePerText(({ template, source }): readonly Read[] => {
  if (!source.includes('headers')) return [];
  const found: Read[] = [];
  const spare = new Set<ast.Expression>();
  let choiceEnd = 0;
  walk(template.tree, (node) => {
    if (isChoice(node) && node.span.end > choiceEnd) {
      choiceEnd = node.span.end;
      for (const read of spareReads(node)) spare.add(read);
    }
    const read = readOf(node);
    if (read) found.push(read);
  });
  return found.filter(({ key, node }) => !isLower(key) && !spare.has(node));
});

function readOf(node: ast.Node): Read | null {
  switch (node.kind) {
    case 'GetAttribute':
      return { key: node.name, span: node.nameSpan, headers: node.target, node };
    case 'GetItem':
      return keyed(node.key, node.target, node);
    case 'Call': {
      const [key] = node.args.positional;
      const isGet = node.callee.kind === 'GetAttribute' && node.callee.name === 'get';
      return isGet && key ? keyed(key, (node.callee as ast.GetAttribute).target, node) : null;
    }
    case 'Compare': {
      const [operand] = node.operands;
      const isContained = operand?.operator === 'in' || operand?.operator === 'not in';
      return isContained ? keyed(node.left, operand.value, node) : null;
    }
    default:
      return null;
  }
}

function keyed(key: ast.Expression, headers: ast.Expression, node: ast.Expression): Read | null {
  if (key.kind !== 'Const' || typeof key.value !== 'string') return null;
  return { key: key.value, span: { start: key.span.start + 1, end: key.span.end - 1 }, headers, node };
}

const isLower = (text: string): boolean => text === text.toLowerCase();

const isChoice = (node: ast.Node): boolean =>
  ['Logical', 'Conditional', 'Call'].includes(node.kind) || (node.kind === 'Filter' && isDefault(node));

/** What an expression reads by both spellings: one stands in for the other. */
function spareReads(choice: ast.Node): readonly ast.Expression[] {
  const reads: Read[] = [];
  walk(choice, (part) => {
    const read = readOf(part);
    if (read) reads.push(read);
  });
  const lower = new Set(reads.map(({ key }) => key).filter(isLower));
  return reads.flatMap(({ key, node }) => (!isLower(key) && lower.has(key.toLowerCase()) ? [node] : []));
}
