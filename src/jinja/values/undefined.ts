/** jinja2.Undefined: the values that stand for what is missing, and how using one fails. */
import { TemplateRuntimeError, UndefinedError } from '../errors.js';
import { Undefined, type Value } from './model.js';
import { reprValue } from './repr.js';
import { reprText } from './strings/repr.js';
import { isText, objectTypeRepr } from './types.js';

/** The message of the error that using the value raises, in Jinja2's words. */
export function undefinedMessage(value: Undefined): string {
  const { name, owner, hint } = value;
  if (hint !== null && hint !== '') return hint;
  if (owner === undefined) return `${reprValue(name, null)} is undefined`;
  if (!isText(name)) return `${objectTypeRepr(owner)} has no element ${reprValue(name, null)}`;
  return `${reprText(objectTypeRepr(owner))} has no attribute ${reprValue(name, null)}`;
}

/** The error that Python raises when the value is used. */
export function undefinedError(value: Undefined): UndefinedError | TemplateRuntimeError {
  const message = undefinedMessage(value);
  return value.errorName === 'SecurityError'
    ? new TemplateRuntimeError(message, 'SecurityError')
    : new UndefinedError(message);
}

/** A variable that the context does not have. */
export const undefinedVariable = (name: string): Undefined => new Undefined(name);

/** An attribute or item that `owner` does not have. */
export const undefinedAttribute = (owner: Value, name: Value): Undefined => new Undefined(name, owner);

/** Throws if the value is undefined: the first line of operations that have no meaning for it. */
export function rejectUndefined(...values: Value[]): void {
  for (const value of values) if (value instanceof Undefined) throw undefinedError(value);
}
