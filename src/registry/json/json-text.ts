import type { JsonNode } from './nodes.js';

/** Compact JSON text of a tree, its numbers as they are written. */
export function jsonText(node: JsonNode): string {
  switch (node.type) {
    case 'object':
      return `{${node.members
        .map(({ key, value }) => `${JSON.stringify(key.value)}:${jsonText(value)}`)
        .join(',')}}`;
    case 'array':
      return `[${node.items.map(jsonText).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}
