/** How templates call things: the arguments of a call, and what a called function may ask of the engine. */
import type { Value } from './values/model.js';

export interface Arguments {
  readonly positional: readonly Value[];
  /** In the order written; `null` where the call has none, which is nearly always. */
  readonly keyword: ReadonlyMap<string, Value> | null;
}

/** What filters, tests, methods and host functions may ask of the engine while a template renders. */
export interface Runtime {
  /** Whether the code that is running prints escaped: the environment's setting, or an `autoescape` block's. */
  readonly autoescape: boolean;
  readonly budget: Budget;
  /** `a.b` as the sandbox sees it: attribute, then item; an `Undefined` where there is neither. */
  getAttribute(target: Value, name: string): Value;
  /** `a[b]` as the sandbox sees it: item, then attribute; an `Undefined` where there is neither. */
  getItem(target: Value, key: Value): Value;
  /** Calls any value; fails as Python does where it is not callable. */
  call(target: Value, args: Arguments): Value;
  /** Applies a filter by name; unknown names fail with "No filter named '...'." */
  applyFilter(name: string, value: Value, args: Arguments): Value;
  /** Applies a test by name; unknown names fail with "No test named '...'." */
  applyTest(name: string, value: Value, args: Arguments): boolean;
  /** Look-up of a variable in the rendering context (globals included); `undefined` where there is none. */
  resolve(name: string): Value | undefined;
}

/**
 * Bounds on what one render may cost. Each method throws a `TemplateRuntimeError` past its bound.
 * The bounds are far above real use; `docs/compatibility.md` lists them.
 */
export interface Budget {
  /** One step of work: a loop turn, an item drawn from an iterator. */
  step(count?: number): void;
  /** `units` UTF-16 units (or list items) are about to be allocated by one operation. */
  allocate(units: number): void;
  /** A macro, a recursive loop or a nested structure enters one level deeper. */
  enter(): void;
  leave(): void;
}

export const noArguments: Arguments = { positional: [], keyword: null };

export const positional = (...values: Value[]): Arguments => ({ positional: values, keyword: null });
