/** `v[start:stop:step]`. */
import type { Runtime } from '../calls.js';
import { typeError, valueError } from '../errors.js';
import { clampSize } from './methods/method.js';
import { Bytes, Dict, Markup, Range, Tuple, Undefined, type Value } from './model.js';
import { codePointLength, codePointSlice, codePoints } from './strings/codepoints.js';
import { isIntLike, isText, textOf, typeName } from './types.js';
import { undefinedError } from './undefined.js';

/** Bounds are None or ints; errors are Python's, none is swallowed. */
export function slice(value: Value, start: Value, stop: Value, step: Value, runtime: Runtime): Value {
  if (value instanceof Undefined) throw undefinedError(value);
  if (Array.isArray(value)) return sliceItems(value, start, stop, step, runtime);
  if (isText(value)) {
    // Places in a text are found by walking through it.
    runtime.budget.step(textOf(value).length >> 10);
    const text = sliceText(textOf(value), start, stop, step);
    return typeof value === 'string' ? text : new Markup(text);
  }
  if (value instanceof Tuple) return new Tuple(sliceItems(value.items, start, stop, step, runtime));
  if (value instanceof Bytes) {
    return new Bytes(
      Uint8Array.from(pick(Array.from(value.data), resolve(start, stop, step, value.data.length))),
    );
  }
  if (value instanceof Range) return sliceRange(value, resolve(start, stop, step, value.length));
  if (value instanceof Dict) throw typeError("unhashable type: 'slice'");
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

interface Bounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/** `slice.indices(length)`. */
function resolve(start: Value, stop: Value, step: Value, length: number): Bounds {
  const by = step === null ? 1 : bound(step);
  if (by === 0) throw valueError('slice step cannot be zero');
  const lowest = by < 0 ? -1 : 0;
  const highest = by < 0 ? length - 1 : length;
  const clamp = (value: Value, fallback: number) => {
    if (value === null) return fallback;
    const index = bound(value);
    return index < 0 ? Math.max(index + length, lowest) : Math.min(index, highest);
  };
  return {
    start: clamp(start, by < 0 ? highest : lowest),
    stop: clamp(stop, by < 0 ? lowest : highest),
    step: by,
  };
}

function bound(value: Value): number {
  if (isIntLike(value)) return clampSize(value);
  throw typeError('slice indices must be integers or None or have an __index__ method');
}

function pick<T>(items: readonly T[], { start, stop, step }: Bounds): T[] {
  if (step === 1) return items.slice(start, Math.max(start, stop));
  const picked: T[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) picked.push(items[i] as T);
  return picked;
}

function sliceItems(
  items: readonly Value[],
  start: Value,
  stop: Value,
  step: Value,
  runtime: Runtime,
): Value[] {
  const picked = pick(items, resolve(start, stop, step, items.length));
  runtime.budget.allocate(picked.length);
  return picked;
}

function sliceText(text: string, start: Value, stop: Value, step: Value): string {
  const bounds = resolve(start, stop, step, codePointLength(text));
  if (bounds.step === 1) return codePointSlice(text, bounds.start, Math.max(bounds.start, bounds.stop));
  return pick(codePoints(text), bounds).join('');
}

/** A range of a range. */
function sliceRange(range: Range, { start, stop, step }: Bounds): Range {
  return new Range(range.start + start * range.step, range.start + stop * range.step, range.step * step);
}
