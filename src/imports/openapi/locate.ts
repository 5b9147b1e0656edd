/** Where a value of a document stands in its text. */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { type Position, SourceFile } from '../../text/source.js';
import type { ReadDocument } from './read-document.js';

export type Path = readonly (string | number)[];

/** The place of a value, or of the nearest one around it; its key where it has one. */
export async function locate(
  location: string,
  { text, format }: ReadDocument,
  path: Path,
): Promise<Partial<Position>> {
  const offset = format === 'json' ? offsetInJson(text, path) : await offsetInYaml(text, path);
  return offset === undefined ? {} : new SourceFile(location, text).positionAt(offset);
}

function offsetInJson(text: string, path: Path): number | undefined {
  const tree = parseTree(text);
  for (let length = path.length; tree && length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, [...path.slice(0, length)]);
    if (node) return (node.parent?.type === 'property' ? node.parent : node).offset;
  }
  return undefined;
}

async function offsetInYaml(text: string, path: Path): Promise<number | undefined> {
  const { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } = await import('yaml');
  const document = parseDocument(text, { merge: true, logLevel: 'error' });
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(key));
      if (!pair) break;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
