/** A value as JSON text over lines, its numbers as they were written. */
import { jsonText } from '../../registry/json/json-text.js';
import type { JsonNode, JsonObject } from '../../registry/json/nodes.js';

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
  return jsonText(node);
}

/** By key, in the order of the text; of a key that is there twice the last value counts. */
export const membersOf = (node: JsonObject): Map<string, JsonNode> =>
  new Map(node.members.map(({ key, value }) => [key.value, value]));
