import type { JsonNode } from './nodes.js';

/**
 * The keys and indices that lead from the root to the innermost member or item that the offset is in. A key belongs
 * to its member. Halves its way through each level, so that it can be asked often.
 */
export function pathAt(root: JsonNode | undefined, offset: number): (string | number)[] {
  const path: (string | number)[] = [];
  let node = root;
  while (node) {
    if (node.type === 'object') {
      const member = lastFrom(node.members, offset, ({ key }) => key.start);
      if (!member || offset >= Math.max(member.key.end, member.value.end)) break;
      path.push(member.key.value);
      node = member.value;
    } else if (node.type === 'array') {
      const { items } = node;
      const index = lastIndexFrom(items, offset, ({ start }) => start);
      const item = items[index];
      if (!item || offset >= item.end) break;
      path.push(index);
      node = item;
    } else break;
  }
  return path;
}

const lastFrom = <Part>(parts: readonly Part[], offset: number, startOf: (part: Part) => number) =>
  parts[lastIndexFrom(parts, offset, startOf)];

/** Of the last part that starts at or before the offset; -1 where there is none. */
function lastIndexFrom<Part>(
  parts: readonly Part[],
  offset: number,
  startOf: (part: Part) => number,
): number {
  let low = -1;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const part = parts[middle];
    if (part && startOf(part) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
