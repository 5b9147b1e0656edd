/** Errors that filters share. */
import { TemplateRuntimeError, type UndefinedError } from '../errors.js';
import { Undefined, type Value } from '../values/model.js';
import { typeName } from '../values/types.js';
import { undefinedError } from '../values/undefined.js';

/** Python's error for a method that a value of another type does not have. */
export function missingAttribute(value: Value, name: string): TemplateRuntimeError | UndefinedError {
  if (value instanceof Undefined) return undefinedError(value);
  // A namespace answers for itself, with the name alone.
  if (typeName(value) === 'Namespace') return new TemplateRuntimeError(name, 'AttributeError');
  return new TemplateRuntimeError(`'${typeName(value)}' object has no attribute '${name}'`, 'AttributeError');
}

/** Jinja2's own error for a filter's wrong arguments. */
export const filterArgumentError = (message: string) =>
  new TemplateRuntimeError(message, 'FilterArgumentError');
