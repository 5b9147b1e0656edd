/** `... | from_json | attr('x')`, and how to write it as `(... | from_json).x`. */
import { type ast, methodNames, type Span } from '../../jinja/index.js';
import type { TextField } from '../../registry/model.js';
import type { Edit, Fix } from '../finding.js';
import { replaceWithin } from '../place.js';
import type { Facts } from './facts.js';

export interface AttrUse {
  /** Of the filter's name. */
  readonly span: Span;
  readonly key: string;
  /** On the first of a chain, and for all of it: edits of the others would overlap. */
  readonly fix?: Fix;
}

export function attrOfJson(facts: Facts, field: TextField): AttrUse[] {
  const found = new Map<ast.Expression, { readonly node: ast.Filter; readonly key: string }>();
  for (const node of facts.filters) {
    const key = keyOf(node);
    if (key !== null && node.target && facts.shapeOf(node.target).kind === 'data')
      found.set(node, { node, key });
  }
  const parents = new Map([...found.values()].map((use) => [use.node.target, use]));
  return [...found.values()].map(({ node, key }) => {
    const use = { span: node.nameSpan, key };
    if (node.target && found.has(node.target)) return use;
    const chain = [];
    for (let next = parents.get(node.target); next; next = parents.get(next.node)) chain.push(next);
    const fix = rewrite(chain, field);
    return fix ? { ...use, fix } : use;
  });
}

function keyOf({ name, args }: ast.Filter): string | null {
  const [key] = args.positional;
  const isAlone =
    args.positional.length === 1 && args.keyword.length === 0 && !args.spread && !args.keywordSpread;
  return name === 'attr' && isAlone && key?.kind === 'Const' && typeof key.value === 'string'
    ? key.value
    : null;
}

function rewrite(
  chain: readonly { readonly node: ast.Filter; readonly key: string }[],
  field: TextField,
): Fix | null {
  const first = chain[0]?.node;
  const last = chain.at(-1)?.node;
  if (!first?.target || !last) return null;
  const { target } = first;
  // Brackets that the author wrote do not belong to the span of what stands in them.
  const between = /^(\s*)(\)?)\s*\|\s*$/.exec(field.value.slice(target.span.end, first.nameSpan.start));
  if (!between) return null;
  const [, space = '', bracket = ''] = between;
  const end = bracket ? target.span.end + space.length + 1 : target.span.end;
  const needsBrackets = !bracket && (target.kind === 'Filter' || target.kind === 'Const');
  const start = startOf(target, field.value);
  if (start === null) return null;
  const access = chain.map(({ key }) => accessTo(key)).join('');
  const edits: Edit[] = needsBrackets ? [replaceWithin(field, { start, end: start }, '(')] : [];
  edits.push(
    replaceWithin(field, { start: end, end: last.span.end }, `${needsBrackets ? ')' : ''}${access}`),
  );
  return { does: `write \`${access}\` in the place of \`attr\``, edits };
}

/** In `(a ~ b) | from_json` the span starts behind the bracket. */
function startOf({ span }: ast.Expression, source: string): number | null {
  const text = source.slice(span.start, span.end).replace(/'[^']*'|"[^"]*"/g, '');
  let missing = text.replace(/[^)]/g, '').length - text.replace(/[^(]/g, '').length;
  let { start } = span;
  for (; missing > 0; missing -= 1) {
    start -= 1;
    while (start > 0 && /\s/.test(source[start] ?? '')) start -= 1;
    if (source[start] !== '(') return null;
  }
  return missing === 0 ? start : null;
}

export const accessTo = (key: string): string =>
  /^[A-Za-z_]\w*$/.test(key) && !methodNames.dict.has(key)
    ? `.${key}`
    : `['${key.replace(/[\\']/g, '\\$&')}']`;
