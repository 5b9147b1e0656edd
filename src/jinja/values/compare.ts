/** `==`, the ordering operators and `in`. */
import type { Runtime } from '../calls.js';
import { typeError, valueError } from '../errors.js';
import { dictHas, hashKey } from './hash.js';
import { tryIterate } from './iteration.js';
import {
  Bytes,
  Callable,
  type Dict,
  Float,
  NamedTuple,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';
import { toIndex } from './numbers/integers.js';
import { compareText } from './strings/codepoints.js';
import { isIntLike, isNumeric, isText, type Numeric, textOf, typeName } from './types.js';
import { undefinedError } from './undefined.js';
import { DictView, mappingOf } from './views.js';

/** `a == b`. */
export function equals(a: Value, b: Value, runtime: Runtime): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  if (isText(a)) return isText(b) && textOf(a) === textOf(b);
  if (a === null || b === null) return a === b;
  if (isNumeric(a)) return isNumeric(b) && sameNumber(rawNumber(a), rawNumber(b));
  if (a instanceof Undefined) return b instanceof Undefined;
  if (a instanceof Callable) return b instanceof Callable && sameCallable(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && equalItems(a, b, runtime);
  if (a instanceof Tuple) return b instanceof Tuple && equalItems(a.items, b.items, runtime);
  const left = mappingOf(a);
  if (left) {
    const right = mappingOf(b);
    return right !== undefined && equalDicts(left, right, runtime);
  }
  if (isSetLike(a)) {
    return isSetLike(b) && setSize(a) === setSize(b) && isSubset(a, b, runtime);
  }
  if (a instanceof Bytes) return b instanceof Bytes && Buffer.compare(a.data, b.data) === 0;
  if (a instanceof Range) return b instanceof Range && hashKey(a) === hashKey(b);
  return a === b;
}

/** Identity first, as Python's containers compare: a NaN equals itself inside a list. */
export const sameOrEqual = (a: Value, b: Value, runtime: Runtime): boolean =>
  a === b || equals(a, b, runtime);

const sameCallable = (a: Callable, b: Callable) =>
  a === b || (a.target !== null && a.target === b.target && a.name === b.name);

/** Numbers as JavaScript compares them, which is exact between number and bigint. */
const rawNumber = (value: Numeric): number | bigint =>
  value instanceof Float ? value.value : typeof value === 'boolean' ? Number(value) : value;

/** `===` tells 1e20 from 10n ** 20n; the ordering operators compare their mathematical values. */
const sameNumber = (a: number | bigint, b: number | bigint) => a === b || (a <= b && a >= b);

function equalItems(a: readonly Value[], b: readonly Value[], runtime: Runtime): boolean {
  if (a.length !== b.length) return false;
  return nested(runtime, () => {
    runtime.budget.step(a.length);
    return a.every((item, i) => sameOrEqual(item, b[i] as Value, runtime));
  });
}

function equalDicts(a: Dict, b: Dict, runtime: Runtime): boolean {
  if (a.size !== b.size) return false;
  return nested(runtime, () => {
    runtime.budget.step(a.size);
    for (const [key, [, value]] of a.entries) {
      const other = b.entries.get(key);
      if (other === undefined || !sameOrEqual(value, other[1], runtime)) return false;
    }
    return true;
  });
}

function nested<T>(runtime: Runtime, body: () => T): T {
  runtime.budget.enter();
  try {
    return body();
  } finally {
    runtime.budget.leave();
  }
}

/** Sets, and the views of dicts that behave as sets. */
export type SetLike = PySet | DictView;
export const isSetLike = (value: Value): value is SetLike =>
  value instanceof PySet || (value instanceof DictView && value.kind !== 'values');
const setSize = (value: SetLike): number => (value instanceof PySet ? value.size : value.length());

export function isSubset(a: SetLike, b: SetLike, runtime: Runtime): boolean {
  const items = a instanceof PySet ? Array.from(a.entries.values()) : a.iterate();
  return items.every((item) => contains(b, item, runtime));
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A chained comparison's link; TypeError "'<' not supported between instances of 'int' and 'str'". */
export function compare(op: Comparison, a: Value, b: Value, runtime: Runtime): boolean {
  if (op === '==') return equals(a, b, runtime);
  if (op === '!=') return !equals(a, b, runtime);
  return order(op, a, b, runtime);
}

type Ordering = '<' | '<=' | '>' | '>=';

const mirrored: Readonly<Record<Ordering, Ordering>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function order(op: Ordering, a: Value, b: Value, runtime: Runtime): boolean {
  if (isNumeric(a) && isNumeric(b)) return decide(op, rawNumber(a), rawNumber(b));
  if (isText(a) && isText(b)) {
    const [x, y] = [textOf(a), textOf(b)];
    runtime.budget.step(Math.min(x.length, y.length) >> 6);
    return decide(op, compareText(x, y), 0);
  }
  if (Array.isArray(a) && Array.isArray(b)) return orderItems(op, a, b, runtime);
  if (a instanceof Tuple && b instanceof Tuple) {
    // Python asks an object of the more special class first.
    const swap = b instanceof NamedTuple && !(a instanceof NamedTuple);
    return swap
      ? orderItems(mirrored[op], b.items, a.items, runtime)
      : orderItems(op, a.items, b.items, runtime);
  }
  if (a instanceof Undefined) throw undefinedError(a);
  if (b instanceof Undefined) throw undefinedError(b);
  if (a instanceof Bytes && b instanceof Bytes) return decide(op, Buffer.compare(a.data, b.data), 0);
  if (isSetLike(a) && isSetLike(b)) {
    const [small, large] = op === '<' || op === '<=' ? [a, b] : [b, a];
    if (op.length === 1 && setSize(small) >= setSize(large)) return false;
    return isSubset(small, large, runtime);
  }
  const own = a instanceof PyObject ? a.order?.(op, b) : undefined;
  const other = own === undefined && b instanceof PyObject ? b.order?.(mirrored[op], a) : own;
  if (other !== undefined) return other;
  throw typeError(`'${op}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function decide(op: Ordering, a: number | bigint, b: number | bigint): boolean {
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** Lists and tuples: the first pair that differs decides, then the length. */
function orderItems(op: Ordering, a: readonly Value[], b: readonly Value[], runtime: Runtime): boolean {
  return nested(runtime, () => {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i += 1) {
      runtime.budget.step();
      const [x, y] = [a[i] as Value, b[i] as Value];
      if (!sameOrEqual(x, y, runtime)) return order(op, x, y, runtime);
    }
    return decide(op, a.length, b.length);
  });
}

/** `item in container`. */
export function contains(container: Value, item: Value, runtime: Runtime): boolean {
  if (isText(container)) {
    if (!isText(item)) {
      throw typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
    }
    const text = textOf(container);
    runtime.budget.step(text.length >> 10);
    return text.includes(textOf(item));
  }
  const mapping = mappingOf(container);
  if (mapping) return dictHas(mapping, item);
  if (container instanceof PySet) return !(item instanceof PySet) && container.entries.has(hashKey(item));
  if (container instanceof DictView && container.kind !== 'values')
    return viewContains(container, item, runtime);
  if (container instanceof Range && isNumeric(item)) return rangeContains(container, item);
  if (container instanceof Bytes) return bytesContain(container, item);
  if (container instanceof PyObject && container.contains) return container.contains(item, runtime);
  const items = tryIterate(container, runtime);
  if (items === null) throw typeError(`argument of type '${typeName(container)}' is not iterable`);
  for (const each of items) {
    runtime.budget.step();
    if (sameOrEqual(each, item, runtime)) return true;
  }
  return false;
}

function viewContains(view: DictView, item: Value, runtime: Runtime): boolean {
  if (view.kind === 'keys') return dictHas(view.dict, item);
  if (!(item instanceof Tuple) || item.items.length !== 2) return false;
  const entry = view.dict.entries.get(hashKey(item.items[0] as Value));
  return entry !== undefined && sameOrEqual(entry[1], item.items[1] as Value, runtime);
}

function rangeContains(range: Range, item: Numeric): boolean {
  const number = Number(rawNumber(item));
  const { start, step, length } = range;
  const index = (number - start) / step;
  return Number.isInteger(index) && index >= 0 && index < length;
}

function bytesContain(bytes: Bytes, item: Value): boolean {
  const data = Buffer.from(bytes.data);
  if (item instanceof Bytes) return data.includes(Buffer.from(item.data));
  if (!isIntLike(item)) throw typeError(`a bytes-like object is required, not '${typeName(item)}'`);
  const byte = toIndex(item);
  if (byte < 0 || byte > 255) throw valueError('byte must be in range(0, 256)');
  return data.includes(Number(byte));
}

/** `v is other`: the same object; small immutable values are the same where they are equal and of one type. */
export function sameObject(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof Tuple && b instanceof Tuple) return a.items.length === 0 && b.items.length === 0;
  return false;
}
