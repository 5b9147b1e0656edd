/** The methods of list and tuple, and the members of range. */
import type { Runtime } from '../../calls.js';
import { typeError, valueError } from '../../errors.js';
import { contains, sameOrEqual } from '../compare.js';
import { toList } from '../iteration.js';
import { indexError } from '../lookup-errors.js';
import type { Range, Tuple, Value } from '../model.js';
import { toIndex, toSize } from '../numbers/integers.js';
import { takesKeywords, takesNothing, takesOne, takesPositional } from '../signatures.js';
import { sortValues } from '../sort.js';
import { repr } from '../text.js';
import { isIntLike } from '../types.js';
import { clampSize, intFlag, type Method, type MethodTable, type PropertyTable } from './method.js';

type ListMethod = Method<Value[]>;

/** Where an item is between start and stop, or -1. */
function findItem(items: readonly Value[], args: readonly (Value | undefined)[], runtime: Runtime): number {
  const [item, start, stop] = args as [Value, Value | undefined, Value | undefined];
  const first = limit(start, 0, items.length);
  const last = Math.min(limit(stop, Number.MAX_SAFE_INTEGER, items.length), items.length);
  for (let i = first; i < last; i += 1) {
    runtime.budget.step();
    if (sameOrEqual(items[i] as Value, item, runtime)) return i;
  }
  return -1;
}

/** Unlike text's, these bounds do not take None. */
function limit(value: Value | undefined, fallback: number, length: number): number {
  if (value === undefined) return fallback;
  if (!isIntLike(value)) throw typeError('slice indices must be integers or have an __index__ method');
  const index = clampSize(value);
  return index < 0 ? Math.max(index + length, 0) : index;
}

function countItem(items: readonly Value[], item: Value, runtime: Runtime): number {
  runtime.budget.step(items.length);
  return items.filter((each) => sameOrEqual(each, item, runtime)).length;
}

function pop(items: Value[], at: Value | undefined): Value {
  const index = at === undefined ? -1 : toSize(at);
  if (items.length === 0) throw indexError('pop from empty list');
  const place = index < 0 ? index + items.length : index;
  if (place < 0 || place >= items.length) throw indexError('pop index out of range');
  return items.splice(place, 1)[0] as Value;
}

function insert(items: Value[], at: Value, item: Value): null {
  const index = toSize(at);
  const place = index < 0 ? Math.max(index + items.length, 0) : Math.min(index, items.length);
  items.splice(place, 0, item);
  return null;
}

function append(items: Value[], more: readonly Value[], runtime: Runtime): null {
  runtime.budget.allocate(items.length + more.length);
  for (const item of more) items.push(item);
  return null;
}

export const listMethods: MethodTable<Value[]> = new Map<string, ListMethod>([
  [
    'append',
    {
      bind: takesOne('list.append'),
      run: (items, [item], runtime) => append(items, [item as Value], runtime),
    },
  ],
  [
    'clear',
    {
      bind: takesNothing('list.clear'),
      run: (items) => {
        items.length = 0;
        return null;
      },
    },
  ],
  ['copy', { bind: takesNothing('list.copy'), run: (items) => items.slice() }],
  [
    'count',
    {
      bind: takesOne('list.count'),
      run: (items, [item], runtime) => countItem(items, item as Value, runtime),
    },
  ],
  [
    'extend',
    {
      bind: takesOne('list.extend'),
      run: (items, [more], runtime) => append(items, toList(more as Value, runtime), runtime),
    },
  ],
  [
    'index',
    {
      bind: takesPositional('list.index', 1, 3),
      run: (items, args, runtime) => {
        const at = findItem(items, args, runtime);
        if (at < 0) throw valueError(`${repr(args[0] as Value, runtime)} is not in list`);
        return at;
      },
    },
  ],
  [
    'insert',
    {
      bind: takesPositional('list.insert', 2, 2),
      run: (items, [at, item]) => insert(items, at as Value, item as Value),
    },
  ],
  ['pop', { bind: takesPositional('list.pop', 0, 1), run: (items, [at]) => pop(items, at) }],
  [
    'remove',
    {
      bind: takesOne('list.remove'),
      run: (items, args, runtime) => {
        const at = findItem(items, args, runtime);
        if (at < 0) throw valueError('list.remove(x): x not in list');
        items.splice(at, 1);
        return null;
      },
    },
  ],
  [
    'reverse',
    {
      bind: takesNothing('list.reverse'),
      run: (items) => {
        items.reverse();
        return null;
      },
    },
  ],
  [
    'sort',
    {
      bind: takesKeywords('sort', ['key', 'reverse'], 0, 0),
      run: (items, [key, reverse], runtime) => {
        const keyOf =
          key === undefined || key === null
            ? null
            : (item: Value) => runtime.call(key, { positional: [item], keyword: null });
        const sorted = sortValues(items, keyOf, intFlag(reverse), runtime);
        items.splice(0, items.length, ...sorted);
        return null;
      },
    },
  ],
]);

export const tupleMethods: MethodTable<Tuple> = new Map<string, Method<Tuple>>([
  [
    'count',
    {
      bind: takesOne('tuple.count'),
      run: (self, [item], runtime) => countItem(self.items, item as Value, runtime),
    },
  ],
  [
    'index',
    {
      bind: takesPositional('tuple.index', 1, 3),
      run: (self, args, runtime) => {
        const at = findItem(self.items, args, runtime);
        if (at < 0) throw valueError('tuple.index(x): x not in tuple');
        return at;
      },
    },
  ],
]);

export const rangeMethods: MethodTable<Range> = new Map<string, Method<Range>>([
  [
    'count',
    {
      bind: takesOne('range.count'),
      run: (self, [item], runtime) => (contains(self, item as Value, runtime) ? 1 : 0),
    },
  ],
  [
    'index',
    {
      bind: takesOne('range.index'),
      run: (self, [item], runtime) => {
        if (!isIntLike(item)) throw valueError('sequence.index(x): x not in sequence');
        if (!contains(self, item, runtime)) throw valueError(`${repr(item, runtime)} is not in range`);
        return (Number(toIndex(item)) - self.start) / self.step;
      },
    },
  ],
]);

export const rangeProperties: PropertyTable<Range> = new Map([
  ['start', (self: Range): Value => self.start],
  ['stop', (self: Range): Value => self.stop],
  ['step', (self: Range): Value => self.step],
]);
