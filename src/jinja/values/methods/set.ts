/** The methods of set, which templates meet as the difference of two dict views. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError } from '../../errors.js';
import { hashKey, makeSet, setAdd } from '../hash.js';
import { toList } from '../iteration.js';
import { keyError } from '../lookup-errors.js';
import { PySet, type Value } from '../model.js';
import { takesNothing, takesOne, takesPositional } from '../signatures.js';
import type { Method, MethodTable } from './method.js';

type SetMethod = Method<PySet>;
const ANY = Number.POSITIVE_INFINITY;

const others = (values: readonly (Value | undefined)[], runtime: Runtime): PySet[] =>
  values.map((value) => (value instanceof PySet ? value : makeSet(toList(value as Value, runtime))));

function filtered(set: PySet, keep: (key: unknown) => boolean): PySet {
  const result = new PySet();
  for (const [key, value] of set.entries) if (keep(key)) result.entries.set(key, value);
  return result;
}

const has = (set: PySet, key: unknown) => set.entries.has(key as never);

function union(sets: readonly PySet[]): PySet {
  const result = new PySet();
  for (const set of sets) {
    for (const [key, value] of set.entries) if (!result.entries.has(key)) result.entries.set(key, value);
  }
  return result;
}

const intersection = (set: PySet, sets: readonly PySet[]) =>
  filtered(set, (key) => sets.every((other) => has(other, key)));
const difference = (set: PySet, sets: readonly PySet[]) =>
  filtered(set, (key) => !sets.some((other) => has(other, key)));
const symmetric = (a: PySet, b: PySet) => union([difference(a, [b]), difference(b, [a])]);
const subset = (a: PySet, b: PySet) => Array.from(a.entries.keys()).every((key) => has(b, key));

function become(set: PySet, content: PySet): null {
  const entries = Array.from(content.entries);
  set.entries.clear();
  for (const [key, value] of entries) set.entries.set(key, value);
  return null;
}

const many = (name: string, run: (set: PySet, sets: readonly PySet[]) => Value): [string, SetMethod] => [
  name,
  {
    bind: takesPositional(`set.${name}`, 0, ANY),
    run: (set, args, runtime) => run(set, others(args, runtime)),
  },
];
const one = (name: string, run: (set: PySet, other: PySet) => Value): [string, SetMethod] => [
  name,
  { bind: takesOne(`set.${name}`), run: (set, args, runtime) => run(set, others(args, runtime)[0] as PySet) },
];
const element = (name: string, run: (set: PySet, item: Value) => null): [string, SetMethod] => [
  name,
  { bind: takesOne(`set.${name}`), run: (set, [item]) => run(set, item as Value) },
];

function pop(set: PySet): Value {
  const first = set.entries.entries().next();
  if (first.done) throw new TemplateRuntimeError("'pop from an empty set'", 'KeyError');
  set.entries.delete(first.value[0]);
  return first.value[1];
}

export const setMethods: MethodTable<PySet> = new Map<string, SetMethod>([
  many('union', (set, sets) => union([set, ...sets])),
  many('intersection', intersection),
  many('difference', difference),
  one('symmetric_difference', symmetric),
  one('isdisjoint', (set, other) => intersection(set, [other]).size === 0),
  one('issubset', subset),
  one('issuperset', (set, other) => subset(other, set)),
  many('update', (set, sets) => become(set, union([set, ...sets]))),
  many('intersection_update', (set, sets) => become(set, intersection(set, sets))),
  many('difference_update', (set, sets) => become(set, difference(set, sets))),
  one('symmetric_difference_update', (set, other) => become(set, symmetric(set, other))),
  element('add', (set, item) => {
    setAdd(set, item);
    return null;
  }),
  element('discard', (set, item) => {
    set.entries.delete(hashKey(item));
    return null;
  }),
  element('remove', (set, item) => {
    if (!set.entries.delete(hashKey(item))) throw keyError(item);
    return null;
  }),
  ['pop', { bind: takesNothing('set.pop'), run: pop }],
  ['copy', { bind: takesNothing('set.copy'), run: (set) => union([set]) }],
  ['clear', { bind: takesNothing('set.clear'), run: (set) => become(set, new PySet()) }],
]);
