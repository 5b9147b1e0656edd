/** What the rules about names share of one template; worked out once. */
import type { ast, Origin } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { type HyphenatedStep, hyphenatedSteps } from './hyphenated-steps.js';
import { Provenance } from './provenance.js';
import type { Shape } from './shapes.js';
import { type TemplateUses, usesOf } from './uses.js';

export interface Facts extends TemplateUses {
  originOf(name: ast.Name): Origin;
  shapeOf(node: ast.Expression): Shape;
  readonly hyphenated: readonly HyphenatedStep[];
  /** Whether a node is a piece of `steps.fetch-user`, torn apart: it means nothing by itself. */
  isTorn(node: ast.Expression): boolean;
}

const known = new WeakMap<TemplateSite, Facts>();

export function factsOf(site: TemplateSite): Facts {
  let facts = known.get(site);
  if (!facts) {
    facts = gather(site);
    known.set(site, facts);
  }
  return facts;
}

function gather(site: TemplateSite): Facts {
  const uses = usesOf(site.template.tree);
  const origins = new Map<number, Origin>();
  const { variables, functions } = site.analysis;
  for (const { span, origin } of variables) origins.set(span.start, origin);
  for (const { span, origin } of functions) origins.set(span.start, origin);
  const originOf = (name: ast.Name): Origin => origins.get(name.span.start) ?? 'either';
  const provenance = new Provenance(site, uses.sources, originOf);
  const hyphenated = hyphenatedSteps(site.field.value, uses.subtractions, originOf);
  const halves = new Set<ast.Expression>(hyphenated.map(({ read }) => read));
  const torn = new Set<number>();
  for (const { name } of hyphenated) {
    for (let at = name.span.start; at < name.span.end; at += 1) torn.add(at);
  }
  const { uses: reads, filters, subtractions, loads, sources } = uses;
  return {
    uses: reads,
    filters,
    subtractions,
    loads,
    sources,
    originOf,
    shapeOf: (node) => provenance.shapeOf(node),
    hyphenated,
    isTorn: (node) => torn.has(node.span.start) || halves.has(node),
  };
}
