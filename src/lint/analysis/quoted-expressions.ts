/** Expressions that print inside the string literals of a JSON body. */
import type { ast } from '../../jinja/index.js';
import type { Span } from '../../text/source.js';
import type { TemplateSite } from '../rule.js';
import { jsonShapeOf } from './json-shape.js';
import { nodesOf } from './nodes.js';
import { oncePerText } from './once.js';
import { spanWithParentheses } from './source-text.js';

export interface QuotedExpression {
  readonly node: ast.Expression;
  /** Of the expression with the parentheses around it, without the braces. */
  readonly span: Span;
  /** The quotes, where nothing else stands between them. */
  readonly quotes: readonly [Span, Span] | null;
}

export function quotedExpressions(site: TemplateSite): readonly QuotedExpression[] {
  const { group, field } = site;
  if ((group !== 'request_body' && group !== 'response_body') || !field.value.includes('"')) return [];
  return quotedIn(site);
}

const quotedIn = oncePerText((content): readonly QuotedExpression[] => {
  const { source } = content;
  const shape = jsonShapeOf(content);
  if (!shape.isJson || shape.quoted.size === 0) return [];
  const found: QuotedExpression[] = [];
  for (const { nodes } of nodesOf(content).outputs) {
    for (const [index, node] of nodes.entries()) {
      if (node.kind === 'TemplateData' || !shape.quoted.has(node)) continue;
      const span = spanWithParentheses(source, node);
      found.push({ node, span, quotes: quotesAround(source, span, nodes[index - 1], nodes[index + 1]) });
    }
  }
  return found;
});

type Part = ast.Expression | ast.TemplateData | undefined;

function quotesAround(
  source: string,
  { start, end }: Span,
  before: Part,
  after: Part,
): readonly [Span, Span] | null {
  if (before?.kind !== 'TemplateData' || after?.kind !== 'TemplateData') return null;
  if (!/(?:^|[^\\])(?:\\\\)*"$/.test(before.text) || !after.text.startsWith('"')) return null;
  const left = { start: before.span.end - 1, end: before.span.end };
  const right = { start: after.span.start, end: after.span.start + 1 };
  // Between the quotes there are the braces, and nothing that has been trimmed away.
  const isOnly =
    /^\{\{[-+]?\s*$/.test(source.slice(left.end, start)) &&
    /^\s*[-+]?\}\}$/.test(source.slice(end, right.start));
  return isOnly ? [left, right] : null;
}
