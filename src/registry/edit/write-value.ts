/** A JSON value as the rest of a file is written. */
import type { Layout } from './layout.js';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A row that would reach beyond this column stands on lines of its own. */
const longestRow = 100;

/** @param indent of the line that the value begins in */
export function writeEntry(entry: JsonValue, layout: Layout, indent: string): string {
  return layout.compactEntries ? onOneLine(entry, layout) : onLines(entry, layout, indent, false);
}

/** @param isItem an item of an array, and so a row where it is small */
function onLines(value: JsonValue, layout: Layout, indent: string, isItem: boolean): string {
  if (!isContainer(value) || sizeOf(value) === 0) return onOneLine(value, layout);
  if (layout.compactRows && (isItem || isList(value)) && isShallow(value)) {
    const text = onOneLine(value, layout);
    if (indent.length + text.length <= longestRow) return text;
  }
  const inner = indent + layout.unit;
  const lines = isList(value)
    ? value.map((item) => inner + onLines(item, layout, inner, true))
    : Object.entries(value).map(
        ([key, member]) =>
          `${inner}${JSON.stringify(key)}${layout.colon}${onLines(member, layout, inner, false)}`,
      );
  const [open, close] = isList(value) ? '[]' : '{}';
  return [open, lines.join(`,${layout.lineEnd}`), indent + close].join(layout.lineEnd);
}

function onOneLine(value: JsonValue, layout: Layout): string {
  if (!isContainer(value)) return JSON.stringify(value);
  const [open, close] = isList(value) ? '[]' : '{}';
  if (sizeOf(value) === 0) return `${open}${close}`;
  const pad = isList(value) ? layout.inBrackets : layout.inBraces;
  const parts = isList(value)
    ? value.map((item) => onOneLine(item, layout))
    : Object.entries(value).map(
        ([key, member]) => `${JSON.stringify(key)}${layout.colon}${onOneLine(member, layout)}`,
      );
  return `${open}${pad}${parts.join(layout.comma)}${pad}${close}`;
}

type Container = Exclude<JsonValue, string | number | boolean | null>;

const isContainer = (value: JsonValue): value is Container => typeof value === 'object' && value !== null;
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
const sizeOf = (value: Container): number => (isList(value) ? value : Object.keys(value)).length;

/** Scalars, or a list of objects of scalars: what fits on a line for a reader. */
const isShallow = (value: Container): boolean =>
  isList(value)
    ? value.every((item) => !isContainer(item) || (!isList(item) && isShallow(item)))
    : Object.values(value).every((member) => !isContainer(member));
