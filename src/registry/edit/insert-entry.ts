/** Adds an entry to the text of a registry. Everything else stays as it is, to the byte. */
import type { SourceFile, Span } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';
import type { JsonArray, JsonMember, JsonNode, JsonObject } from '../json/nodes.js';
import { parseJson } from '../json/parse.js';
import { beginsLine, detectLayout, indentAt, isOnOneLine, type Layout } from './layout.js';
import { type JsonValue, writeEntry } from './write-value.js';

export const entryLists = ['connectors', 'composite_connectors'] as const;
export type EntryList = (typeof entryLists)[number];

/** An entry as data. The order of its keys is kept. */
export type EntryObject = Readonly<Record<string, JsonValue>>;

export interface InsertedEntry {
  readonly text: string;
  /** Of the entry, in the new text. */
  readonly span: Span;
  /** JSON pointer (RFC 6901) of the entry. */
  readonly pointer: string;
}

/**
 * Puts the entry at the end of its list, laid out like the entries that are there; a list that is missing is made.
 * @throws {UserError} with the place, where the text is no JSON or no registry, or holds the list twice
 */
export function insertEntry(file: SourceFile, list: EntryList, entry: EntryObject): InsertedEntry {
  const root = rootOf(file);
  const array = listOf(file, root, list);
  const others = entryLists.filter((each) => each !== list).flatMap((each) => listIn(root, each) ?? []);
  const at = array?.end ?? root.end;
  const layout = detectLayout(file.text, root, [...(array ? [array] : []), ...others], at);
  const edit = array
    ? intoList(file.text, array, entry, layout)
    : newList(file.text, root, list, entry, layout);
  const start = edit.span.start + edit.before.length;
  return {
    text: [
      file.text.slice(0, edit.span.start),
      edit.before,
      edit.entry,
      edit.after,
      file.text.slice(edit.span.end),
    ].join(''),
    span: { start, end: start + edit.entry.length },
    pointer: `/${list}/${array?.items.length ?? 0}`,
  };
}

/** What takes the place of the span. */
interface EntryEdit {
  readonly span: Span;
  readonly before: string;
  readonly entry: string;
  readonly after: string;
}

function intoList(text: string, array: JsonArray, entry: EntryObject, layout: Layout): EntryEdit {
  const last = array.items.at(-1);
  if (!last) return intoEmptyList(text, array, entry, layout);
  const span = { start: last.end, end: last.end };
  if (beginsLine(text, last)) {
    const indent = indentAt(text, last.start);
    return {
      span,
      before: `,${layout.lineEnd}${indent}`,
      entry: writeEntry(entry, layout, indent),
      after: '',
    };
  }
  const previous = array.items.at(-2);
  const before = previous ? text.slice(previous.end, last.start) : layout.comma;
  return { span, before, entry: writeEntry(entry, layout, indentAt(text, last.end)), after: '' };
}

function intoEmptyList(text: string, array: JsonArray, entry: EntryObject, layout: Layout): EntryEdit {
  const inside = { start: array.start + 1, end: array.end - 1 };
  if (layout.compactEntries && isOnOneLine(text, { start: 0, end: text.trimEnd().length })) {
    const { inBrackets } = layout;
    return { span: inside, before: inBrackets, entry: writeEntry(entry, layout, ''), after: inBrackets };
  }
  const outer = indentAt(text, array.start);
  const written = onOwnLine(entry, layout, outer);
  // The line that the bracket has already stays its line.
  if (!isOnOneLine(text, array))
    return { ...written, span: { start: inside.start, end: inside.start }, after: '' };
  return { ...written, span: inside };
}

/** @param outer the indentation of the line that the list begins in */
function onOwnLine(entry: EntryObject, layout: Layout, outer: string): Omit<EntryEdit, 'span'> {
  const { lineEnd, unit } = layout;
  const indent = outer + unit;
  return {
    before: lineEnd + indent,
    entry: writeEntry(entry, layout, indent),
    after: lineEnd + outer,
  };
}

function newList(
  text: string,
  root: JsonObject,
  list: EntryList,
  entry: EntryObject,
  layout: Layout,
): EntryEdit {
  const { lineEnd, unit } = layout;
  const last = root.members.at(-1);
  const head = `"${list}"${(last && colonOf(text, last)) ?? layout.colon}[`;
  if (!last) {
    const outer = indentAt(text, root.start);
    const written = onOwnLine(entry, layout, outer + unit);
    const hasLine = !isOnOneLine(text, root);
    return {
      span: { start: root.start + 1, end: hasLine ? root.start + 1 : root.end - 1 },
      before: `${lineEnd}${outer}${unit}${head}${written.before}`,
      entry: written.entry,
      after: `${written.after}]${hasLine ? '' : lineEnd + outer}`,
    };
  }
  const span = { start: last.value.end, end: last.value.end };
  const isOwnLine = beginsLine(text, last.key);
  if (!isOwnLine && layout.compactEntries) {
    const { inBrackets, comma } = layout;
    const compact = writeEntry(entry, layout, '');
    return { span, before: `${comma}${head}${inBrackets}`, entry: compact, after: `${inBrackets}]` };
  }
  const outer = indentAt(text, isOwnLine ? last.key.start : last.value.end);
  const written = onOwnLine(entry, layout, outer);
  const gap = isOwnLine ? `,${lineEnd}${outer}` : layout.comma;
  return { ...written, span, before: `${gap}${head}${written.before}`, after: `${written.after}]` };
}

/** Of the lists themselves, whatever their entries have; null where a line ends in it. */
function colonOf(text: string, { key, value }: JsonMember): string | null {
  const colon = text.slice(key.end, value.start);
  return /[\r\n]/.test(colon) ? null : colon;
}

function rootOf(file: SourceFile): JsonObject {
  const { root, errors } = parseJson(file);
  const error = errors.find(({ code }) => code !== 'byte-order-mark');
  if (error) {
    throw refusal(file, error.span.start, {
      code: `registry-${error.code}`,
      message: `The registry is not valid JSON: ${error.message}`,
      hint: 'Mend it first; the file stays as it is.',
    });
  }
  if (root?.type === 'object') return root;
  throw refusal(file, root?.start ?? 0, {
    code: 'registry-not-an-object',
    message: 'The registry must be an object with `connectors` or `composite_connectors`.',
    hint: 'The file stays as it is.',
  });
}

const membersOf = (root: JsonObject, list: EntryList): JsonMember[] =>
  root.members.filter(({ key }) => key.value === list);

function listOf(file: SourceFile, root: JsonObject, list: EntryList): JsonArray | undefined {
  const [member, second] = membersOf(root, list);
  if (second) {
    throw refusal(file, second.key.start, {
      code: 'registry-duplicate-key',
      message: `The registry holds \`${list}\` twice; only the last counts.`,
      hint: 'Make one list of the two first; the file stays as it is.',
    });
  }
  if (!member) return undefined;
  if (member.value.type === 'array') return member.value;
  throw refusal(file, member.value.start, {
    code: 'registry-wrong-type',
    message: `\`${list}\` must be an array of entries.`,
    hint: 'The file stays as it is.',
  });
}

function listIn(root: JsonObject, list: EntryList): JsonArray | undefined {
  const value: JsonNode | undefined = membersOf(root, list).at(-1)?.value;
  return value?.type === 'array' ? value : undefined;
}

const refusal = (
  file: SourceFile,
  offset: number,
  details: { code: string; message: string; hint: string },
): UserError => new UserError({ ...details, file: file.path, ...file.positionAt(offset) });
