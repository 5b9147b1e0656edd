/** Places that print a whole parsed document. platform.md section 11, number 8. */
import type { ast } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { type Definitions, definitionsOf, platformPath } from './definitions.js';
import { isDefault } from './existence-guards.js';
import { nodesOf } from './nodes.js';
import { oncePerSite, oncePerText } from './once.js';

export interface PrintedDocument {
  readonly printed: ast.Expression;
  /** The `from_json` that gave it. */
  readonly parsed: ast.Filter;
  /** Another value is printed where the document is empty. */
  readonly hasStandIn: boolean;
}

/**
 * A document that is a bare number or text prints as one would want it, so only payloads and answers of upstreams count,
 * which are objects or lists; what an earlier step's `response_body` has made may be anything.
 */
export const printedDocuments = oncePerSite((site): readonly PrintedDocument[] => {
  const definitions = definitionsOf(site);
  return wholeDocuments(site).filter(
    ({ parsed }) => parsed.target && isDocument(parsed.target, site, definitions),
  );
});

/** Whatever their texts are those of. */
const wholeDocuments = oncePerText((content): readonly PrintedDocument[] => {
  if (!content.analysis.filters.some(({ name }) => name === 'from_json')) return [];
  const definitions = definitionsOf(content);
  const found: PrintedDocument[] = [];
  for (const { nodes } of nodesOf(content).outputs) {
    for (const part of nodes) {
      if (part.kind !== 'TemplateData') found.push(...documentsIn(part, definitions));
    }
  }
  return found;
});

/** Filters that print their value's own text. */
const textual: ReadonlySet<string> = new Set(['safe', 'string', 'trim', 'e', 'escape', 'forceescape']);

/** Nobody chains more alternatives. */
const mostAlternatives = 20;

interface Alternative {
  readonly node: ast.Expression;
  /** Another one takes its place where it is empty. */
  readonly hasStandIn: boolean;
}

/** The documents that an expression prints as they are, in one case or another. */
function documentsIn(expression: ast.Expression, definitions: Definitions): readonly PrintedDocument[] {
  return alternativesOf(expression, definitions).flatMap(({ node: printed, hasStandIn }) => {
    const node = withoutTextFilters(printed, definitions);
    if (node.kind !== 'Filter' || node.name !== 'from_json') return [];
    return [{ printed, parsed: node, hasStandIn }];
  });
}

/** The values of which an expression is one; itself where there is no choice. */
function alternativesOf(expression: ast.Expression, definitions: Definitions): readonly Alternative[] {
  const found: Alternative[] = [];
  const pending: Alternative[] = [{ node: expression, hasStandIn: false }];
  while (found.length < mostAlternatives) {
    const next = pending.pop();
    if (!next) break;
    const { hasStandIn } = next;
    const node = withoutTextFilters(next.node, definitions);
    if (node.kind === 'Conditional') {
      if (node.alternate) pending.push({ node: node.alternate, hasStandIn });
      pending.push({ node: node.consequent, hasStandIn });
    } else if (node.kind === 'Logical') {
      pending.push({ node: node.right, hasStandIn });
      if (node.operator === 'or') pending.push({ node: node.left, hasStandIn: true });
    } else if (node.kind === 'Filter' && node.target && isDefault(node)) {
      pending.push({ node: node.target, hasStandIn: true });
    } else found.push(next);
  }
  return found;
}

function withoutTextFilters(expression: ast.Expression, definitions: Definitions): ast.Expression {
  let node = definitions.resolve(expression);
  while (node.kind === 'Filter' && node.target && textual.has(node.name)) {
    node = definitions.resolve(node.target);
  }
  return node;
}

/** A payload or an answer, perhaps with what takes its place where it is missing. */
const isDocument = (target: ast.Expression, site: TemplateSite, definitions: Definitions): boolean =>
  alternativesOf(target, definitions).some(({ node }) =>
    isBody(withoutTextFilters(node, definitions), site, definitions),
  );

function isBody(node: ast.Expression, site: TemplateSite, definitions: Definitions): boolean {
  const path = platformPath(node, definitions);
  if (!path) return false;
  const [root, second, third] = path;
  if (root === 'steps' && path.length === 3 && third === 'body' && 'steps' in site.entry) {
    const step = site.entry.steps.find(({ name }) => name === second);
    return step !== undefined && (step.responseBody?.value ?? '').trim() === '';
  }
  return ['body_text', 'body_raw', 'request.body_text', 'request.body_raw', 'response.body'].includes(
    path.join('.'),
  );
}
