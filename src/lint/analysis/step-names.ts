/** The steps that a template refers to, and those that it cannot see. */
import type { Span } from '../../jinja/index.js';
import { listNames, suggest } from '../../text/suggest.js';
import type { Report } from '../finding.js';
import type { TemplateSite } from '../rule.js';
import { accessTo } from './attr-of-json.js';
import { keyOf } from './attribute-names.js';
import type { Facts } from './facts.js';

type Fault = Pick<Report, 'message' | 'hint' | 'suggestion'>;

export function stepFaults(facts: Facts, site: TemplateSite): (Fault & { readonly span: Span })[] {
  const found: (Fault & { readonly span: Span })[] = [];
  for (const { node } of facts.uses) {
    if (node.kind === 'Name' || facts.isTorn(node)) continue;
    const owner = facts.shapeOf(node.target);
    if (owner.kind !== 'object' || owner.id !== 'steps') continue;
    const key = keyOf(node);
    // No step is known by its number.
    if (key && (typeof key.value === 'number' || facts.shapeOf(node).kind === 'missing'))
      found.push({ span: key.span, ...explain(key.text, owner.names, site) });
  }
  for (const { name, isStep } of facts.hyphenated) {
    if (isStep && !isStepOf(site, name.text))
      found.push({ span: name.span, ...explain(name.text, namesBefore(site), site) });
  }
  return found;
}

export const isStepOf = ({ entry }: TemplateSite, name: string): boolean =>
  'steps' in entry && entry.steps.some((step) => step.name === name);

const namesBefore = ({ entry, step }: TemplateSite): string[] =>
  'steps' in entry && step ? entry.steps.slice(0, step.index).map(({ name }) => name) : [];

function explain(name: string, earlier: readonly string[], site: TemplateSite): Fault {
  if (name === site.step?.name) {
    return {
      message: `\`steps${accessTo(name)}\` is the step itself, which has not run yet`,
      hint: 'Its own answer is `response`, in `response_body`.',
    };
  }
  if (isStepOf(site, name)) {
    return {
      message: `the step \`${name}\` runs after this one`,
      hint: 'Only the results of earlier steps are there: move one of the two.',
    };
  }
  const message = `there is no step \`${name}\``;
  const suggestion = suggest(name, earlier);
  if (suggestion !== undefined)
    return { message, suggestion, hint: `Did you mean \`steps${accessTo(suggestion)}\`?` };
  if (earlier.length === 0) return { message, hint: 'No step runs before this one.' };
  return { message, hint: `Before this one there are ${listNames(earlier)}.` };
}
