/** Filters that apply another filter or a test to every item: map, select, reject and their attribute twins. */
import type { Arguments, Runtime } from '../calls.js';
import { TemplateRuntimeError } from '../errors.js';
import { hashKey } from '../values/hash.js';
import { iterate } from '../values/iteration.js';
import { PyIterator, Undefined, type Value } from '../values/model.js';
import { truthy } from '../values/operators.js';
import { reprText } from '../values/strings/repr.js';
import { repr } from '../values/text.js';
import { isText, textOf } from '../values/types.js';
import { undefinedMessage } from '../values/undefined.js';
import { attributeGetter, type Getter } from './attribute-path.js';
import { filterArgumentError } from './errors.js';

/** A filter's or test's name as a template computes it; anything but text names nothing. */
function calledName(name: Value, kind: 'filter' | 'test', runtime: Runtime): string {
  if (isText(name)) return textOf(name);
  hashKey(name);
  const message = `No ${kind} named ${repr(name, runtime)}.`;
  const hint =
    name instanceof Undefined
      ? ` (${undefinedMessage(name)}; did you forget to quote the callable name?)`
      : '';
  throw new TemplateRuntimeError(message + hint);
}

/** Every item through a filter, or replaced by one of its attributes. */
export function map(value: Value, args: Arguments, runtime: Runtime): Value {
  function* mapped(): Generator<Value> {
    if (!truthy(value)) return;
    const apply = mapper(args, runtime);
    for (const item of iterate(value, runtime)) {
      runtime.budget.step();
      yield apply(item);
    }
  }
  return new PyIterator(mapped(), 'generator object sync_do_map');
}

function mapper(args: Arguments, runtime: Runtime): Getter {
  const { positional, keyword } = args;
  const attribute = keyword?.get('attribute');
  if (positional.length === 0 && keyword && attribute !== undefined) {
    for (const name of keyword.keys()) {
      if (name === 'attribute' || name === 'default') continue;
      throw filterArgumentError(`Unexpected keyword argument ${reprText(name)}`);
    }
    return attributeGetter(attribute, runtime, { fallback: keyword.get('default') });
  }
  if (positional.length === 0) throw filterArgumentError('map requires a filter argument');
  const [name, ...rest] = positional as [Value, ...Value[]];
  const filterArgs = { positional: rest, keyword };
  return (item) => runtime.applyFilter(calledName(name, 'filter', runtime), item, filterArgs);
}

/** The items for which a test holds (`wanted`) or does not; of an attribute where `byAttribute` says so. */
export const selection =
  (wanted: boolean, byAttribute: boolean) =>
  (value: Value, args: Arguments, runtime: Runtime): Value => {
    function* selected(): Generator<Value> {
      if (!truthy(value)) return;
      const holds = condition(args, byAttribute, runtime);
      for (const item of iterate(value, runtime)) {
        runtime.budget.step();
        if (holds(item) === wanted) yield item;
      }
    }
    return new PyIterator(selected(), 'generator object select_or_reject');
  };

function condition(
  { positional, keyword }: Arguments,
  byAttribute: boolean,
  runtime: Runtime,
): (item: Value) => boolean {
  let rest = positional;
  let read: Getter = (item) => item;
  if (byAttribute) {
    if (rest[0] === undefined) throw filterArgumentError('Missing parameter for attribute name');
    read = attributeGetter(rest[0], runtime);
    rest = rest.slice(1);
  }
  const [name, ...testArgs] = rest;
  if (name === undefined) return (item) => truthy(read(item));
  const args = { positional: testArgs, keyword };
  return (item) => {
    const tested = read(item);
    return runtime.applyTest(calledName(name, 'test', runtime), tested, args);
  };
}
