/** Python's `json.dumps`. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { Dict, Float, Markup, Tuple, type Value } from '../model.js';
import { floatToText } from '../numbers/floats.js';
import { intToText } from '../numbers/integers.js';
import { sortValues } from '../sort.js';
import { compareText } from '../strings/codepoints.js';
import { isIntLike, isText, textOf, typeName } from '../types.js';

export interface JsonOptions {
  /** Between items, and between a key and its value. */
  readonly separators?: readonly [item: string, key: string];
  /** Everything beyond ASCII as `\uXXXX`; on unless told otherwise. */
  readonly ensureAscii?: boolean;
  readonly sortKeys?: boolean;
  /** A level's indentation: a text, or a number of spaces. */
  readonly indent?: number | string | null;
}

const shortEscapes = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
]);

const unicodeEscape = (char: string) =>
  shortEscapes.get(char) ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what JSON escapes
const control = /["\\\0-\x1f]/g;
const beyondAscii = /["\\]|[^ -~]/g;
const plain = /^[ !#-[\]-~]*$/;

function quote(text: string, ensureAscii: boolean): string {
  if (plain.test(text)) return `"${text}"`;
  const escaped = ensureAscii
    ? text.replace(beyondAscii, unicodeEscape)
    : text.replace(control, unicodeEscape);
  return `"${escaped}"`;
}

/** Serializes; TypeError "Object of type Undefined is not JSON serializable" for what JSON has no form for. */
export function dumpJson(value: Value, options: JsonOptions, runtime: Runtime): string {
  return new JsonWriter(options, runtime).write(value, 0);
}

interface Layout {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

class JsonWriter {
  /** The containers further out. They are few, so looking through them beats keeping a set. */
  private readonly open: object[] = [];
  private readonly indent: string | null;
  private readonly itemSeparator: string;
  private readonly keySeparator: string;
  private readonly ensureAscii: boolean;
  private readonly oneLine: Layout;

  constructor(
    private readonly options: JsonOptions,
    private readonly runtime: Runtime,
  ) {
    const { indent } = options;
    this.indent = indent === undefined || indent === null ? null : indentText(indent);
    this.ensureAscii = options.ensureAscii ?? true;
    [this.itemSeparator, this.keySeparator] = options.separators ?? [this.indent === null ? ', ' : ',', ': '];
    this.oneLine = { before: '', between: this.itemSeparator, after: '' };
  }

  write(value: Value, depth: number): string {
    if (typeof value === 'string') {
      this.runtime.budget.step(value.length >> 7);
      return quote(value, this.ensureAscii);
    }
    if (typeof value === 'number') return String(value);
    if (value === null) return 'null';
    if (value instanceof Markup) return quote(value.text, this.ensureAscii);
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (isIntLike(value)) return intToText(value as number | bigint);
    if (value instanceof Float) return floatText(value.value);
    if (Array.isArray(value)) return this.list(value, value, depth);
    if (value instanceof Tuple) return this.list(value, value.items, depth);
    if (value instanceof Dict) return this.dict(value, depth);
    throw typeError(`Object of type ${typeName(value)} is not JSON serializable`);
  }

  private list(owner: object, items: readonly Value[], depth: number): string {
    if (items.length === 0) return '[]';
    this.enter(owner, items.length, depth);
    const { before, between, after } = this.layout(depth);
    let out = `[${before}`;
    for (let i = 0; i < items.length; i += 1) {
      out += (i === 0 ? '' : between) + this.write(items[i] as Value, depth + 1);
    }
    this.leave();
    return `${out}${after}]`;
  }

  private dict(dict: Dict, depth: number): string {
    if (dict.size === 0) return '{}';
    this.enter(dict, dict.size, depth);
    const { before, between, after } = this.layout(depth);
    const entries = this.options.sortKeys ? this.sorted(dict) : dict.entries.values();
    let out = `{${before}`;
    let first = true;
    for (const [key, value] of entries) {
      if (!first) out += between;
      first = false;
      out += quote(keyText(key), this.ensureAscii) + this.keySeparator + this.write(value, depth + 1);
    }
    this.leave();
    return `${out}${after}}`;
  }

  /** Sorting compares keys as they are: a dict with keys of several types cannot be sorted. */
  private sorted(dict: Dict): readonly (readonly [Value, Value])[] {
    const entries = Array.from(dict.entries.values());
    if (entries.every(([key]) => typeof key === 'string')) {
      return sortByName(entries as [string, Value][]);
    }
    const places = entries.map((_, i) => i);
    const keyOf = (place: Value) => (entries[place as number] as [Value, Value])[0];
    const order = sortValues(places, keyOf, false, this.runtime);
    return order.map((place) => entries[place as number] as [Value, Value]);
  }

  // Not undone where writing fails: the writer is of no use then.
  private enter(owner: object, items: number, depth: number): void {
    if (this.open.includes(owner)) throw valueError('Circular reference detected');
    this.open.push(owner);
    const { budget } = this.runtime;
    budget.enter();
    budget.step(items);
    if (this.indent !== null) budget.allocate(this.indent.length * (depth + 1) * (items + 1));
  }

  private leave(): void {
    this.runtime.budget.leave();
    this.open.pop();
  }

  /** What stands around and between the items of a container. */
  private layout(depth: number): Layout {
    if (this.indent === null) return this.oneLine;
    const before = `\n${this.indent.repeat(depth + 1)}`;
    return {
      before,
      between: this.itemSeparator.trimEnd() + before,
      after: `\n${this.indent.repeat(depth)}`,
    };
  }
}

/** Most objects have few keys: putting each in its place beats a general sort. */
const FEW = 16;

function sortByName(entries: [string, Value][]): [string, Value][] {
  if (entries.length > FEW) return entries.sort((a, b) => compareText(a[0], b[0]));
  for (let i = 1; i < entries.length; i += 1) {
    const entry = entries[i] as [string, Value];
    let place = i;
    for (; place > 0; place -= 1) {
      const before = entries[place - 1] as [string, Value];
      if (compareText(before[0], entry[0]) <= 0) break;
      entries[place] = before;
    }
    entries[place] = entry;
  }
  return entries;
}

const indentText = (indent: number | string) =>
  typeof indent === 'string' ? indent : ' '.repeat(Math.max(indent, 0));

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return floatToText(value);
}

function keyText(key: Value): string {
  if (isText(key)) return textOf(key);
  if (key === null) return 'null';
  if (typeof key === 'boolean') return key ? 'true' : 'false';
  if (isIntLike(key)) return intToText(key as number | bigint);
  if (key instanceof Float) return floatText(key.value);
  throw new TemplateRuntimeError(
    `keys must be str, int, float, bool or None, not ${typeName(key)}`,
    'TypeError',
  );
}
