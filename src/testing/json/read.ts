import type { JsonNode } from '../../registry/json/nodes.js';
import { parseJson } from '../../registry/json/parse.js';
import { SourceFile } from '../../text/source.js';

/** The value that a text holds, numbers as they are written; null where it is not JSON or nests too deeply to be read. */
export function readJson(text: string): JsonNode | null {
  const { root, errors } = parseJson(new SourceFile('', text));
  return errors.length === 0 ? (root ?? null) : null;
}
