/** `pprint`: Python's `pprint.pformat`, 80 columns, sorted dicts. */
import type { Runtime } from '../calls.js';
import { TemplateRuntimeError } from '../errors.js';
import { compare } from '../values/compare.js';
import { identityOf } from '../values/hash.js';
import { Dict, NamedTuple, PySet, Tuple, type Value } from '../values/model.js';
import { sortValues } from '../values/sort.js';
import { codePointLength } from '../values/strings/codepoints.js';
import { reprText } from '../values/strings/repr.js';
import { splitLines } from '../values/strings/split.js';
import { SPACE } from '../values/strings/unicode.js';
import { repr } from '../values/text.js';
import { typeName } from '../values/types.js';

const WIDTH = 80;

export function prettyPrint(value: Value, runtime: Runtime): string {
  return new PrettyPrinter(runtime).format(value, 0, 0, 0);
}

type Container = Value[] | Tuple | Dict | PySet;
const isContainer = (value: Value): value is Container =>
  Array.isArray(value) || value instanceof Tuple || value instanceof Dict || value instanceof PySet;

class PrettyPrinter {
  private readonly open = new Set<object>();
  constructor(private readonly runtime: Runtime) {}

  /** `indent` columns stand to the left, `allowance` are taken on the right. */
  format(value: Value, indent: number, allowance: number, level: number): string {
    if (isContainer(value) && this.open.has(value)) return recursion(value);
    const line = this.line(value);
    if (codePointLength(line) <= WIDTH - indent - allowance) return line;
    if (typeof value === 'string') return this.text(value, indent, allowance, level + 1);
    // A named tuple prints itself, so Python does not take it apart.
    if (!isContainer(value) || value instanceof NamedTuple) return line;
    return this.inside(value, () => this.container(value, indent, allowance, level + 1));
  }

  private inside(value: object, body: () => string): string {
    this.open.add(value);
    this.runtime.budget.step();
    this.runtime.budget.enter();
    try {
      return body();
    } finally {
      this.runtime.budget.leave();
      this.open.delete(value);
    }
  }

  /** The value on one line, dicts sorted. */
  private line(value: Value): string {
    if (!isContainer(value) || value instanceof PySet || value instanceof NamedTuple)
      return repr(value, this.runtime);
    if (this.open.has(value)) return recursion(value);
    return this.inside(value, () => {
      if (value instanceof Dict) {
        const items = this.sortedItems(value).map(([key, item]) => `${this.line(key)}: ${this.line(item)}`);
        return `{${items.join(', ')}}`;
      }
      const items = (Array.isArray(value) ? value : value.items).map((item) => this.line(item));
      if (Array.isArray(value)) return `[${items.join(', ')}]`;
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    });
  }

  private container(value: Container, indent: number, allowance: number, level: number): string {
    if (value instanceof Dict) return this.dict(value, indent, allowance + 1, level);
    if (value instanceof Tuple) {
      const end = value.items.length === 1 ? ',)' : ')';
      return `(${this.items(value.items, indent, allowance + end.length, level)}${end}`;
    }
    if (value instanceof PySet) {
      const sorted = this.sorted(Array.from(value.entries.values()), (item) => item);
      return `{${this.items(sorted, indent, allowance + 1, level)}}`;
    }
    return `[${this.items(value, indent, allowance + 1, level)}]`;
  }

  private items(items: readonly Value[], indent: number, allowance: number, level: number): string {
    const last = items.length - 1;
    const parts = items.map((item, i) => this.format(item, indent + 1, i === last ? allowance : 1, level));
    return parts.join(`,\n${' '.repeat(indent + 1)}`);
  }

  private dict(dict: Dict, indent: number, allowance: number, level: number): string {
    const last = dict.size - 1;
    const parts = this.sortedItems(dict).map(([key, value], i) => {
      const name = `${this.line(key)}: `;
      const taken = indent + 1 + codePointLength(name);
      return name + this.format(value, taken, i === last ? allowance : 1, level);
    });
    return `{${parts.join(`,\n${' '.repeat(indent + 1)}`)}}`;
  }

  /** Long text is taken apart at its lines, then at its words; Python joins literals that stand side by side. */
  private text(text: string, indent: number, allowance: number, level: number): string {
    const outermost = level === 1;
    const left = outermost ? indent + 1 : indent;
    const right = outermost ? allowance + 1 : allowance;
    const chunks: string[] = [];
    const lines = splitLines(text, true);
    lines.forEach((line, i) => {
      const lastLine = i === lines.length - 1;
      const whole = reprText(line);
      if (codePointLength(whole) <= WIDTH - left - (lastLine ? right : 0)) chunks.push(whole);
      else chunks.push(...this.words(line, WIDTH - left, lastLine ? right : 0));
    });
    if (chunks.length === 1) return chunks[0] as string;
    const body = chunks.join(`\n${' '.repeat(left)}`);
    return outermost ? `(${body})` : body;
  }

  private words(line: string, width: number, allowance: number): string[] {
    const parts = (line.match(wordAndSpace) ?? []).filter((part) => part !== '');
    const chunks: string[] = [];
    let current = '';
    parts.forEach((part, i) => {
      const room = i === parts.length - 1 ? width - allowance : width;
      if (codePointLength(reprText(current + part)) > room) {
        if (current !== '') chunks.push(reprText(current));
        current = part;
      } else current += part;
    });
    if (current !== '') chunks.push(reprText(current));
    return chunks;
  }

  private sortedItems(dict: Dict): [Value, Value][] {
    const pairs = Array.from(dict.entries.values(), (entry) => new Tuple(entry) as Value);
    const keyOf = (pair: Value) => (pair as Tuple).items[0] as Value;
    return this.sorted(pairs, keyOf).map((pair) => (pair as Tuple).items as unknown as [Value, Value]);
  }

  /** Sorts what can be compared by value and the rest by type. */
  private sorted(items: Value[], keyOf: (item: Value) => Value): Value[] {
    try {
      return sortValues(items, keyOf, false, this.runtime);
    } catch (error) {
      if (!(error instanceof TemplateRuntimeError) || error.pythonName !== 'TypeError') throw error;
    }
    return items.slice().sort((a, b) => (this.before(keyOf(a), keyOf(b)) ? -1 : 0));
  }

  private before(a: Value, b: Value): boolean {
    try {
      return compare('<', a, b, this.runtime);
    } catch (error) {
      if (!(error instanceof TemplateRuntimeError) || error.pythonName !== 'TypeError') throw error;
    }
    return typeName(a) < typeName(b);
  }
}

const wordAndSpace = new RegExp(`[^${SPACE}]*[${SPACE}]*`, 'g');

const recursion = (value: Container) => `<Recursion on ${typeName(value)} with id=${identityOf(value)}>`;
