/** What a template prints, place by place. */
import type { ast } from '../../jinja/index.js';
import type { TemplateSite } from '../rule.js';
import { type Guard, walkGuarded } from './guards.js';

export interface Printed {
  readonly node: ast.Expression;
  readonly guard: Guard | null;
}

/** The expressions between `{{` and `}}`. */
export function printedExpressions({ template }: TemplateSite): Printed[] {
  const found: Printed[] = [];
  walkGuarded(template.tree, (output, guard) => {
    if (output.kind !== 'Output') return;
    for (const node of output.nodes) if (node.kind !== 'TemplateData') found.push({ node, guard });
  });
  return found;
}
