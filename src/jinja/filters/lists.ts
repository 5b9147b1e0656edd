/** Filters about sequences: their ends, their order, their parts, their sums. */
import type { Runtime } from '../calls.js';
import { typeError } from '../errors.js';
import { lookupItem } from '../values/attributes.js';
import { compare, equals } from '../values/compare.js';
import { hashKey } from '../values/hash.js';
import { iterate, requireLength, toList } from '../values/iteration.js';
import { keyError, subscriptError } from '../values/lookup-errors.js';
import { intFlag } from '../values/methods/method.js';
import { joinText } from '../values/methods/string.js';
import {
  Bytes,
  Dict,
  Markup,
  NamedTuple,
  PyIterator,
  Range,
  Tuple,
  Undefined,
  type Value,
} from '../values/model.js';
import { toIndex } from '../values/numbers/integers.js';
import { add, floorDivide, modulo, truthy } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { sortByKeys, sortValues } from '../values/sort.js';
import { codePoints } from '../values/strings/codepoints.js';
import { reversed as reverseText } from '../values/strings/search.js';
import { escapeValue, softText, toText } from '../values/text.js';
import { isSafe, isText, textOf, typeName } from '../values/types.js';
import { DictView, mappingOf } from '../values/views.js';
import { attributeGetter, attributeGetters, ignoreCase } from './attribute-path.js';
import { filterArgumentError, missingAttribute } from './errors.js';

const nothing = (message: string) => new Undefined(null, undefined, message);

/** The first item, or an undefined value. */
export function first(value: Value, _args: Bound, runtime: Runtime): Value {
  for (const item of iterate(value, runtime)) return item;
  return nothing('No first item, sequence was empty.');
}

/** The last item of what Python can walk backwards. */
export function last(value: Value, _args: Bound, runtime: Runtime): Value {
  const items = reversible(value, runtime);
  if (items === null) throw typeError(`'${typeName(value)}' object is not reversible`);
  const item = items.at(-1);
  if (item === undefined) return nothing('No last item, sequence was empty.');
  // Walking backwards asks for items by index, and an item of safe text is safe.
  return value instanceof Markup ? new Markup(item as string) : item;
}

/** The items of a value that Python's `reversed` takes; `null` for others (generators, sets). */
function reversible(value: Value, runtime: Runtime): readonly Value[] | null {
  if (isText(value)) return codePoints(textOf(value));
  if (
    Array.isArray(value) ||
    value instanceof Tuple ||
    value instanceof Dict ||
    value instanceof DictView ||
    value instanceof Range ||
    value instanceof Bytes ||
    value instanceof Undefined
  ) {
    return Array.from(iterate(value, runtime));
  }
  return null;
}

/** Python's name for the iterator that walks a type backwards. */
function reverseIteratorName(value: Value): string {
  if (Array.isArray(value)) return 'list_reverseiterator';
  if (value instanceof Dict) return 'dict_reversekeyiterator';
  if (value instanceof DictView) return `dict_reverse${value.kind.slice(0, -1)}iterator`;
  return value instanceof Range ? 'range_iterator' : 'reversed';
}

/** Text backwards, or an iterator over the items backwards. */
export function reverse(value: Value, _args: Bound, runtime: Runtime): Value {
  if (isText(value)) runtime.budget.step(textOf(value).length >> 4);
  if (typeof value === 'string') return reverseText(value);
  if (value instanceof Markup) return new Markup(reverseText(value.text));
  const items = reversible(value, runtime);
  if (items !== null) return new PyIterator(items.toReversed(), `${reverseIteratorName(value)} object`);
  try {
    return toList(value, runtime).reverse();
  } catch (error) {
    if (error instanceof Error && 'pythonName' in error && error.pythonName === 'TypeError') {
      throw filterArgumentError('argument must be iterable');
    }
    throw error;
  }
}

/** An item chosen at random. */
export function random(value: Value, _args: Bound, runtime: Runtime): Value {
  const length = requireLength(value, runtime);
  if (length === 0) return nothing('No random item, sequence was empty.');
  const index = Math.floor(Math.random() * length);
  const item = lookupItem(value, index, runtime);
  if (item !== undefined) return item;
  throw mappingOf(value) ? keyError(index) : subscriptError(value, index);
}

/** Lists of `count` items each; the last one is filled up where a filling is given. */
export function batch(value: Value, args: Bound, runtime: Runtime): Value {
  const [count, filling] = args as [Value, Value];
  function* batches(): Generator<Value> {
    let current: Value[] = [];
    for (const item of iterate(value, runtime)) {
      runtime.budget.step();
      if (equals(current.length, count, runtime)) {
        yield current;
        current = [];
      }
      current.push(item);
    }
    if (current.length === 0) return;
    if (filling !== null && compare('<', current.length, count, runtime)) {
      const missing = Number(toIndex(count)) - current.length;
      runtime.budget.allocate(missing);
      for (let i = 0; i < missing; i += 1) current.push(filling);
    }
    yield current;
  }
  return new PyIterator(batches(), 'generator object do_batch');
}

/** The items dealt out into `count` lists, in order. */
export function sliceInto(value: Value, args: Bound, runtime: Runtime): Value {
  const [count, filling] = args as [Value, Value];
  function* slices(): Generator<Value> {
    const items = toList(value, runtime);
    const perSlice = floorDivide(items.length, count, runtime);
    const extra = Number(toIndex(modulo(items.length, count, runtime)));
    const slices = Number(toIndex(count));
    runtime.budget.allocate(slices);
    const size = Number(toIndex(perSlice));
    let offset = 0;
    for (let i = 0; i < slices; i += 1) {
      runtime.budget.step();
      const start = offset + i * size;
      if (i < extra) offset += 1;
      const slice = items.slice(start, offset + (i + 1) * size);
      if (filling !== null && i >= extra) slice.push(filling);
      yield slice;
    }
  }
  return new PyIterator(slices(), 'generator object sync_do_slice');
}

/** Text of all items with a separator between them; with autoescape, one safe part makes the whole safe. */
export function join(value: Value, args: Bound, runtime: Runtime): Value {
  const [separator, attribute] = args as [Value, Value];
  let items: Iterable<Value> = iterate(value, runtime);
  if (attribute !== null) items = Array.from(items, attributeGetter(attribute, runtime));
  if (!runtime.autoescape) {
    const parts = Array.from(items, (item) => toText(item, runtime));
    return joinText(toText(separator, runtime), parts, runtime);
  }
  const parts = Array.from(items, (item) => softText(item, runtime));
  if (!isSafe(separator) && !parts.some(isSafe)) return joinText(toText(separator, runtime), parts, runtime);
  const escaped = parts.map((part) => escapeValue(part, runtime));
  return new Markup(joinText(escapeValue(separator, runtime).text, escaped, runtime));
}

/** A sorted list; several attributes are parted by commas. */
export function sort(value: Value, args: Bound, runtime: Runtime): Value {
  const [descending, caseSensitive, attribute] = args as [Value, Value, Value];
  const getters = attributeGetters(attribute, runtime, { foldCase: !truthy(caseSensitive) });
  const items = toList(value, runtime);
  const reversed = intFlag(descending);
  const keys = items.map((item) => getters.map((getter) => getter(item)));
  return sortByKeys(items, keys, reversed, runtime);
}

/** The items without those that came before. */
export function unique(value: Value, args: Bound, runtime: Runtime): Value {
  const [caseSensitive, attribute] = args as [Value, Value];
  const getter = attributeGetter(attribute, runtime, { foldCase: !truthy(caseSensitive) });
  function* distinct(): Generator<Value> {
    const seen = new Set<unknown>();
    for (const item of iterate(value, runtime)) {
      runtime.budget.step();
      const key = hashKey(getter(item));
      if (seen.has(key)) continue;
      seen.add(key);
      yield item;
    }
  }
  return new PyIterator(distinct(), 'generator object do_unique');
}

const extreme =
  (operator: '<' | '>') =>
  (value: Value, args: Bound, runtime: Runtime): Value => {
    const [caseSensitive, attribute] = args as [Value, Value];
    const getter = attributeGetter(attribute, runtime, { foldCase: !truthy(caseSensitive) });
    let best: { item: Value; key: Value } | null = null;
    for (const item of iterate(value, runtime)) {
      runtime.budget.step();
      const key = getter(item);
      if (best === null || compare(operator, key, best.key, runtime)) best = { item, key };
    }
    return best ? best.item : nothing('No aggregated item, sequence was empty.');
  };

/** The smallest item. */
export const min = extreme('<');
/** The largest item. */
export const max = extreme('>');

/** The sum, from a start on. */
export function sum(value: Value, args: Bound, runtime: Runtime): Value {
  const [attribute, start] = args as [Value, Value];
  const getter = attributeGetter(attribute, runtime);
  const items = iterate(value, runtime);
  if (isText(start)) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof Bytes) throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  let total: Value = start;
  for (const item of items) {
    runtime.budget.step();
    total = add(total, getter(item), runtime);
  }
  return total;
}

/** The pairs of a dict, sorted by key or by value. */
export function dictsort(value: Value, args: Bound, runtime: Runtime): Value {
  const [caseSensitive, by, descending] = args as [Value, Value, Value];
  const place = ['key', 'value'].findIndex((name) => equals(by, name, runtime));
  if (place < 0) throw filterArgumentError('You can only sort by either "key" or "value"');
  const mapping = mappingOf(value);
  if (!mapping) throw missingAttribute(value, 'items');
  const pairs = Array.from(mapping.entries.values(), (entry) => new Tuple(entry));
  const keyOf = (pair: Value) => {
    const key = (pair as Tuple).items[place] as Value;
    return truthy(caseSensitive) ? key : ignoreCase(key);
  };
  return sortValues(pairs, keyOf, intFlag(descending), runtime);
}

/** The pairs of a mapping; none for an undefined value. */
export function items(value: Value): Value {
  function* pairs(): Generator<Value> {
    if (value instanceof Undefined) return;
    const mapping = mappingOf(value);
    if (!mapping) throw typeError('Can only get item pairs from a mapping.');
    for (const entry of mapping.entries.values()) yield new Tuple(entry);
  }
  return new PyIterator(pairs(), 'generator object do_items');
}

/** Groups of items that share an attribute, sorted by it: tuples of the `grouper` and its `list`. */
export function groupby(value: Value, args: Bound, runtime: Runtime): Value {
  const [attribute, fallback, caseSensitive] = args as [Value, Value, Value];
  const foldCase = !truthy(caseSensitive);
  const keyOf = attributeGetter(attribute, runtime, { foldCase, fallback });
  const spelled = attributeGetter(attribute, runtime, { fallback });
  const groups: { key: Value; items: Value[] }[] = [];
  for (const item of sortValues(toList(value, runtime), keyOf, false, runtime)) {
    const key = keyOf(item);
    const group = groups.at(-1);
    if (group && (group.key === key || equals(group.key, key, runtime))) group.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups.map(({ key, items }) => {
    // The first spelling in the group, not the one in lower case that it was sorted by.
    const grouper = foldCase ? spelled(items[0] as Value) : key;
    return new NamedTuple('_GroupTuple', ['grouper', 'list'], [grouper, items]);
  });
}
