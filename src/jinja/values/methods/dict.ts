/** The methods of dict and of its views. */
import type { Arguments, Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { dictDelete, dictGet, dictSet, hashKey } from '../hash.js';
import { iterate, toList, tryIterate } from '../iteration.js';
import { keyError } from '../lookup-errors.js';
import { Callable, Dict, PyIterator, Tuple, Undefined, type Value } from '../model.js';
import { type Bound, takesNothing, takesOne, takesPositional } from '../signatures.js';
import { undefinedError } from '../undefined.js';
import { DictView, MappingProxy, mappingOf } from '../views.js';
import type { Method, MethodTable, PropertyTable } from './method.js';

export type DictMethod = Method<Dict>;

function pop(dict: Dict, [key, fallback]: Bound): Value {
  const value = dictGet(dict, key as Value);
  if (value === undefined) {
    if (fallback === undefined) throw keyError(key as Value);
    return fallback;
  }
  dictDelete(dict, key as Value);
  return value;
}

function popItem(dict: Dict): Tuple {
  const last = Array.from(dict.entries).pop();
  if (last === undefined) {
    throw new TemplateRuntimeError("'popitem(): dictionary is empty'", 'KeyError');
  }
  dict.entries.delete(last[0]);
  return new Tuple(last[1]);
}

function setDefault(dict: Dict, [key, fallback]: Bound): Value {
  const hash = hashKey(key as Value);
  const entry = dict.entries.get(hash);
  if (entry) return entry[1];
  dict.entries.set(hash, [key as Value, fallback ?? null]);
  return fallback ?? null;
}

/** Merges a mapping, or pairs, into a dict: the rules of `dict()` and `update()`. */
export function mergeInto(dict: Dict, source: Value, runtime: Runtime): void {
  if (source instanceof Undefined) throw undefinedError(source);
  const mapping = mappingOf(source);
  if (mapping) {
    runtime.budget.step(mapping.size);
    for (const [hash, [key, value]] of Array.from(mapping.entries)) {
      const entry = dict.entries.get(hash);
      if (entry) entry[1] = value;
      else dict.entries.set(hash, [key, value]);
    }
    return;
  }
  // A class has `keys` as well, which is how Python tells a mapping.
  if (source instanceof Callable && source.getItem) {
    throw typeError('unbound method dict.keys() needs an argument');
  }
  let index = 0;
  for (const item of iterate(source, runtime)) {
    runtime.budget.step();
    const pair = tryIterate(item, runtime);
    if (pair === null) {
      throw typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
    }
    const parts = Array.from(pair);
    if (parts.length !== 2) {
      throw valueError(
        `dictionary update sequence element #${index} has length ${parts.length}; 2 is required`,
      );
    }
    dictSet(dict, parts[0] as Value, parts[1] as Value);
    index += 1;
  }
}

/** `dict(source, name=value)`. */
export function fillDict(dict: Dict, name: string, args: Arguments, runtime: Runtime): void {
  const { positional, keyword } = args;
  if (positional.length > 1) throw typeError(`${name} expected at most 1 argument, got ${positional.length}`);
  if (positional[0] !== undefined) mergeInto(dict, positional[0], runtime);
  for (const [key, value] of keyword ?? []) dict.setString(key, value);
}

function copy(dict: Dict): Dict {
  const twin = new Dict();
  for (const [hash, [key, value]] of dict.entries) twin.entries.set(hash, [key, value]);
  return twin;
}

function fromKeys(keys: Value, value: Value, runtime: Runtime): Dict {
  const dict = new Dict();
  for (const key of toList(keys, runtime)) dictSet(dict, key, value);
  return dict;
}

const view = (kind: 'keys' | 'values' | 'items'): [string, DictMethod] => [
  kind,
  { bind: takesNothing(`dict.${kind}`), run: (dict) => new DictView(dict, kind) },
];

/** Arguments that the method binds itself, keywords of any name included. */
const bundle = new WeakMap<Bound, Arguments>();
const takesAnything = (args: Arguments): Bound => {
  const bound: Bound = args.positional.slice();
  bundle.set(bound, args);
  return bound;
};

export const dictMethods: MethodTable<Dict> = new Map<string, DictMethod>([
  view('keys'),
  view('values'),
  view('items'),
  [
    'get',
    {
      bind: takesPositional('dict.get', 1, 2),
      run: (dict, [key, fallback]) => dictGet(dict, key as Value) ?? fallback ?? null,
    },
  ],
  [
    'clear',
    {
      bind: takesNothing('dict.clear'),
      run: (dict) => {
        dict.entries.clear();
        return null;
      },
    },
  ],
  ['copy', { bind: takesNothing('dict.copy'), run: copy }],
  [
    'fromkeys',
    {
      bind: takesPositional('dict.fromkeys', 1, 2),
      run: (_, [keys, value], runtime) => fromKeys(keys as Value, value ?? null, runtime),
    },
  ],
  ['pop', { bind: takesPositional('dict.pop', 1, 2), run: pop }],
  ['popitem', { bind: takesNothing('dict.popitem'), run: popItem }],
  ['setdefault', { bind: takesPositional('dict.setdefault', 1, 2), run: setDefault }],
  [
    'update',
    {
      bind: takesAnything,
      run: (dict, bound, runtime) => {
        fillDict(dict, 'update', bundle.get(bound) as Arguments, runtime);
        return null;
      },
    },
  ],
]);

export const proxyMethods: MethodTable<MappingProxy> = new Map(
  ['get', 'keys', 'values', 'items', 'copy'].map((name) => {
    const method = dictMethods.get(name) as DictMethod;
    return [
      name,
      {
        bind: method.bind,
        run: (self: MappingProxy, args: Bound, runtime: Runtime) => method.run(self.dict, args, runtime),
      },
    ];
  }),
);

const isDisjoint: Method<DictView> = {
  bind: takesOne('dict_keys.isdisjoint'),
  run: (self, [other], runtime) => {
    const keys = new Set(self.iterate().map(hashKey));
    return Array.from(iterate(other as Value, runtime)).every((item) => !keys.has(hashKey(item)));
  },
};

/** Views of keys and items are sets in their way. */
export const viewMethods: MethodTable<DictView> = new Map([['isdisjoint', isDisjoint]]);

export const viewProperties: PropertyTable<DictView> = new Map([
  ['mapping', (self: DictView): Value => new MappingProxy(self.dict)],
]);

/** The type's name for iterators over it in reverse: `dict_reversekeyiterator`. */
export function reverseDict(value: Dict | DictView): PyIterator {
  const kind = value instanceof Dict ? 'key' : value.kind.slice(0, -1);
  const items = value instanceof Dict ? Array.from(value.keys()) : value.iterate();
  return new PyIterator(items.reverse(), `dict_reverse${kind}iterator object`);
}
