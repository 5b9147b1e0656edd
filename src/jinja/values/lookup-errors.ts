/** The errors of subscripts, in CPython's words. */
import { TemplateRuntimeError, typeError } from '../errors.js';
import { Bytes, Range, Tuple, Undefined, type Value } from './model.js';
import { reprValue } from './repr.js';
import { isText, typeName } from './types.js';
import { undefinedError } from './undefined.js';

/** A KeyError's text is the `repr` of the key. */
export const keyError = (key: Value) => new TemplateRuntimeError(reprValue(key, null), 'KeyError');

export const indexError = (message: string) => new TemplateRuntimeError(message, 'IndexError');

/** A key of a type that the value cannot be subscripted with. */
export function subscriptError(target: Value, key: Value): Error {
  if (target instanceof Undefined) return undefinedError(target);
  if (isText(target)) return typeError(`string indices must be integers, not '${typeName(key)}'`);
  if (Array.isArray(target) || target instanceof Tuple || target instanceof Range) {
    return typeError(`${typeName(target)} indices must be integers or slices, not ${typeName(key)}`);
  }
  if (target instanceof Bytes)
    return typeError(`byte indices must be integers or slices, not ${typeName(key)}`);
  return typeError(`'${typeName(target)}' object is not subscriptable`);
}
