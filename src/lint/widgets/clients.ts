/** Which expressions are the SDK's connectors, under whatever name they go. platform.md section 10. */
import type { Node } from '@babel/types';
import { bare, memberOf } from './nodes.js';
import type { Scope } from './scopes.js';

/** The object that executes simple connectors, the one that executes composites, and their functions. */
export type Client = 'connectors' | 'composite' | 'execute-simple' | 'execute-composite';

const longestWay = 12;

/** Null for whatever is not one of them for certain. */
export function clientOf(written: Node, scope: Scope, depth = 0): Client | null {
  if (depth > longestWay) return null;
  const node = bare(written);
  const member = memberOf(node);
  if (member)
    return member.name === null ? null : step(member.name, () => clientOf(member.object, scope, depth + 1));
  if (node.type === 'LogicalExpression') {
    return clientOf(node.operator === '&&' ? node.right : node.left, scope, depth + 1);
  }
  if (node.type === 'CallExpression') {
    const callee = memberOf(node.callee);
    return callee?.name === 'bind' ? clientOf(callee.object, scope, depth + 1) : null;
  }
  if (node.type !== 'Identifier') return null;
  const binding = scope.find(node.name);
  if (!binding?.path) return null;
  const { source, path } = binding;
  const start = (): Client | null => (source ? clientOf(source.node, source.scope, depth + 1) : null);
  return path.reduce<() => Client | null>((before, name) => () => step(name, before), start)();
}

/** Whatever has a property `connectors` is taken for the SDK; that its calls name a permalink is asked of each. */
function step(name: string, before: () => Client | null): Client | null {
  if (name === 'connectors') return 'connectors';
  if (name === 'composite') return before() === 'connectors' ? 'composite' : null;
  if (name !== 'execute') return null;
  const client = before();
  if (client === 'connectors') return 'execute-simple';
  return client === 'composite' ? 'execute-composite' : null;
}
