/** Access to values whose shape the schema has checked. */
import type { JsonMember, JsonNode } from '../../registry/json/nodes.js';
import type { Span } from '../../text/source.js';
import type { Located } from '../model.js';

export const membersOf = (node: JsonNode | undefined): readonly JsonMember[] =>
  node?.type === 'object' ? node.members : [];

export const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.type === 'array' ? node.items : [];

export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  if (node?.type !== 'object') return undefined;
  for (const member of node.members) if (member.key.value === key) return member;
  return undefined;
}

export const valueAt = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  memberOf(node, key)?.value;

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Null where the key is absent. */
export function textAt(node: JsonNode | undefined, key: string): Located<string> | null {
  const value = valueAt(node, key);
  return value?.type === 'string' ? { value: value.value, span: spanOf(value) } : null;
}

/** Null where the key is absent. */
export function numberAt(node: JsonNode | undefined, key: string): Located<number> | null {
  const value = valueAt(node, key);
  return value?.type === 'number' ? { value: Number(value.source), span: spanOf(value) } : null;
}

/** Null where the key is absent. */
export function booleanAt(node: JsonNode | undefined, key: string): Located<boolean> | null {
  const value = valueAt(node, key);
  return value?.type === 'boolean' ? { value: value.value, span: spanOf(value) } : null;
}

/** A text, number or boolean as text; a number as it is written in the file, `0x1f` and `1.0` too. */
export function scalarText(node: JsonNode, text: string): string {
  if (node.type === 'string') return node.value;
  if (node.type === 'boolean') return String(node.value);
  if (node.type !== 'number') return '';
  const written = text.slice(node.start, node.end);
  return /^[-+.\w]+$/.test(written) ? written : node.source;
}
