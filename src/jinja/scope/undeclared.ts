/** Which of a few special names (`caller`, `loop`, `self` ...) a piece of a template uses as the special thing. */
import type { Node } from '../ast.js';
import { forEachChild } from '../walk.js';

/**
 * The names among `names` that are read before anything in the nodes assigns them, in source order. Unlike the
 * analysis of scopes this one looks into nested scopes; it stops at blocks, which see nothing of what surrounds them.
 */
export function findUndeclared(nodes: readonly Node[], names: Iterable<string>): Set<string> {
  const wanted = new Set(names);
  const found = new Set<string>();
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'Name':
        if (wanted.has(node.name)) found.add(node.name);
        break;
      case 'NameTarget':
        wanted.delete(node.name);
        break;
      case 'Block':
        break;
      default:
        forEachChild(node, visit);
    }
  };
  for (const node of nodes) visit(node);
  return found;
}
