/** The places where a template may go one way or another, and how often renders went each. */
import type { For, If, Node, Statement, TemplateNode } from './ast.js';
import type { Span } from './errors.js';
import { walk } from './walk.js';

export type BranchPointKind =
  /** `{% if %}` with its `elif` and `else`. */
  | 'if'
  /** `a if test else b` */
  | 'conditional'
  | 'for'
  /** The filters `default` and `d`. */
  | 'default'
  /** `and`, `or` */
  | 'logical'
  | 'macro'
  /** The body of a `{% call %}`. */
  | 'call'
  /** A template that has no other point. */
  | 'template';

/**
 * - `if`, `elif`, `else`: of `if` and `conditional`
 * - `empty` (`else` where the loop has one), `one`, `many`: the number of turns; `dropped`: `for ... if` left an item out
 * - `value`, `default`: what the filter gave
 * - `left`: the left side was the result, the right one not looked at; `right`: the right side was the result
 * - `called`: of `macro` and `call`
 * - `rendered`: of `template`; to its end
 */
export type BranchName =
  | 'if'
  | 'elif'
  | 'else'
  | 'empty'
  | 'one'
  | 'many'
  | 'dropped'
  | 'value'
  | 'default'
  | 'left'
  | 'right'
  | 'called'
  | 'rendered';

export interface Branch {
  readonly name: BranchName;
  /** What in the source tells of it: its condition, its body or its operand. */
  readonly span: Span;
  /** False for the `else` that the author left out. */
  readonly written: boolean;
}

export interface BranchPoint {
  readonly kind: BranchPointKind;
  /** All of the construct. */
  readonly span: Span;
  readonly branches: readonly Branch[];
}

/** Every branch of a template, in the order of its text; the same source gives the same list. There is at least one. */
export const branchesOf = (tree: TemplateNode): readonly BranchPoint[] => indexBranches(tree).points;

/** The branches, and for each node that decides something the index of its point. */
export interface BranchIndex {
  readonly points: readonly BranchPoint[];
  readonly of: ReadonlyMap<Node, number>;
}

export function indexBranches(tree: TemplateNode): BranchIndex {
  const found: { node: Node; point: BranchPoint }[] = [];
  const elifs = new Set<Node>();
  walk(tree, (node) => {
    if (node.kind === 'If') for (const elif of node.elifs) elifs.add(elif);
    const point = elifs.has(node) ? null : pointOf(node);
    if (point) found.push({ node, point });
  });
  if (found.length === 0) found.push({ node: tree, point: renderedPoint(tree.span) });
  found.sort((a, b) => a.point.span.start - b.point.span.start);
  return {
    points: found.map(({ point }) => point),
    of: new Map(found.map(({ node }, index) => [node, index])),
  };
}

const renderedPoint = (span: Span): BranchPoint => ({
  kind: 'template',
  span,
  branches: [{ name: 'rendered', span, written: true }],
});

/** Branches are told apart by their order, which `compiler/covered.ts` goes by. */
function pointOf(node: Node): BranchPoint | null {
  const { span } = node;
  const branch = (name: BranchName, at: Span, written = true): Branch => ({ name, span: at, written });
  switch (node.kind) {
    case 'If':
      return { kind: 'if', span, branches: armsOf(node) };
    case 'Conditional': {
      const { consequent, alternate } = node;
      const otherwise = branch('else', alternate?.span ?? node.test.span, alternate !== null);
      return { kind: 'conditional', span, branches: [branch('if', consequent.span), otherwise] };
    }
    case 'For':
      return { kind: 'for', span, branches: turnsOf(node) };
    case 'Filter': {
      if (!isDefault(node.name)) return null;
      const value = branch('value', node.target?.span ?? node.nameSpan);
      const fallback = branch('default', { start: node.nameSpan.start, end: span.end });
      return { kind: 'default', span, branches: [value, fallback] };
    }
    case 'Logical':
      return {
        kind: 'logical',
        span,
        branches: [branch('left', node.left.span), branch('right', node.right.span)],
      };
    case 'Macro':
      return { kind: 'macro', span, branches: [branch('called', node.nameSpan)] };
    case 'CallBlock':
      return { kind: 'call', span, branches: [branch('called', node.call.span)] };
    default:
      return null;
  }
}

export const isDefault = (filter: string): boolean => filter === 'default' || filter === 'd';

function armsOf(node: If): Branch[] {
  return [
    { name: 'if', span: node.test.span, written: true },
    ...node.elifs.map(({ test }): Branch => ({ name: 'elif', span: test.span, written: true })),
    { name: 'else', span: bodySpan(node.alternate) ?? node.test.span, written: node.alternate.length > 0 },
  ];
}

function turnsOf({ iterable, alternate, test }: For): Branch[] {
  const { span } = iterable;
  const otherwise = bodySpan(alternate);
  return [
    otherwise ? { name: 'else', span: otherwise, written: true } : { name: 'empty', span, written: false },
    { name: 'one', span, written: true },
    { name: 'many', span, written: true },
    ...(test ? [{ name: 'dropped', span: test.span, written: true } as const] : []),
  ];
}

function bodySpan(body: readonly Statement[]): Span | null {
  const [first] = body;
  const last = body.at(-1);
  return first && last ? { start: first.span.start, end: endOf(last) } : null;
}

/** An output's own span reaches into the tag behind it. */
const endOf = (node: Statement): number =>
  (node.kind === 'Output' ? node.nodes.at(-1) : node)?.span.end ?? node.span.end;

/** Counts the branches that renders of one template take; what it is given to adds up. */
export class BranchHits {
  /** Renders that began, failed ones too. */
  renders = 0;
  private readonly counts: number[][] = [];

  /** Both indices are those of `branchesOf`. */
  add(point: number, branch: number): void {
    const counts = this.counts[point] ?? [];
    counts[branch] = (counts[branch] ?? 0) + 1;
    this.counts[point] = counts;
  }

  count(point: number, branch: number): number {
    return this.counts[point]?.[branch] ?? 0;
  }
}
