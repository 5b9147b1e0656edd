/** `sorted()`: stable, by `<` alone, with every comparison's TypeError. */
import type { Runtime } from '../calls.js';
import { compare } from './compare.js';
import { Float, type Value } from './model.js';
import { compareText } from './strings/codepoints.js';

/** A sorted copy; `keyOf` is asked once an item. Descending keeps equal items in their order, too. */
export function sortValues(
  items: readonly Value[],
  keyOf: ((item: Value) => Value) | null,
  descending: boolean,
  runtime: Runtime,
): Value[] {
  runtime.budget.step(items.length);
  const entries = items.map((item) => ({ item, key: keyOf ? keyOf(item) : item }));
  const ascending = comparatorFor(entries, runtime);
  // As Python does it: reversed before and after, equal items keep their order.
  if (descending) entries.reverse();
  entries.sort((a, b) => ascending(a.key, b.key));
  if (descending) entries.reverse();
  return entries.map((entry) => entry.item);
}

type Comparator = (a: Value, b: Value) => number;

/** Keys of one plain type are compared without asking what they are each time. */
function comparatorFor(entries: readonly { key: Value }[], runtime: Runtime): Comparator {
  if (entries.every(({ key }) => typeof key === 'number')) return (a, b) => (a as number) - (b as number);
  if (entries.every(({ key }) => typeof key === 'string'))
    return (a, b) => compareText(a as string, b as string);
  if (entries.every(({ key }) => isPlainNumber(key))) {
    return (a, b) => (plainNumber(a) < plainNumber(b) ? -1 : 0);
  }
  return (a, b) => {
    runtime.budget.step();
    // V8's sort is CPython's algorithm and asks whether the answer is below zero: one `<`, in the same order.
    return compare('<', a, b, runtime) ? -1 : 0;
  };
}

/** A sorted copy by lists of keys, one list an item. Python compares the lists, so equal keys need no order. */
export function sortByKeys(
  items: readonly Value[],
  keys: readonly Value[][],
  descending: boolean,
  runtime: Runtime,
): Value[] {
  const plain = keys.every((each) => each.length === 1 && isOrderedAlone(each[0] as Value));
  const byItem = new Map<number, Value>(keys.map((each, i) => [i, plain ? (each[0] as Value) : each]));
  const places = items.map((_, i) => i);
  const sorted = sortValues(places, (place) => byItem.get(place as number) as Value, descending, runtime);
  return sorted.map((place) => items[place as number] as Value);
}

/** Numbers and text order the same inside a list as outside; NaN does not, for it equals itself there. */
const isOrderedAlone = (key: Value) =>
  typeof key === 'string' || (isPlainNumber(key) && !Number.isNaN(plainNumber(key)));

const isPlainNumber = (key: Value) => typeof key === 'number' || key instanceof Float;
const plainNumber = (key: Value) => (key instanceof Float ? key.value : (key as number));
