/** Between the host's JavaScript values and the engine's. */
import { TemplateRuntimeError } from '../errors.js';
import { dictSet, makeSet } from './hash.js';
import {
  Bytes,
  Callable,
  Dict,
  Float,
  Markup,
  PyIterator,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';
import { normalize } from './numbers/integers.js';
import { DictView, MappingProxy } from './views.js';

/** Deeper nesting than this is taken for a structure without an end. */
const MAX_DEPTH = 1000;

const isModelValue = (value: object): boolean =>
  value instanceof Float ||
  value instanceof Markup ||
  value instanceof Bytes ||
  value instanceof Tuple ||
  value instanceof Dict ||
  value instanceof PySet ||
  value instanceof Range ||
  value instanceof PyIterator ||
  value instanceof Undefined ||
  value instanceof Callable ||
  value instanceof PyObject;

/**
 * A value of the host as Python would hold it. An integral number is an int, another number a float; `null` and `undefined`
 * are None; objects and `Map`s become dicts, arrays lists, `Set`s sets, `Uint8Array`s bytes. Of an object only its own
 * enumerable string keys count. What is made already passes through. Throws a `TemplateRuntimeError` (`TypeError`) for
 * functions, symbols and objects that are not plain, and for a structure that contains itself.
 */
export function fromJavaScript(value: unknown): Value {
  return new Importer().convert(value, 0);
}

class Importer {
  /** Objects further out; meeting one again is a circle. */
  private readonly open = new Set<object>();
  /** An object that is met twice stays one object. */
  private readonly made = new Map<object, Value>();

  convert(value: unknown, depth: number): Value {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return importNumber(value);
      case 'bigint':
        return normalize(value);
      case 'undefined':
        return null;
      case 'object':
        return value === null ? null : this.object(value, depth);
      default:
        throw new TemplateRuntimeError(`a ${typeof value} cannot be used as a template value`, 'TypeError');
    }
  }

  private object(value: object, depth: number): Value {
    if (isModelValue(value)) return value as Value;
    if (value instanceof Uint8Array) return new Bytes(value);
    const known = this.made.get(value);
    if (known !== undefined) return known;
    if (this.open.has(value) || depth > MAX_DEPTH) {
      throw new TemplateRuntimeError('Circular reference detected', 'ValueError');
    }
    this.open.add(value);
    const made = this.container(value, depth + 1);
    this.open.delete(value);
    this.made.set(value, made);
    return made;
  }

  private container(value: object, depth: number): Value {
    if (Array.isArray(value)) return value.map((item) => this.convert(item, depth));
    if (value instanceof Map) {
      const dict = new Dict();
      for (const [key, item] of value) dictSet(dict, this.convert(key, depth), this.convert(item, depth));
      return dict;
    }
    if (value instanceof Set) return makeSet(Array.from(value, (item) => this.convert(item, depth)));
    const dict = new Dict();
    for (const key of Object.keys(value)) {
      dict.setString(key, this.convert((value as Record<string, unknown>)[key], depth));
    }
    return dict;
  }
}

/** An integral number is an int; beyond the safe integers it has no exact value to keep, so the double's is taken. */
function importNumber(value: number): Value {
  if (Number.isSafeInteger(value)) return value + 0;
  return Number.isInteger(value) ? BigInt(value) : new Float(value);
}

/**
 * A value as the host likes it: dicts with text keys only become objects without a prototype, other dicts `Map`s; lists and
 * tuples arrays; None and undefined values `null`; floats numbers; ints numbers, or bigints beyond the safe range.
 */
export function toJavaScript(value: Value): unknown {
  return exportValue(value, 0);
}

function exportValue(value: Value, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new TemplateRuntimeError('Circular reference detected', 'ValueError');
  if (value instanceof Float) return value.value;
  if (value instanceof Markup) return value.text;
  if (value instanceof Undefined) return null;
  if (value instanceof Bytes) return value.data;
  if (Array.isArray(value)) return value.map((item) => exportValue(item, depth + 1));
  if (value instanceof Tuple) return value.items.map((item) => exportValue(item, depth + 1));
  if (value instanceof Dict) return exportDict(value, depth + 1);
  if (value instanceof MappingProxy) return exportDict(value.dict, depth + 1);
  if (value instanceof PySet)
    return new Set(Array.from(value.entries.values(), (item) => exportValue(item, depth + 1)));
  if (value instanceof DictView) return value.iterate().map((item) => exportValue(item, depth + 1));
  return value;
}

function exportDict(dict: Dict, depth: number): unknown {
  const entries = Array.from(dict.entries.values());
  if (!entries.every(([key]) => typeof key === 'string')) {
    return new Map(entries.map(([key, item]) => [exportValue(key, depth), exportValue(item, depth)]));
  }
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, item] of entries) object[key as string] = exportValue(item, depth);
  return object;
}
