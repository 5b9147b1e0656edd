/** Values that are printed between the quotes of a query language. platform.md section 11, number 15. */
import { type ast, walk } from '../../jinja/index.js';
import { type Definitions, definitionsOf } from './definitions.js';
import { oncePerText } from './once.js';
import { namedTextKind, textKind } from './text-values.js';

export interface Injection {
  /** The value, or what `{{ }}` prints where it stands in literal text. */
  readonly node: ast.Expression;
  readonly language: 'SQL' | 'GraphQL';
}

/** Text before a value, with what stands for earlier values in it. */
type Part = string | ast.Expression;

export const injectionsOf = oncePerText((content): readonly Injection[] => {
  const { template, source } = content;
  if (!/select\b|query\b|mutation\b/i.test(source)) return [];
  const definitions = definitionsOf(content);
  const found: Injection[] = [];
  /** Sums inside of longer ones. */
  const parts = new Set<ast.Node>();
  walk(template.tree, (node) => {
    if (node.kind === 'Output') {
      found.push(
        ...injected(
          node.nodes.map((part) => (part.kind === 'TemplateData' ? part.text : part)),
          definitions,
        ),
      );
    } else if (node.kind === 'Concat') {
      found.push(...injected(node.items.map(partOf), definitions));
    } else if (node.kind === 'Binary' && node.operator === '+') {
      if (node.left.kind === 'Binary') parts.add(node.left);
      if (!parts.has(node)) found.push(...injected(sumOf(node).map(partOf), definitions));
    }
  });
  return found;
});

/** An id that an upstream gave goes into the next query everywhere; what a caller sends under that name may be any text. */
const isHarmless = (node: ast.Expression, definitions: Definitions): boolean =>
  textKind(node, definitions) !== 'caller' && namedTextKind(node, definitions) === 'plain';

const partOf = (node: ast.Expression): Part =>
  node.kind === 'Const' && typeof node.value === 'string' ? node.value : node;

function sumOf(node: ast.Expression): ast.Expression[] {
  const items: ast.Expression[] = [];
  let left = node;
  while (left.kind === 'Binary' && left.operator === '+') {
    items.push(left.right);
    left = left.left;
  }
  return [...items, left].reverse();
}

function* injected(parts: readonly Part[], definitions: Definitions): Iterable<Injection> {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const language = isHarmless(decoded(part), definitions) ? null : languageOf(text.slice(-longest));
    if (language) yield { node: part, language };
    text += 'x';
  }
}

/** As it stands in bodies, and as it stands in URLs. */
const space = String.raw`(?:\s|\+|%20)`;
const select = new RegExp(`\\bselect${space}[^]*?${space}from${space}`, 'i');
/** A literal behind an operator, in which the text ends: `= 'a`, `like '%`, `in ('a', 'b`. */
const openLiteral = new RegExp(`(?:[=<>(,]|%3D|${space}like)${space}*(?:'|%27)(?:(?!'|%27)[^])*$`, 'i');

/** Of the text before a value, in characters: a query begins nearer than that. */
const longest = 5000;

/** The language in whose string literal the text ends; null where it ends in none. */
function languageOf(text: string): Injection['language'] | null {
  if (select.test(text) && openLiteral.test(text)) return 'SQL';
  const graph = /\b(?:query|mutation)\b[^{}"':]*\{/.exec(text);
  if (!graph) return null;
  // In a body that is JSON its quotes are escaped; in an expression they stand bare.
  const rest = text.slice(graph.index + graph[0].length);
  const quotes = rest.includes('\\"') ? rest.match(/\\"/g) : rest.match(/"/g);
  return (quotes?.length ?? 0) % 2 === 1 ? 'GraphQL' : null;
}

/** What a URL's receiver decodes again is no protection. */
const decoded = (node: ast.Expression): ast.Expression =>
  node.kind === 'Filter' && node.name === 'urlencode' && node.target ? decoded(node.target) : node;
