/** Places where the text of a whole JSON document is printed outside of any string, through autoescape. */
import type { ast } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { type Definitions, platformPath } from './definitions.js';
import { withoutFallback } from './fallbacks.js';
import { jsonShapeOf } from './json-shape.js';
import { nodesOf } from './nodes.js';

export interface EscapedDocument {
  /** With what stands in for it. */
  readonly node: ast.Expression;
  readonly path: string;
}

const roots = ['body_text', 'response', 'request', 'steps'];

/**
 * Speaks where JSON is certainly meant: the template writes JSON around the place, or it is an answer that is called JSON and
 * nothing else stands in its branch.
 */
export function escapedDocuments(site: TemplateSite, definitions: Definitions): EscapedDocument[] {
  const { analysis, field, group } = site;
  if (group !== 'request_body' && group !== 'response_body') return [];
  if (!analysis.variables.some(({ name, path }) => isDocument([name, ...path.map(({ key }) => key)], site)))
    return [];
  if (/\{%-?\s*(?:autoescape|filter|macro|call)\b/.test(field.value)) return [];
  const shape = jsonShapeOf(site);
  if (group === 'request_body' && (!shape.isJson || isNeverSent(site))) return [];
  const isCalledJson = group === 'response_body' && isJsonAnswer(site);
  if (!shape.isJson && !isCalledJson) return [];
  const found: EscapedDocument[] = [];
  let quotes = 0;
  for (const { nodes } of nodesOf(site).outputs) {
    for (const [index, node] of nodes.entries()) {
      if (node.kind === 'TemplateData') {
        quotes += node.text.match(/(?<!\\)"/g)?.length ?? 0;
        continue;
      }
      const path = platformPath(withoutFallback(node), definitions);
      if (!path || !isDocument(path, site) || shape.quoted.has(node) || quotes % 2 === 1) continue;
      if (shape.isJson || (isBlank(nodes[index - 1]) && isBlank(nodes[index + 1])))
        found.push({ node, path: path.join('.') });
    }
  }
  return found;
}

const isBlank = (node: ast.Node | undefined): boolean =>
  node === undefined || (node.kind === 'TemplateData' && node.text.trim() === '');

const isNeverSent = ({ request: { method } }: TemplateSite): boolean => method === 'GET' || method === 'HEAD';

const isJsonAnswer = ({ request, entry, step }: TemplateSite): boolean =>
  (!step || !('steps' in entry) || entry.steps.at(-1) === step) &&
  /^application\/(?:[\w.-]+\+)?json\b/i.test(request.responseContentType?.value.trim() ?? '');

/** What an earlier step's `response_body` has made may be a number. */
function isDocument(path: readonly unknown[], site: TemplateSite): boolean {
  const { kind, group } = site;
  const [root, second, third] = path;
  if (!roots.includes(String(root))) return false;
  if (group === 'response_body' && path.length === 2 && root === 'response') return second === 'body';
  if (kind === 'simple') return group === 'request_body' && root === 'body_text' && path.length === 1;
  if (root === 'request') return second === 'body_text' && path.length === 2;
  if (root !== 'steps' || third !== 'body' || path.length !== 3) return false;
  const { entry, step: current } = site;
  if (!('steps' in entry)) return false;
  const earlier = entry.steps.slice(0, current ? entry.steps.indexOf(current) : 0);
  const step = earlier.find(({ name }) => name === second);
  return step !== undefined && (step.responseBody?.value ?? '').trim() === '';
}
