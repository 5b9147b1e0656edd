import type { KeyPath } from '../../config/document.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import { itemsOf, memberOf } from './members.js';

/**
 * Where in its text a value of a document stands, or the nearest one around it that is there.
 * @param isAboutKey the key is meant and not its value
 */
export function placeOf(root: JsonNode, path: KeyPath, isAboutKey: boolean): number {
  let node: JsonNode | undefined = root;
  let place = root.start;
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number') {
      node = itemsOf(node)[key];
      place = node?.start ?? place;
      continue;
    }
    const member = memberOf(node, key);
    if (!member) return place;
    node = member.value;
    const isKey = (isAboutKey && depth === path.length - 1) || node.start === node.end;
    place = isKey ? member.key.start : node.start;
  }
  return place;
}
