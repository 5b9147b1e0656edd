/** Python's `json.dumps`. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { Dict, Float, Tuple, type Value } from '../model.js';
import { floatToText } from '../numbers/floats.js';
import { intToText } from '../numbers/integers.js';
import { sortValues } from '../sort.js';
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
    ? text.replace(beyondAscii, (char) => (char === '\x7f' ? char : unicodeEscape(char)))
    : text.replace(control, unicodeEscape);
  return `"${escaped}"`;
}

/** Serializes; TypeError "Object of type Undefined is not JSON serializable" for what JSON has no form for. */
export function dumpJson(value: Value, options: JsonOptions, runtime: Runtime): string {
  return new JsonWriter(options, runtime).write(value, 0);
}

class JsonWriter {
  private readonly open = new Set<object>();
  private readonly indent: string | null;
  private readonly itemSeparator: string;
  private readonly keySeparator: string;

  constructor(
    private readonly options: JsonOptions,
    private readonly runtime: Runtime,
  ) {
    const { indent } = options;
    this.indent = indent === undefined || indent === null ? null : indentText(indent);
    [this.itemSeparator, this.keySeparator] = options.separators ?? [this.indent === null ? ', ' : ',', ': '];
  }

  write(value: Value, depth: number): string {
    if (isText(value)) return quote(textOf(value), this.options.ensureAscii ?? true);
    if (value === null) return 'null';
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
    return this.nested(owner, () => {
      const parts = items.map((item) => this.write(item, depth + 1));
      return this.wrap('[', parts, ']', depth);
    });
  }

  private dict(dict: Dict, depth: number): string {
    if (dict.size === 0) return '{}';
    return this.nested(dict, () => {
      const parts: string[] = [];
      for (const [key, value] of this.entries(dict)) {
        const name = quote(keyText(key), this.options.ensureAscii ?? true);
        parts.push(`${name}${this.keySeparator}${this.write(value, depth + 1)}`);
      }
      return this.wrap('{', parts, '}', depth);
    });
  }

  /** Sorting compares keys as they are: a dict with keys of several types cannot be sorted. */
  private entries(dict: Dict): Iterable<readonly [Value, Value]> {
    const entries = Array.from(dict.entries.values());
    if (!this.options.sortKeys || entries.length < 2) return entries;
    const pairs = entries.map((entry) => new Tuple(entry));
    const sorted = sortValues(pairs, (pair) => (pair as Tuple).items[0] as Value, false, this.runtime);
    return sorted.map((pair) => (pair as Tuple).items as unknown as [Value, Value]);
  }

  private nested(owner: object, body: () => string): string {
    if (this.open.has(owner)) throw valueError('Circular reference detected');
    this.open.add(owner);
    this.runtime.budget.enter();
    try {
      return body();
    } finally {
      this.runtime.budget.leave();
      this.open.delete(owner);
    }
  }

  private wrap(left: string, parts: readonly string[], right: string, depth: number): string {
    const { budget } = this.runtime;
    budget.step(parts.length);
    if (this.indent === null) return left + parts.join(this.itemSeparator) + right;
    budget.allocate(this.indent.length * (depth + 1) * (parts.length + 1));
    const newline = `\n${this.indent.repeat(depth + 1)}`;
    const closing = `\n${this.indent.repeat(depth)}`;
    return left + newline + parts.join(this.itemSeparator.trimEnd() + newline) + closing + right;
  }
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
