/** What the rules about names share of one template; worked out once. */
import type { ast, Origin, TemplateAnalysis } from '../../jinja/index.js';
import { type HyphenatedKey, hyphenatedKeys } from './hyphenated-keys.js';
import { oncePerSite, oncePerText } from './once.js';
import { stepsOf } from './platform-shapes.js';
import { isContextName, Provenance } from './provenance.js';
import { missing, type Shape } from './shapes.js';
import { claimedByUrlRules } from './url-claims.js';
import { contains } from './url-origin.js';
import { type TemplateUses, usesOf } from './uses.js';

export interface TextFacts extends TemplateUses {
  originOf(name: ast.Name): Origin;
  readonly hyphenated: readonly HyphenatedKey[];
  /** Whether a node is a piece of `data.first-name`, torn apart, or of what URL rules report: it means nothing by itself. */
  isTorn(node: ast.Expression): boolean;
}

export interface Facts extends TextFacts {
  shapeOf(node: ast.Expression): Shape;
}

export const factsOf = oncePerSite((site): Facts => {
  const own = textFactsOf(site);
  const { sources, originOf } = own;
  const claimed = claimedByUrlRules(site, own.subtractions.length > 0);
  const readsSteps = site.field.value.includes('steps');
  let provenance: Provenance | undefined;
  return {
    ...own,
    isTorn:
      claimed.length === 0
        ? own.isTorn
        : (node) => own.isTorn(node) || claimed.some((span) => contains(span, node.span)),
    shapeOf(node) {
      provenance ??= new Provenance(site, readsSteps ? stepsOf(site) : missing, sources, originOf);
      // Of those who ask later, too, nobody would see that it is about the steps of this composite.
      if (readsSteps) site.isOwnerRead = true;
      return provenance.shapeOf(node);
    },
  };
});

/** What follows from the text alone. */
export const textFactsOf = oncePerText(({ template, analysis, source }): TextFacts => {
  const { uses, filters, subtractions, loads, sources } = usesOf(template.tree);
  let origins: Map<number, Origin> | undefined;
  const originOf = (name: ast.Name): Origin => {
    origins ??= originsIn(analysis);
    return origins.get(name.span.start) ?? 'either';
  };
  const hyphenated = hyphenatedKeys(
    source,
    subtractions,
    uses,
    (name) => originOf(name) === 'context' && !isContextName(name.name) && !sources.has(name.name),
    (name) => originOf(name) === 'context' && name.name === 'steps',
  );
  if (hyphenated.length === 0) {
    return { uses, filters, subtractions, loads, sources, originOf, hyphenated, isTorn: () => false };
  }
  const halves = new Set<ast.Expression>(hyphenated.map(({ read }) => read));
  const torn = new Set<number>();
  for (const { name } of hyphenated) {
    for (let at = name.span.start; at < name.span.end; at += 1) torn.add(at);
  }
  const isTorn = (node: ast.Expression): boolean => torn.has(node.span.start) || halves.has(node);
  return { uses, filters, subtractions, loads, sources, originOf, hyphenated, isTorn };
});

/** By where the name stands. */
function originsIn({ variables, functions }: TemplateAnalysis): Map<number, Origin> {
  const origins = new Map<number, Origin>();
  for (const { span, origin } of variables) origins.set(span.start, origin);
  for (const { span, origin } of functions) origins.set(span.start, origin);
  return origins;
}
