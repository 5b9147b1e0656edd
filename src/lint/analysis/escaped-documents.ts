/** Places where the text of a whole JSON document is printed outside of any string, through autoescape. */
import type { ast } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { definitionsOf, platformPath } from './definitions.js';
import { withoutFallback } from './fallbacks.js';
import { jsonShapeOf } from './json-shape.js';
import { nodesOf } from './nodes.js';
import { oncePerText } from './once.js';

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
export function escapedDocuments(site: TemplateSite): EscapedDocument[] {
  const { analysis, group } = site;
  if (group !== 'request_body' && group !== 'response_body') return [];
  // Whose template it is comes last: nearly none prints any such path.
  const printed = printedPaths(site);
  if (printed.length === 0) return [];
  if (!analysis.variables.some(({ name, path }) => isDocument([name, ...path.map(({ key }) => key)], site)))
    return [];
  const { isJson } = jsonShapeOf(site);
  if (group === 'request_body' && (!isJson || isNeverSent(site))) return [];
  const isCalledJson = group === 'response_body' && isJsonAnswer(site);
  return printed.flatMap(({ node, path, isAlone }) =>
    (isJson || (isCalledJson && isAlone)) && isDocument(path, site) ? [{ node, path: path.join('.') }] : [],
  );
}

interface PrintedPath {
  readonly node: ast.Expression;
  readonly path: readonly (string | number)[];
  /** Nothing else stands in its branch. */
  readonly isAlone: boolean;
}

/** What is printed outside of strings, and begins like a path to a document. */
const printedPaths = oncePerText((content): readonly PrintedPath[] => {
  const { source } = content;
  if (!roots.some((root) => source.includes(root))) return [];
  if (/\{%-?\s*(?:autoescape|filter|macro|call)\b/.test(source)) return [];
  const definitions = definitionsOf(content);
  const found: PrintedPath[] = [];
  let quotes = 0;
  for (const { nodes } of nodesOf(content).outputs) {
    for (const [index, node] of nodes.entries()) {
      if (node.kind === 'TemplateData') {
        quotes += node.text.match(/(?<!\\)"/g)?.length ?? 0;
        continue;
      }
      const path = platformPath(withoutFallback(node), definitions);
      if (!path || !roots.includes(String(path[0])) || quotes % 2 === 1) continue;
      if (jsonShapeOf(content).quoted.has(node)) continue;
      found.push({ node, path, isAlone: isBlank(nodes[index - 1]) && isBlank(nodes[index + 1]) });
    }
  }
  return found;
});

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
