/** Everything that one render has of its own. */
import type { BranchHits } from '../branches.js';
import type { Arguments, Runtime } from '../calls.js';
import { type Span, TemplateRuntimeError, typeError } from '../errors.js';
import type { Filter } from '../filters/index.js';
import type { Test } from '../tests.js';
import type { OutputTrace } from '../trace.js';
import { Callable, Markup, PyObject, Undefined, type Value } from '../values/model.js';
import { typeName } from '../values/types.js';
import { undefinedError } from '../values/undefined.js';
import { getAttribute, getItem } from './access.js';
import type { BlockCode } from './blocks.js';
import type { RenderBudget } from './budget.js';
import type { Context } from './context.js';
import type { Frame } from './frame.js';

/** Told of every undefined value that printed nothing; the span is that of the printed expression. */
export type UndefinedListener = (value: Undefined, span: Span) => void;

/** What compiled code takes from its environment: look-ups at render time, by names that the template computes. */
export interface Registry {
  readonly filters: ReadonlyMap<string, Filter>;
  readonly tests: ReadonlyMap<string, Test>;
}

/** Text up to this many UTF-16 units is looked through for nothing. */
const LONG_TEXT = 4096;

/** The trace of a render, and how far what is being printed is from its output. */
export interface TraceState {
  readonly output: OutputTrace;
  /** The frame whose text is the render's. */
  readonly frame: Frame;
  /** How many captures surround what that frame prints. */
  captures: number;
}

export class RenderState implements Runtime {
  trace: TraceState | null = null;
  /** Where code that counts its branches counts them. */
  branches: BranchHits | null = null;
  /** Where the operation that is under way stands in the source: what fails, fails there. */
  at: Span;

  constructor(
    readonly registry: Registry,
    private readonly context: Context,
    readonly budget: RenderBudget,
    public autoescape: boolean,
    readonly blocks: ReadonlyMap<string, BlockCode>,
    readonly onUndefinedPrinted: UndefinedListener | null,
  ) {
    this.at = { start: 0, end: 0 };
  }

  getAttribute(target: Value, name: string): Value {
    return getAttribute(target, name, this);
  }

  getItem(target: Value, key: Value): Value {
    return getItem(target, key, this);
  }

  call(target: Value, args: Arguments): Value {
    if (target instanceof Callable) {
      if (target.target !== null) this.charge(target.target);
      return target.invoke(args, this);
    }
    if (target instanceof PyObject && target.call) return target.call(args, this);
    if (target instanceof Undefined) throw undefinedError(target);
    throw typeError(`'${typeName(target)}' object is not callable`);
  }

  /** What reads a long text costs steps: without, one text and a loop could keep a machine busy for hours. */
  charge(value: Value): void {
    if (typeof value === 'string' && value.length > LONG_TEXT) this.budget.step(value.length >> 7);
    else if (value instanceof Markup) this.charge(value.text);
  }

  applyFilter(name: string, value: Value, args: Arguments): Value {
    const filter = this.registry.filters.get(name);
    if (!filter) throw new TemplateRuntimeError(`No filter named '${name}'.`);
    return filter.apply(value, args, this);
  }

  applyTest(name: string, value: Value, args: Arguments): boolean {
    const test = this.registry.tests.get(name);
    if (!test) throw new TemplateRuntimeError(`No test named '${name}'.`);
    return test.apply(value, args, this);
  }

  resolve(name: string): Value | undefined {
    return this.context.get(name);
  }
}
