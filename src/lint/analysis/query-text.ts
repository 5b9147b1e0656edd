/** Values that are printed between the quotes of a query language. platform.md section 11, number 15. */
import type { ast } from '../../jinja/index.js';
import { type Definitions, definitionsOf } from './definitions.js';
import { oncePerText } from './once.js';
import { type Part, textsOf } from './printed-texts.js';
import { namedTextKind, textKind } from './text-values.js';

export interface Injection {
  /** The value, or what `{{ }}` prints where it stands in literal text. */
  readonly node: ast.Expression;
  readonly language: 'SQL' | 'GraphQL';
}

const beginning = /(?:select|query|mutation|subscription|update|insert|delete)\b|(?<!\{)\{\s*\w+\s*\(/i;

export const injectionsOf = oncePerText((content): readonly Injection[] => {
  const { template, source } = content;
  if (!beginning.test(source)) return [];
  const definitions = definitionsOf(content);
  const found = new Map<ast.Expression, Injection>();
  const budget = { values: mostValues };
  for (const parts of textsOf(template.tree, definitions)) {
    for (const injection of injected(parts, definitions, budget)) {
      if (!found.has(injection.node)) found.set(injection.node, injection);
    }
  }
  return [...found.values()].sort((a, b) => a.node.span.start - b.node.span.start);
});

/** An id that an upstream gave goes into the next query everywhere; what a caller sends under that name may be any text. */
const isHarmless = (node: ast.Expression, definitions: Definitions): boolean =>
  textKind(node, definitions) !== 'caller' && namedTextKind(node, definitions) === 'plain';

/** No template that a person writes has more; each is looked at with all the text before it. */
const mostValues = 1000;

function* injected(
  parts: readonly Part[],
  definitions: Definitions,
  budget: { values: number },
): Iterable<Injection> {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    if (!isHarmless(decoded(part), definitions)) {
      if (budget.values === 0) return;
      budget.values -= 1;
      const language = languageOf(text.slice(-longest));
      if (language) yield { node: part, language };
    }
    text += 'x';
  }
}

/** As it stands in bodies, and as it stands in URLs. */
const space = String.raw`(?:\s|\+|%20)`;
const select = new RegExp(`\\bselect${space}`, 'i');
const from = new RegExp(`${space}from${space}`, 'i');
const change = new RegExp(
  `(?:^|["'])${space}*(?:update${space}[\\w.]+${space}set|delete${space}from|insert${space}into)${space}`,
  'i',
);

/** Two searches instead of one expression, which would begin anew at each `select`. */
function isStatement(text: string): boolean {
  const start = text.search(select);
  return (start >= 0 && from.test(text.slice(start))) || change.test(text);
}

/** A literal behind an operator, in which the text ends: `= 'a`, `like '%`, `in ('a', 'b`. */
const openLiteral = new RegExp(`(?:[=<>(,]|%3D|${space}like)${space}*(?:'|%27)(?:(?!'|%27)[^])*$`, 'i');

/** `query Name($id: ID) {`, and the short form `{ user(` where a text or the `query` of a JSON body begins with it. */
const operation = /\b(?:query|mutation|subscription)\b[^{}"':]{0,500}\{/;
const selection = /(?:^|"query"\s*:\s*")\s*\{\s*\w+\s*\(/;

/** Of the text before a value, in characters: a query begins nearer than that. */
const longest = 5000;

/** The language in whose string literal the text ends; null where it ends in none. */
function languageOf(text: string): Injection['language'] | null {
  if (openLiteral.test(text) && isStatement(text)) return 'SQL';
  const graph = operation.exec(text) ?? selection.exec(text);
  if (!graph) return null;
  // In a body that is JSON its quotes are escaped; in an expression they stand bare.
  const rest = text.slice(graph.index + graph[0].length);
  const quotes = rest.includes('\\"') ? rest.match(/\\"/g) : rest.match(/"/g);
  return (quotes?.length ?? 0) % 2 === 1 ? 'GraphQL' : null;
}

/** What a URL's receiver decodes again is no protection. */
const decoded = (node: ast.Expression): ast.Expression =>
  node.kind === 'Filter' && node.name === 'urlencode' && node.target ? decoded(node.target) : node;
