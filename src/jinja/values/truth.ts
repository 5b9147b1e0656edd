/** `bool(v)`. */
import {
  Bytes,
  Callable,
  Dict,
  Float,
  Markup,
  PyIterator,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';

/** Whether a condition holds. Never fails: an undefined value is false. */
export function truthy(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value !== '';
    case 'number':
      return value !== 0;
    case 'bigint':
      return true;
    default:
  }
  if (value === null || value instanceof Undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Dict || value instanceof PySet) return value.size > 0;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof Markup) return value.text !== '';
  if (value instanceof Tuple) return value.items.length > 0;
  if (value instanceof Range) return value.length > 0;
  if (value instanceof Bytes) return value.data.length > 0;
  if (value instanceof PyIterator || value instanceof Callable) return true;
  return value instanceof PyObject ? value.truthy() : true;
}
