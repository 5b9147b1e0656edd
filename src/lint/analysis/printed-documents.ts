/** Places that print a whole parsed document. platform.md section 11, number 8. */
import { type ast, walk } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { type Definitions, definitionsOf, platformPath } from './definitions.js';
import { oncePerSite, oncePerText } from './once.js';

export interface PrintedDocument {
  readonly printed: ast.Expression;
  /** The `from_json` that gave it. */
  readonly parsed: ast.Filter;
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
  const { template, analysis } = content;
  if (!analysis.filters.some(({ name }) => name === 'from_json')) return [];
  const definitions = definitionsOf(content);
  const found: PrintedDocument[] = [];
  walk(template.tree, (node) => {
    if (node.kind !== 'Output') return;
    for (const printed of node.nodes) {
      const parsed = printed.kind === 'TemplateData' ? null : wholeDocument(printed, definitions);
      if (parsed) found.push({ printed: printed as ast.Expression, parsed });
    }
  });
  return found;
});

/** Filters that print their value's own text. */
const textual: ReadonlySet<string> = new Set(['safe', 'string', 'trim', 'e', 'escape', 'forceescape']);

function wholeDocument(printed: ast.Expression, definitions: Definitions): ast.Filter | null {
  let node = definitions.resolve(printed);
  while (node.kind === 'Filter' && node.target && textual.has(node.name)) {
    node = definitions.resolve(node.target);
  }
  return node.kind === 'Filter' && node.name === 'from_json' ? node : null;
}

function isDocument(target: ast.Expression, site: TemplateSite, definitions: Definitions): boolean {
  const path = platformPath(target, definitions);
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
