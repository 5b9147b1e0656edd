/** The shape of a built-in type's members, and the conversions that their arguments share. */
import type { Arguments, Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { Callable, type Value } from '../model.js';
import { toIndex, toSize } from '../numbers/integers.js';
import { reprValue } from '../repr.js';
import type { Binder, Bound } from '../signatures.js';
import { isIntLike, isText, textOf, typeName } from '../types.js';

export interface Method<Self> {
  readonly bind: Binder;
  run(self: Self, args: Bound, runtime: Runtime): Value;
  /** The Python function behind a method that is not written in C: `Markup.split`. */
  readonly pythonName?: string;
}

export type MethodTable<Self> = ReadonlyMap<string, Method<Self>>;
export type PropertyTable<Self> = ReadonlyMap<string, (self: Self) => Value>;

/** A method bound to its object, as `{{ x.upper }}` without a call sees it. */
export function bindMethod<Self extends Value>(name: string, method: Method<Self>, self: Self): Callable {
  const invoke = (args: Arguments, runtime: Runtime) => method.run(self, method.bind(args), runtime);
  if (method.pythonName !== undefined) {
    const description = `bound method ${method.pythonName} of ${reprValue(self, null)}`;
    return new Callable(name, invoke, description, 'method', self);
  }
  const description = `built-in method ${name} of ${typeName(self)} object`;
  return new Callable(name, invoke, description, 'builtin_function_or_method', self);
}

/** A size argument with a default for "not given". */
export const sizeOr = (value: Value | undefined, fallback: number): number =>
  value === undefined ? fallback : toSize(value);

/** A bound of `find(part, start, stop)`: an int or None. */
export function boundOr(value: Value | undefined, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  if (!isIntLike(value))
    throw typeError('slice indices must be integers or None or have an __index__ method');
  return clampSize(value);
}

/** Indices beyond the range of C's sizes are cut to it. */
export function clampSize(value: Value): number {
  return Math.max(Math.min(Number(toIndex(value)), Number.MAX_SAFE_INTEGER), Number.MIN_SAFE_INTEGER);
}

/** Text, or TypeError "must be str, not int". */
export function requireText(value: Value | undefined): string {
  if (isText(value)) return textOf(value);
  throw typeError(`must be str, not ${typeName(value ?? null)}`);
}

/** Text for a numbered parameter: "replace() argument 1 must be str, not int". */
export function textArgument(value: Value | undefined, what: string): string {
  if (isText(value)) return textOf(value);
  throw typeError(`${what} must be str, not ${value === null ? 'None' : typeName(value ?? null)}`);
}

export function requireSeparator(text: string): string {
  if (text === '') throw valueError('empty separator');
  return text;
}

/** A C bool argument is an int in disguise. */
export function intFlag(value: Value | undefined): boolean {
  if (value === undefined) return false;
  const flag = toIndex(value);
  if (flag > 0x7fffffff || flag < -0x80000000) {
    throw new TemplateRuntimeError('Python int too large to convert to C int', 'OverflowError');
  }
  return flag !== 0;
}
