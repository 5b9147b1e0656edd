/** The `loop` variable. */
import type { Arguments, Runtime } from '../calls.js';
import { typeError } from '../errors.js';
import { equals } from '../values/compare.js';
import { lengthOf } from '../values/iteration.js';
import { Callable, PyObject, Tuple, Undefined, type Value } from '../values/model.js';
import { pythonSignature } from '../values/signatures.js';
import { type ItemSource, sourceOf } from './sources.js';

/** Renders the loop's body over other items, one level deeper. */
export type Recurse = (iterable: Value, depth0: number) => Value;

const bindCall = pythonSignature('LoopContext.__call__(self, iterable)', 1);

export class LoopContext extends PyObject {
  readonly typeName = 'LoopContext';
  index0 = -1;
  private current: Value = null;
  private before: Value = null;
  /** An item that was looked at and not yet taken. */
  private after: Value | undefined = undefined;
  private changedValues: Tuple | null = null;
  private knownLength: number | null = null;

  constructor(
    private source: ItemSource,
    /** What is iterated over, where its length can be asked for; `undefined` for a filtered loop. */
    private readonly iterable: Value | undefined,
    private readonly recurse: Recurse | null,
    private readonly depth0: number,
    private readonly runtime: Runtime,
  ) {
    super();
  }

  override get moduleName(): string {
    return 'jinja2.runtime';
  }

  /** Takes the next item; `undefined` at the end. */
  advance(): Value | undefined {
    const item = this.after !== undefined ? this.after : this.source.next();
    if (item === undefined) return undefined;
    this.after = undefined;
    this.index0 += 1;
    this.before = this.current;
    this.current = item;
    return item;
  }

  private peek(): Value | undefined {
    if (this.after === undefined) this.after = this.source.next();
    return this.after;
  }

  /** The number of items; what has no length is read to its end to know. */
  override length(): number {
    if (this.knownLength !== null) return this.knownLength;
    const sized = this.iterable === undefined ? undefined : lengthOf(this.iterable, this.runtime);
    this.knownLength = sized ?? this.readRest() + this.index0 + 1 + (this.after === undefined ? 0 : 1);
    return this.knownLength;
  }

  private readRest(): number {
    const rest: Value[] = [];
    for (let item = this.source.next(); item !== undefined; item = this.source.next()) {
      this.runtime.budget.step();
      rest.push(item);
    }
    this.source = sourceOf(rest);
    return rest.length;
  }

  override getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'index':
        return this.index0 + 1;
      case 'index0':
        return this.index0;
      case 'first':
        return this.index0 === 0;
      case 'last':
        return this.peek() === undefined;
      case 'length':
        return this.length();
      case 'revindex':
        return this.length() - this.index0;
      case 'revindex0':
        return this.length() - this.index0 - 1;
      case 'depth':
        return this.depth0 + 1;
      case 'depth0':
        return this.depth0;
      case 'previtem':
        return this.index0 === 0 ? new Undefined(null, undefined, 'there is no previous item') : this.before;
      case 'nextitem':
        return this.peek() === undefined
          ? new Undefined(null, undefined, 'there is no next item')
          : this.peek();
      case 'cycle':
        return this.method('cycle', (items) => this.cycle(items));
      case 'changed':
        return this.method('changed', (values) => this.changed(values));
      default:
        return undefined;
    }
  }

  private method(name: string, run: (values: readonly Value[]) => Value): Callable {
    const invoke = ({ positional, keyword }: Arguments) => {
      for (const given of keyword?.keys() ?? []) {
        throw typeError(`LoopContext.${name}() got an unexpected keyword argument '${given}'`);
      }
      return run(positional);
    };
    // Not before it is asked for: naming the loop needs its length, which may consume what it runs over.
    const description = () => `bound method LoopContext.${name} of ${this.repr()}`;
    return new Callable(name, invoke, description, 'method', this);
  }

  private cycle(items: readonly Value[]): Value {
    const item = items[this.index0 % items.length];
    if (item === undefined) throw typeError('no items for cycling given');
    return item;
  }

  private changed(values: readonly Value[]): boolean {
    const now = new Tuple(values);
    if (this.changedValues && equals(this.changedValues, now, this.runtime)) return false;
    this.changedValues = now;
    return true;
  }

  override call(args: Arguments): Value {
    const [iterable = null] = bindCall(args);
    if (!this.recurse) {
      throw typeError("The loop must have the 'recursive' marker to be called recursively.");
    }
    return this.recurse(iterable, this.depth0 + 1);
  }

  /** Iterating over `loop` itself takes its items, each with the loop. */
  override *iterate(): Generator<Value> {
    for (let item = this.advance(); item !== undefined; item = this.advance()) {
      yield new Tuple([item, this]);
    }
  }

  override repr(): string {
    return `<LoopContext ${this.index0 + 1}/${this.length()}>`;
  }
}
