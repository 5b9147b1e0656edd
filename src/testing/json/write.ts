/** A value as JSON text again, its numbers as they were written. */
import type { JsonNode, JsonObject } from '../../registry/json/nodes.js';

/** On one line, as it would be sent. */
export function jsonText(node: JsonNode): string {
  switch (node.type) {
    case 'object':
      return `{${[...membersOf(node)].map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(jsonText).join(',')}]`;
    default:
      return scalarText(node);
  }
}

/**
 * Laid out over lines, two spaces a level.
 * @param like whose order the keys of objects follow, so that two values can be compared line by line
 */
export function jsonLines(node: JsonNode, like?: JsonNode, indent = ''): string {
  const inner = `${indent}  `;
  if (node.type === 'object') {
    const model = like?.type === 'object' ? membersOf(like) : new Map<string, JsonNode>();
    const members = membersOf(node);
    if (members.size === 0) return '{}';
    const keys = [...model.keys()].filter((key) => members.has(key));
    keys.push(...[...members.keys()].filter((key) => !model.has(key)));
    const lines = keys.map((key) => {
      const value = members.get(key) as JsonNode;
      return `${inner}${JSON.stringify(key)}: ${jsonLines(value, model.get(key), inner)}`;
    });
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  if (node.type === 'array') {
    if (node.items.length === 0) return '[]';
    const models = like?.type === 'array' ? like.items : [];
    return `[\n${node.items.map((item, at) => `${inner}${jsonLines(item, models[at], inner)}`).join(',\n')}\n${indent}]`;
  }
  return scalarText(node);
}

/** By key, in the order of the text; of a key that is there twice the last value counts. */
export const membersOf = (node: JsonObject): Map<string, JsonNode> =>
  new Map(node.members.map(({ key, value }) => [key.value, value]));

function scalarText(node: Exclude<JsonNode, { type: 'object' | 'array' }>): string {
  switch (node.type) {
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
