import type { JsonNode } from '../../registry/json/nodes.js';

/** What JavaScript would read, for the schema; a value that stands in several places is made once. */
export function plainValue(root: JsonNode): unknown {
  const known = new Map<JsonNode, unknown>();
  const plain = (node: JsonNode): unknown => {
    if (node.type !== 'object' && node.type !== 'array') return plainScalar(node);
    if (known.has(node)) return known.get(node);
    const value = node.type === 'array' ? node.items.map(plain) : plainObject(node.members, plain);
    known.set(node, value);
    return value;
  };
  return plain(root);
}

function plainObject(
  members: readonly { key: { value: string }; value: JsonNode }[],
  plain: (node: JsonNode) => unknown,
): unknown {
  const object: Record<string, unknown> = {};
  for (const { key, value } of members) {
    // As a key like any other.
    if (key.value === '__proto__')
      Object.defineProperty(object, key.value, { value: plain(value), enumerable: true });
    else object[key.value] = plain(value);
  }
  return object;
}

function plainScalar(node: Exclude<JsonNode, { type: 'object' | 'array' }>): unknown {
  if (node.type === 'null') return null;
  return node.type === 'number' ? Number(node.source) : node.value;
}
