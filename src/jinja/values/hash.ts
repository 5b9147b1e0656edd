/** Python's hashing: equal values (`1`, `1.0`, `True`; `Markup('a')` and `'a'`) are filed under one key. */
import { TemplateRuntimeError, typeError } from '../errors.js';
import {
  Bytes,
  Dict,
  Float,
  type HashKey,
  Markup,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';
import { typeName } from './types.js';

/** All undefined values are equal. */
const UNDEFINED_KEY: object = Object.freeze(Object.create(null));
const MAX_NESTING = 900;
/** Most values in one key; a tuple that holds another twice, and so on, has more than there is time for. */
const MAX_PARTS = 100_000;

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number that is an object's own for as long as it lives. */
export function identityOf(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) {
    lastIdentity += 1;
    identity = lastIdentity;
    identities.set(value, identity);
  }
  return identity;
}

/** The key of a value; TypeError "unhashable type: 'list'" for what Python does not hash. */
export function hashKey(value: Value): HashKey {
  switch (typeof value) {
    case 'string':
    case 'number':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'bigint':
      return bigKey(value);
    default:
  }
  if (value === null) return null;
  if (value instanceof Markup) return value.text;
  if (value instanceof Float) return floatKey(value);
  if (value instanceof Tuple || value instanceof Bytes || value instanceof Range) {
    return composedKey(describe(value, 0, { left: MAX_PARTS }));
  }
  if (value instanceof Undefined) return UNDEFINED_KEY;
  if (isHashable(value)) return value;
  throw typeError(`unhashable type: '${typeName(value)}'`);
}

// Safe integers are numbers, so big integers are free to carry two things: even ones are the big ints themselves, odd
// ones the structure of a tuple, spelled out. Neither can meet the other or a string.
const bigKey = (value: bigint): bigint => value * 2n;
const composedKey = (description: string): bigint =>
  BigInt(`0x1${Buffer.from(description, 'utf16le').toString('hex')}`) * 2n + 1n;

function floatKey(value: Float): HashKey {
  const { value: number } = value;
  // NaN differs from every NaN but itself.
  if (Number.isNaN(number)) return value;
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return bigKey(BigInt(number));
  return number;
}

interface Parts {
  left: number;
}

function countPart(parts: Parts): void {
  parts.left -= 1;
  if (parts.left < 0) throw new TemplateRuntimeError(`A key has more than ${MAX_PARTS} parts.`);
}

/** A text that is the same for equal values and different for others. */
function describe(value: Value, depth: number, parts: Parts): string {
  if (depth > MAX_NESTING) {
    throw new TemplateRuntimeError('maximum recursion depth exceeded', 'RecursionError');
  }
  countPart(parts);
  if (value instanceof Tuple) {
    return `(${value.items.map((item) => describe(item, depth + 1, parts)).join(',')})`;
  }
  if (value instanceof Bytes) return `b${Buffer.from(value.data).toString('hex')}`;
  if (value instanceof Range) {
    const { length, start, step } = value;
    return `r${length}:${length > 0 ? start : ''}:${length > 1 ? step : ''}`;
  }
  const key = hashKey(value);
  if (typeof key === 'string') return `s${key.length}:${key}`;
  if (key === null) return 'N';
  if (typeof key === 'object') return `o${identityOf(key)}`;
  // Numbers and big numbers cannot clash: a number's text never ends in "n". `+ 0` folds -0 into 0.
  return typeof key === 'number' ? String(key + 0) : `${key}n`;
}

/** Whether Python hashes the value, all that it holds included. */
export function isHashable(value: Value): boolean {
  return isHashablePart(value, { left: MAX_PARTS });
}

function isHashablePart(value: Value, parts: Parts): boolean {
  countPart(parts);
  if (value instanceof Tuple) return value.items.every((item) => isHashablePart(item, parts));
  return !(
    Array.isArray(value) ||
    value instanceof Dict ||
    value instanceof PySet ||
    (value instanceof PyObject && !value.hashable)
  );
}

export const dictGet = (dict: Dict, key: Value): Value | undefined => dict.entries.get(hashKey(key))?.[1];

export const dictHas = (dict: Dict, key: Value): boolean => dict.entries.has(hashKey(key));

/** Sets an item; a key that is there keeps its place and its first spelling. */
export function dictSet(dict: Dict, key: Value, value: Value): void {
  const hash = hashKey(key);
  const entry = dict.entries.get(hash);
  if (entry) entry[1] = value;
  else dict.entries.set(hash, [key, value]);
}

/** Whether the key was there. */
export const dictDelete = (dict: Dict, key: Value): boolean => dict.entries.delete(hashKey(key));

export function makeDict(pairs: Iterable<readonly [Value, Value]>): Dict {
  const dict = new Dict();
  for (const [key, value] of pairs) dictSet(dict, key, value);
  return dict;
}

export function makeSet(items: Iterable<Value>): PySet {
  const set = new PySet();
  for (const item of items) setAdd(set, item);
  return set;
}

export function setAdd(set: PySet, item: Value): void {
  const hash = hashKey(item);
  if (!set.entries.has(hash)) set.entries.set(hash, item);
}
