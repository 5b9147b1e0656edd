/** Items one at a time, for loops that look ahead, filter, or count. */
import type { Runtime } from '../calls.js';
import { TemplateRuntimeError } from '../errors.js';
import { iterate } from '../values/iteration.js';
import { Dict, type Value } from '../values/model.js';
import { DictView } from '../values/views.js';

export interface ItemSource {
  /** The next item; `undefined` at the end. */
  next(): Value | undefined;
}

class ListSource implements ItemSource {
  private index = 0;
  constructor(private readonly items: readonly Value[]) {}

  next(): Value | undefined {
    const item = this.items[this.index];
    this.index += 1;
    return item;
  }
}

class IteratorSource implements ItemSource {
  constructor(private readonly iterator: Iterator<Value>) {}

  next(): Value | undefined {
    const result = this.iterator.next();
    return result.done ? undefined : result.value;
  }
}

/** What a loop runs over. A dict is walked as it is, and fails where the loop's body changes it; a list just grows. */
export function loopItems(value: Value, runtime: Runtime): Iterable<Value> {
  if (value instanceof Dict) return walk(value, ([key]) => key);
  if (value instanceof DictView) return walk(value.dict, value.itemOf);
  return iterate(value, runtime);
}

function* walk(dict: Dict, itemOf: DictView['itemOf']): Generator<Value> {
  const { size } = dict;
  let left = size;
  for (const entry of dict.entries.values()) {
    if (left === 0) throw changed('dictionary keys changed during iteration');
    left -= 1;
    yield itemOf(entry);
    if (dict.size !== size) throw changed('dictionary changed size during iteration');
  }
}

const changed = (message: string) => new TemplateRuntimeError(message, 'RuntimeError');

export function sourceOf(items: Iterable<Value>): ItemSource {
  return Array.isArray(items) ? new ListSource(items) : new IteratorSource(items[Symbol.iterator]());
}

/** The items that a `for ... if` lets through, tested when they are asked for. */
export class FilteredSource implements ItemSource {
  private source: ItemSource | null = null;

  constructor(
    private readonly iterable: Value,
    /** The item as the loop is to see it; `undefined` drops it. */
    private readonly select: (item: Value) => Value | undefined,
    private readonly runtime: Runtime,
  ) {}

  next(): Value | undefined {
    this.source ??= sourceOf(loopItems(this.iterable, this.runtime));
    while (true) {
      const item = this.source.next();
      if (item === undefined) return undefined;
      this.runtime.budget.step();
      const selected = this.select(item);
      if (selected !== undefined) return selected;
    }
  }
}
