/** Syntax trees without regard to what they mean. */
import type { Node } from '@babel/types';
import type { Span } from '../../text/source.js';

export const spanOf = ({ start, end }: Node): Span => ({ start: start ?? 0, end: end ?? 0 });

/** In the order of the source. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node)) {
    // One by one: a program may have more statements than a call can have arguments.
    if (Array.isArray(value)) for (const each of value.filter(isNode)) children.push(each);
    else if (isNode(value)) children.push(value);
  }
  return children;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** An expression without what changes nothing of its value: `await`, `as const`, `!`. */
export function bare(node: Node): Node {
  let current = node;
  while (true) {
    switch (current.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TypeCastExpression':
      case 'ParenthesizedExpression':
        current = current.expression;
        break;
      case 'AwaitExpression':
        current = current.argument;
        break;
      default:
        return current;
    }
  }
}

/** The name of a property, where it is known. */
export function keyOf(key: Node, computed: boolean): string | null {
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'StringLiteral' || key.type === 'NumericLiteral') return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0)
    return key.quasis[0]?.value.cooked ?? null;
  return null;
}

/** `a.b`, `a?.b`, `a['b']`: the object, and the name of its property where it is known. */
export function memberOf(node: Node): { object: Node; name: string | null; property: Node } | null {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return null;
  const { object, property, computed } = node;
  return { object, name: keyOf(property, computed), property };
}
