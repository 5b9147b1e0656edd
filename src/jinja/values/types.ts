/** What type a value has in Python's eyes: names for messages, and the groups that operators ask about. */
import {
  Bytes,
  Callable,
  Dict,
  Float,
  Markup,
  NamedTuple,
  PyIterator,
  PyObject,
  PySet,
  Range,
  Tuple,
  Undefined,
  type Value,
} from './model.js';

/** `type(v).__name__`, as error messages quote it. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'number':
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
    default:
  }
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Dict) return 'dict';
  if (value instanceof Float) return 'float';
  if (value instanceof Markup) return 'Markup';
  if (value instanceof Undefined) return 'Undefined';
  if (value instanceof NamedTuple) return value.typeName;
  if (value instanceof Tuple) return 'tuple';
  if (value instanceof Bytes) return 'bytes';
  if (value instanceof PySet) return 'set';
  if (value instanceof Range) return 'range';
  if (value instanceof PyIterator) return value.description.replace(/ object.*$/, '');
  return value.typeName;
}

/** `jinja2.utils.object_type_repr`: "list object", "markupsafe.Markup object", "None". */
export function objectTypeRepr(value: Value): string {
  if (value === null) return 'None';
  const name = typeName(value);
  if (value instanceof Markup) return `markupsafe.${name} object`;
  if (value instanceof Undefined) return `jinja2.runtime.${name} object`;
  if (value instanceof NamedTuple) return `jinja2.filters.${name} object`;
  if (value instanceof PyObject && value.moduleName !== 'builtins')
    return `${value.moduleName}.${name} object`;
  return `${name} object`;
}

/** A str, whether safe or not: `isinstance(v, str)`. */
export type Text = string | Markup;
export const isText = (value: Value | undefined): value is Text =>
  typeof value === 'string' || value instanceof Markup;
/** The characters of a str, whether safe or not. */
export const textOf = (value: Text): string => (typeof value === 'string' ? value : value.text);

/** `isinstance(v, int)`: a bool is an int. */
export type IntLike = number | bigint | boolean;
export const isIntLike = (value: Value | undefined): value is IntLike =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

export type Numeric = IntLike | Float;
export const isNumeric = (value: Value | undefined): value is Numeric =>
  isIntLike(value) || value instanceof Float;

/** `hasattr(v, '__html__')`. */
export const isSafe = (value: Value): value is Markup => value instanceof Markup;

export const isCallable = (value: Value): boolean =>
  value instanceof Callable ||
  // Python looks for `__call__` on the type, and Undefined's type has it: it exists to fail.
  value instanceof Undefined ||
  (value instanceof PyObject && value.call !== undefined);
