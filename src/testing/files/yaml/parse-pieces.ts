import type { Node } from 'yaml';
import type { JsonMember, JsonNode } from '../../../registry/json/nodes.js';
import type { Span } from '../../../text/source.js';
import type { ProblemList } from '../problems.js';
import { type Library, readYamlDocument } from './document.js';
import { splitCases } from './split-cases.js';
import { TreeBuilder } from './tree-builder.js';

/**
 * The values of a long file, read case by case: in one piece the library's intermediate trees fill the memory, and
 * most of the time goes into looking after it. Null where the file cannot be cut, or a piece of it has a fault.
 */
export function parsePieces(library: Library, problems: ProblemList): JsonNode | null {
  const { text } = problems.source;
  const pieces = splitCases(text);
  if (!pieces) return null;
  const builder = new TreeBuilder(library, problems);
  const before = membersIn(pieces.before, library, text, builder);
  const items: JsonNode[] = [];
  let start = 0;
  for (const piece of pieces.items) {
    const list = contentsOf(piece, library, text);
    if (!library.isSeq(list) || list.flow || list.anchor !== undefined) return null;
    if (items.length === 0) start = list.range?.[0] ?? 0;
    for (const item of list.items) items.push(builder.node(item));
  }
  const after = membersIn(pieces.after, library, text, builder);
  const last = items.at(-1);
  if (!before || !after || !last) return null;
  const list: JsonNode = { type: 'array', items, start, end: last.end };
  const cases: JsonMember = { key: { type: 'string', value: 'cases', ...pieces.key }, value: list };
  const members = [...before, cases, ...after];
  if (new Set(members.map(({ key }) => key.value)).size < members.length) return null;
  const place = { start: members[0]?.key.start ?? 0, end: members.at(-1)?.value.end ?? 0 };
  return { type: 'object', members, repeatsKeys: false, ...place };
}

/** Undefined where the piece is not valid by itself. */
function contentsOf({ start, end }: Span, library: Library, text: string): Node | null | undefined {
  const { document, second } = readYamlDocument(library, text.slice(start, end), start);
  if (!document || second !== undefined) return undefined;
  return document.errors.length + document.warnings.length === 0 ? document.contents : undefined;
}

/** The keys of a piece beside `cases`; null where it is no mapping in the first column. */
function membersIn(
  piece: Span,
  library: Library,
  text: string,
  builder: TreeBuilder,
): readonly JsonMember[] | null {
  if (!/^[^\S\n]*[^\s#]/m.test(text.slice(piece.start, piece.end))) return [];
  const map = contentsOf(piece, library, text);
  if (!library.isMap(map) || map.flow || map.anchor !== undefined || map.tag) return null;
  const start = map.range?.[0] ?? 0;
  if (start > 0 && text[start - 1] !== '\n') return null;
  if (map.items.some(({ key }) => library.isScalar(key) && key.value === '<<')) return null;
  const object = builder.node(map);
  return object.type === 'object' ? object.members : null;
}
