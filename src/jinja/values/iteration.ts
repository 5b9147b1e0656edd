/** `iter(v)` and `len(v)`. */
import type { Runtime } from '../calls.js';
import { typeError } from '../errors.js';
import {
  Bytes,
  Callable,
  Dict,
  Markup,
  PyIterator,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';
import { codePointLength, codePoints } from './strings/codepoints.js';
import { isNumeric, typeName } from './types.js';

/** The items of a value as Python iterates over them, as an array wherever they are all there already. */
export function iterate(value: Value, runtime: Runtime): Iterable<Value> {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return codePoints(value);
  const items = tryIterate(value, runtime);
  if (items === null) throw typeError(`'${typeName(value)}' object is not iterable`);
  return items;
}

/** `iterate` that answers `null` where Python raises TypeError. */
export function tryIterate(value: Value, runtime: Runtime): Iterable<Value> | null {
  if (value === null || isNumeric(value)) return null;
  if (typeof value === 'string') return codePoints(value);
  if (Array.isArray(value)) return value;
  if (value instanceof Dict) return Array.from(value.keys());
  if (value instanceof Tuple) return value.items;
  if (value instanceof Markup) return codePoints(value.text);
  if (value instanceof PyIterator) return value;
  if (value instanceof Range) return rangeItems(value);
  if (value instanceof PySet) return Array.from(value.entries.values());
  if (value instanceof Undefined) return [];
  if (value instanceof Bytes) return Array.from(value.data);
  if (value instanceof PyObject && value.iterate) return value.iterate(runtime);
  return null;
}

function rangeItems(range: Range): number[] {
  const items: number[] = new Array(range.length);
  for (let i = 0, item = range.start; i < items.length; i += 1, item += range.step) items[i] = item;
  return items;
}

/** `list(v)`: a new array that the caller may keep. Each item costs a step. */
export function toList(value: Value, runtime: Runtime): Value[] {
  const source = iterate(value, runtime);
  if (Array.isArray(source)) {
    runtime.budget.step(source.length);
    return source === value || value instanceof Tuple ? source.slice() : source;
  }
  const items: Value[] = [];
  for (const item of source) {
    runtime.budget.step();
    items.push(item);
  }
  return items;
}

/** `len(v)`, or `undefined` where Python raises TypeError. */
export function lengthOf(value: Value, _runtime: Runtime): number | undefined {
  if (typeof value === 'string') return codePointLength(value);
  if (Array.isArray(value)) return value.length;
  if (value === null || isNumeric(value)) return undefined;
  if (value instanceof Dict || value instanceof PySet) return value.size;
  if (value instanceof Markup) return codePointLength(value.text);
  if (value instanceof Tuple) return value.items.length;
  if (value instanceof Range) return value.length;
  if (value instanceof Undefined) return 0;
  if (value instanceof Bytes) return value.data.length;
  if (value instanceof Callable || value instanceof PyIterator) return undefined;
  return value.length?.();
}

/** `len(v)`; TypeError where it has none. */
export function requireLength(value: Value, runtime: Runtime): number {
  const length = lengthOf(value, runtime);
  if (length === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  return length;
}
