/** Items one at a time, for loops that look ahead, filter, or count. */
import type { Runtime } from '../calls.js';
import { iterate } from '../values/iteration.js';
import type { Value } from '../values/model.js';

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
    this.source ??= sourceOf(iterate(this.iterable, this.runtime));
    while (true) {
      const item = this.source.next();
      if (item === undefined) return undefined;
      this.runtime.budget.step();
      const selected = this.select(item);
      if (selected !== undefined) return selected;
    }
  }
}
