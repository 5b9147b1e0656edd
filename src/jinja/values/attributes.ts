/** `v.name` and `v[key]`, before the sandbox has its say. */
import type { Runtime } from '../calls.js';
import { formatMethod } from './format/call.js';
import { dictGet, isHashable } from './hash.js';
import { hasInternalMember } from './internal-names.js';
import { findMethod, findProperty } from './methods/index.js';
import { bindMethod } from './methods/method.js';
import {
  Bytes,
  Callable,
  Dict,
  Markup,
  NamedTuple,
  PyObject,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';
import { codePointAt, codePointLength } from './strings/codepoints.js';
import { isIntLike, isText, textOf } from './types.js';
import { undefinedError } from './undefined.js';
import { DictView, mappingOf } from './views.js';

export { slice } from './slice.js';

/**
 * The attribute: a method of a built-in type bound to its object, a property, what an object of the host offers.
 * `undefined` where there is none. An undefined value has no attributes and says so with its error.
 */
export function lookupAttribute(value: Value, name: string, runtime: Runtime): Value | undefined {
  if (value instanceof Undefined) throw undefinedError(value);
  if (value instanceof NamedTuple) {
    const index = value.fields.indexOf(name);
    if (index >= 0) return value.items[index];
  }
  if (isText(value)) {
    const format = formatMethod(value, name);
    if (format) return format;
  }
  if (value instanceof Callable) {
    const own = value.getAttribute?.(name);
    if (own !== undefined) return own;
  }
  const method = findMethod(value, name);
  if (method) return bindMethod(name, method, value);
  if (value instanceof PyObject && !(value instanceof DictView)) {
    return orInternal(value.getAttribute(name, runtime), value, name);
  }
  return orInternal(findProperty(value, name), value, name);
}

/** Not `??`: an attribute that is None is there. */
const orInternal = (found: Value | undefined, value: Value, name: string): Value | undefined =>
  found === undefined ? internalMember(value, name) : found;

/** Members that the sandbox is going to refuse are found, but nothing of them is handed out. */
const internalMember = (value: Value, name: string): null | undefined =>
  hasInternalMember(value, name) ? null : undefined;

/** The item, or `undefined` where Python raises one of the errors that Jinja2 takes for "not there". */
export function lookupItem(value: Value, key: Value, runtime: Runtime): Value | undefined {
  if (value instanceof Dict) {
    if (typeof key === 'string') return value.getString(key);
    return isHashable(key) ? dictGet(value, key) : undefined;
  }
  if (value instanceof Undefined) throw undefinedError(value);
  const proxied = mappingOf(value);
  if (proxied) return isHashable(key) ? dictGet(proxied, key) : undefined;
  if (value instanceof PyObject) return value.getItem(key, runtime);
  if (value instanceof Callable) return value.getItem?.(key);
  if (!isIntLike(key)) return undefined;
  // Text beyond what codepoints.ts remembers is walked through for each item.
  if (isText(value) && textOf(value).length > 2 ** 20) runtime.budget.step(textOf(value).length >> 10);
  return itemAt(value, Number(key));
}

function itemAt(value: Value, index: number): Value | undefined {
  if (Array.isArray(value)) return value[fromEnd(index, value.length)];
  if (value instanceof Tuple) return value.items[fromEnd(index, value.items.length)];
  if (isText(value)) {
    const text = textOf(value);
    const place = index < 0 ? index + codePointLength(text) : index;
    const char = place < 0 ? undefined : codePointAt(text, place);
    return char !== undefined && value instanceof Markup ? new Markup(char) : char;
  }
  if (value instanceof Bytes) return value.data[fromEnd(index, value.data.length)];
  if (value instanceof Range) {
    const place = fromEnd(index, value.length);
    return place >= 0 && place < value.length ? value.start + place * value.step : undefined;
  }
  return undefined;
}

const fromEnd = (index: number, length: number) => (index < 0 ? index + length : index);
