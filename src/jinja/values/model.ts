/**
 * Python's values as this engine holds them.
 *
 * | Python          | here                                                             |
 * |-----------------|------------------------------------------------------------------|
 * | None            | `null`                                                           |
 * | bool            | `boolean`                                                        |
 * | int             | `number` while it is a safe integer, else `bigint`; never both   |
 * | float           | `Float` (boxed: JavaScript cannot tell 1.0 from 1)               |
 * | str             | `string` (indices and lengths count code points, see strings.ts) |
 * | markupsafe.Markup | `Markup`                                                       |
 * | bytes           | `Bytes`                                                          |
 * | list            | `Value[]`                                                        |
 * | tuple           | `Tuple` (and its subclass `NamedTuple`)                          |
 * | dict            | `Dict`                                                           |
 * | set             | `PySet`                                                          |
 * | range           | `Range`                                                          |
 * | generator, iterator | `PyIterator`                                                 |
 * | jinja2.Undefined | `Undefined`                                                     |
 * | function, method, class | `Callable`                                               |
 * | any other object | a subclass of `PyObject`                                        |
 *
 * A raw JavaScript number that is not an integer never appears inside the engine: `fromJavaScript`
 * (convert.ts) boxes it at the door.
 */
import type { Arguments, Runtime } from '../calls.js';

export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Float
  | Markup
  | Bytes
  | Value[]
  | Tuple
  | Dict
  | PySet
  | Range
  | PyIterator
  | Undefined
  | Callable
  | PyObject;

/**
 * Where an object lies in memory, as its `repr` shows it. Python prints the real place; here it is one text for all, so
 * that output does not change from run to run.
 */
export const ADDRESS = '0x7f0000000000';

export class Float {
  constructor(readonly value: number) {}
}

/** Text that is already HTML-safe. */
export class Markup {
  constructor(readonly text: string) {}
}

export class Bytes {
  constructor(readonly data: Uint8Array) {}
}

export class Tuple {
  constructor(readonly items: readonly Value[]) {}
}

/** A tuple whose items also have names, as `groupby` yields (`grouper`, `list`). */
export class NamedTuple extends Tuple {
  constructor(
    readonly typeName: string,
    readonly fields: readonly string[],
    items: readonly Value[],
  ) {
    super(items);
  }
}

export class Range {
  constructor(
    readonly start: number,
    readonly stop: number,
    readonly step: number,
  ) {}

  get length(): number {
    const { start, stop, step } = this;
    if (step > 0) return start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
    return start > stop ? Math.floor((start - stop - 1) / -step) + 1 : 0;
  }
}

/**
 * Something that is consumed by iterating over it: a generator (`map`, `select`, `batch`), a dict's iterator.
 * `description` is what `repr` shows between the angle brackets, without the address.
 */
export class PyIterator implements Iterable<Value> {
  private readonly source: Iterator<Value>;
  constructor(
    source: Iterable<Value> | Iterator<Value>,
    readonly description: string = 'generator object',
  ) {
    this.source = Symbol.iterator in source ? source[Symbol.iterator]() : source;
  }
  next(): IteratorResult<Value> {
    return this.source.next();
  }
  [Symbol.iterator](): Iterator<Value> {
    // Deliberately without `return`: leaving a `for` early must not close a Python generator.
    return { next: () => this.source.next() };
  }
}

/** Why a value is missing: jinja2.Undefined with its default behaviour. */
export class Undefined {
  constructor(
    /** The missing variable, attribute or item. */
    readonly name: Value = null,
    /** The object it was looked up on; the JavaScript `undefined` for a plain variable. */
    readonly owner: Value | undefined = undefined,
    /** A whole message that replaces the derived one. */
    readonly hint: string | null = null,
    /** The sandbox reports refused attributes through an undefined value that raises SecurityError. */
    readonly errorName: 'UndefinedError' | 'SecurityError' = 'UndefinedError',
  ) {}
}

/** Anything that a template can call. */
export class Callable {
  constructor(
    readonly name: string,
    readonly invoke: (args: Arguments, runtime: Runtime) => Value,
    /** What `repr` shows; defaults to `<function NAME>`. */
    readonly description?: string | (() => string),
    /** Python's type, as error messages quote it: a method of a built-in type is a `builtin_function_or_method`. */
    readonly typeName: 'function' | 'method' | 'builtin_function_or_method' | 'type' = 'function',
    /** The object that a method is bound to: `a.get == a.get`. */
    readonly target: Value = null,
  ) {}
  /** What a class offers beside being called. */
  getAttribute?(name: string): Value | undefined;
  getItem?(key: Value): Value | undefined;
}

/**
 * An object of the host or the runtime (a namespace, `loop`, `cycler`, the platform's `user`): it decides itself
 * which attributes and items exist. Nothing else of the JavaScript object can be reached from a template.
 */
export abstract class PyObject {
  /** Python's type name, as error messages quote it. */
  abstract readonly typeName: string;
  /** The module that Python's type lives in: "'jinja2.utils.Namespace object' has no attribute 'x'". */
  get moduleName(): string {
    return 'builtins';
  }
  /** The attribute, or JavaScript `undefined` where there is none. */
  getAttribute(_name: string, _runtime: Runtime): Value | undefined {
    return undefined;
  }
  /** The item, or JavaScript `undefined` where there is none. */
  getItem(_key: Value, _runtime: Runtime): Value | undefined {
    return undefined;
  }
  /** Makes the object callable. */
  call?(args: Arguments, runtime: Runtime): Value;
  /** Makes the object iterable. */
  iterate?(runtime: Runtime): Iterable<Value>;
  /** `len()`; absent: the object has none. */
  length?(): number;
  /** `in`; absent: falls back on iteration. */
  contains?(key: Value, runtime: Runtime): boolean;
  truthy(): boolean {
    return this.length ? this.length() > 0 : true;
  }
  repr(_runtime: Runtime): string {
    const module = this.moduleName === 'builtins' ? '' : `${this.moduleName}.`;
    return `<${module}${this.typeName} object at ${ADDRESS}>`;
  }
  /** `str()`; the same as `repr` unless overridden. */
  str(runtime: Runtime): string {
    return this.repr(runtime);
  }
  /** Whether it may be a dict's key; hashed by identity. */
  get hashable(): boolean {
    return true;
  }
  /**
   * An arithmetic operator with this object on one side, where nothing built in knows what to do; JavaScript `undefined` leaves
   * the failure as it is.
   * @param reflected whether the object is the right side
   */
  operate?(operator: string, other: Value, reflected: boolean, runtime: Runtime): Value | undefined;
  /** `<`, `<=`, `>` or `>=` with this object on the left; JavaScript `undefined` where there is no order. */
  order?(operator: string, other: Value): boolean | undefined;
  /** Attribute assignment, `{% set ns.x = 1 %}`; only a namespace has it. */
  setAttribute?(name: string, value: Value): void;
}

/** The key under which a dict or set files a value: equal values (`1`, `1.0`, `True`) share one. */
export type HashKey = string | number | bigint | null | object;

/**
 * Python's dict: insertion order, keys compared by Python's equality. The hashing of keys other than strings lives
 * in hash.ts (it has to know every type); `Dict` only stores. String keys, nearly all there are, hash to themselves.
 */
export class Dict {
  /** Filed under the hash key: the key as the author wrote it, and its value. */
  readonly entries = new Map<HashKey, [key: Value, value: Value]>();

  get size(): number {
    return this.entries.size;
  }
  /** Look-up by a string key, without hashing. */
  getString(key: string): Value | undefined {
    return this.entries.get(key)?.[1];
  }
  hasString(key: string): boolean {
    return this.entries.has(key);
  }
  setString(key: string, value: Value): void {
    const entry = this.entries.get(key);
    if (entry) entry[1] = value;
    else this.entries.set(key, [key, value]);
  }
  *keys(): IterableIterator<Value> {
    for (const entry of this.entries.values()) yield entry[0];
  }
  *values(): IterableIterator<Value> {
    for (const entry of this.entries.values()) yield entry[1];
  }
  static of(pairs: Iterable<readonly [string, Value]>): Dict {
    const dict = new Dict();
    for (const [key, value] of pairs) dict.setString(key, value);
    return dict;
  }
}

export class PySet {
  readonly entries = new Map<HashKey, Value>();
  get size(): number {
    return this.entries.size;
  }
}
