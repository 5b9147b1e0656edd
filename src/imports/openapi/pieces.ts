/**
 * A document in pieces that are checked one by one: the time that the checking library takes grows with the square of the faults
 * that it finds. Pieces grow as long as they are clean.
 */
import { isObject, type JsonObject } from './values.js';

const smallest_values = 5_000;
/** No real path or schema is larger; one that is, is let through unchecked. */
const largest_values = 20_000;

const sections = ['paths', 'webhooks', 'definitions', 'parameters', 'responses', 'securityDefinitions'];

interface Item {
  /** `['components', 'schemas', 'Order']` */
  readonly path: readonly string[];
  readonly value: unknown;
  readonly values: number;
}

/** Hand back whether the piece before was clean. */
export function* piecesOf(document: JsonObject): Generator<JsonObject, void, boolean> {
  const items = itemsOf(document).filter(({ values }) => values <= largest_values);
  let size = smallest_values;
  for (let next = 0; next < items.length || next === 0; ) {
    const piece = withoutItems(document);
    let values = 0;
    do {
      const item = items[next];
      if (item) put(piece, item);
      values += item?.values ?? 0;
      next += 1;
    } while (next < items.length && values + (items[next]?.values ?? 0) <= size);
    const isClean = yield piece;
    size = isClean ? Math.min(size * 2, largest_values) : smallest_values;
  }
}

function itemsOf(document: JsonObject): Item[] {
  const inSection = (value: unknown, path: readonly string[]): Item[] =>
    isObject(value)
      ? Object.entries(value).map(([name, each]) => ({
          path: [...path, name],
          value: each,
          values: countOf(each),
        }))
      : [];
  const { components } = document;
  return [
    ...sections.flatMap((section) => inSection(document[section], [section])),
    ...(isObject(components)
      ? Object.entries(components).flatMap(([section, each]) => inSection(each, ['components', section]))
      : []),
  ];
}

/** What is no object stays, for its fault to be found. */
function withoutItems(document: JsonObject): Record<string, unknown> {
  const rest = Object.entries(document).filter(([key, value]) => !sections.includes(key) || !isObject(value));
  const made: Record<string, unknown> = { ...Object.fromEntries(rest), paths: document.paths };
  if (isObject(document.paths)) made.paths = {};
  if (isObject(document.components)) {
    const others = Object.entries(document.components).filter(([, each]) => !isObject(each));
    if (others.length > 0) made.components = Object.fromEntries(others);
    else delete made.components;
  }
  return made;
}

function put(piece: Record<string, unknown>, { path, value }: Item): void {
  let holder = piece;
  for (const key of path.slice(0, -1)) {
    holder[key] ??= {};
    holder = holder[key] as Record<string, unknown>;
  }
  holder[path.at(-1) ?? ''] = value;
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countOf(each), 1);
}
