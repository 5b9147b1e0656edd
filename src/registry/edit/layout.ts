/** How a registry is written: what a new entry has to look like to stand among the others. */
import type { JsonArray, JsonNode, JsonObject } from '../json/nodes.js';

export interface Layout {
  readonly lineEnd: string;
  /** One level of indentation. */
  readonly unit: string;
  /** Between a brace and what it holds, on one line. */
  readonly inBraces: string;
  readonly inBrackets: string;
  /** Between a key and its value. */
  readonly colon: string;
  /** Between members and items, on one line. */
  readonly comma: string;
  /** Whole entries stand on one line each. */
  readonly compactEntries: boolean;
  /** Rows such as `{ "key": "q", "value": "x" }` stand on one line each. */
  readonly compactRows: boolean;
}

/** More than these at the end of a list say nothing that they do not say. */
const mostSamples = 5;

/**
 * @param lists the arrays of entries, the one that is added to first
 * @param at where the entry goes, an offset: of mixed line ends those before it count
 */
export function detectLayout(
  text: string,
  root: JsonObject,
  lists: readonly JsonArray[],
  at: number,
): Layout {
  const sampled = lists.map((list) =>
    list.items.slice(-mostSamples).filter((item) => item.type === 'object'),
  );
  const entries = sampled.find((each) => each.length > 0) ?? [];
  const inside = entries.flatMap((entry) => containersIn(entry));
  const all: JsonNode[] = [...entries, ...inside, ...lists, root];
  const rows = inside.flatMap((node) => (node.type === 'array' ? node.items.filter(isRow) : []));
  const compact = rows.filter((row) => isOnOneLine(text, row));
  const colon = first(all, (node) => colonOf(text, node)) ?? ': ';
  // Whoever spares the space after a colon spares the others.
  const isTight = colon === ':';
  return {
    lineEnd: lineEndAt(text, at),
    unit: first([...entries, ...lists, root, ...inside], (node) => unitOf(text, node)) ?? '  ',
    inBraces:
      first(all, (node) => (node.type === 'object' ? paddingOf(text, node) : undefined)) ??
      (isTight ? '' : ' '),
    inBrackets: first(all, (node) => (node.type === 'array' ? paddingOf(text, node) : undefined)) ?? '',
    colon,
    comma: first(all, (node) => commaOf(text, node)) ?? (isTight ? ',' : ', '),
    compactEntries: entries.length > 0 && entries.every((entry) => isOnOneLine(text, entry)),
    compactRows: compact.length > 0 && compact.length * 2 >= rows.length,
  };
}

/** The white space that a line begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
}

/** Whether nothing but white space stands before it on its line. */
export const beginsLine = (text: string, { start }: { start: number }): boolean =>
  /^[ \t]*$/.test(text.slice(lineStart(text, start), start)) && lineStart(text, start) > 0;

export const isOnOneLine = (text: string, { start, end }: { start: number; end: number }): boolean =>
  !/[\r\n]/.test(text.slice(start, end));

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

function lineEndAt(text: string, at: number): string {
  const before = text.lastIndexOf('\n', at - 1);
  if (before > 0) return text[before - 1] === '\r' ? '\r\n' : '\n';
  if (before === 0) return '\n';
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function first<T>(nodes: readonly JsonNode[], tell: (node: JsonNode) => T | undefined): T | undefined {
  for (const node of nodes) {
    const told = tell(node);
    if (told !== undefined) return told;
  }
  return undefined;
}

function containersIn(node: JsonNode): JsonNode[] {
  return childrenOf(node).flatMap((child) =>
    child.type === 'object' || child.type === 'array' ? [child, ...containersIn(child)] : [],
  );
}

const childrenOf = (node: JsonNode): readonly JsonNode[] =>
  node.type === 'object' ? node.members.map(({ value }) => value) : node.type === 'array' ? node.items : [];

const isRow = (node: JsonNode): boolean =>
  node.type === 'object' &&
  node.members.every(({ value }) => value.type !== 'object' && value.type !== 'array');

/** Where the first thing in it stands. */
const firstIn = (node: JsonNode): { start: number } | undefined =>
  node.type === 'object' ? node.members[0]?.key : node.type === 'array' ? node.items[0] : undefined;

function unitOf(text: string, node: JsonNode): string | undefined {
  const inner = firstIn(node);
  if (!inner || !beginsLine(text, inner)) return undefined;
  const [outside, inside] = [indentAt(text, node.start), indentAt(text, inner.start)];
  return inside.length > outside.length && inside.startsWith(outside)
    ? inside.slice(outside.length)
    : undefined;
}

function paddingOf(text: string, node: JsonNode): string | undefined {
  const inner = firstIn(node);
  return inner && isOnOneLine(text, node) ? text.slice(node.start + 1, inner.start) : undefined;
}

function colonOf(text: string, node: JsonNode): string | undefined {
  if (node.type !== 'object') return undefined;
  const member = node.members.find(({ key, value }) =>
    isOnOneLine(text, { start: key.end, end: value.start }),
  );
  return member && text.slice(member.key.end, member.value.start);
}

/** As it stands between two members or two rows that share a line. */
function commaOf(text: string, node: JsonNode): string | undefined {
  const spans =
    node.type === 'object'
      ? node.members.map(({ key, value }) => ({ start: key.start, end: value.end }))
      : childrenOf(node);
  const [one, two] = spans;
  if (!one || !two) return undefined;
  const between = text.slice(one.end, two.start);
  return /[\r\n]/.test(between) ? undefined : between;
}
