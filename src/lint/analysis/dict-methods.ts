/** Methods of Python's dict that a template reads, and does not call. */
import type { ast } from '../../jinja/index.js';
import type { Facts } from './facts.js';

export interface DictMethodRead {
  readonly node: ast.GetAttribute;
  /** `for key, value in data.items`: the method is meant, and the call forgotten. */
  readonly loopsOverPairs: boolean;
}

export function dictMethodReads(facts: Facts): DictMethodRead[] {
  return facts.uses.flatMap(({ node, parent }) => {
    if (node.kind !== 'GetAttribute' || facts.isTorn(node)) return [];
    if (parent.kind === 'Call' && parent.callee === node) return [];
    const shape = facts.shapeOf(node);
    if (shape.kind !== 'method' || shape.of.kind === 'text') return [];
    const loopsOverPairs =
      parent.kind === 'For' && parent.iterable === node && parent.target.kind === 'TupleTarget';
    return [{ node, loopsOverPairs }];
  });
}
