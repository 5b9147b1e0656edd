/** Filters that choose or read a value: default, attr. */
import type { Runtime } from '../calls.js';
import { typeError } from '../errors.js';
import { lookupAttribute } from '../values/attributes.js';
import { Undefined, type Value } from '../values/model.js';
import { truthy } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { isText, textOf, typeName } from '../values/types.js';
import { undefinedAttribute } from '../values/undefined.js';

/** Another value for an undefined one, or for any false one where asked to. */
export function fallback(value: Value, args: Bound): Value {
  const [other, boolean] = args as [Value, Value];
  return value instanceof Undefined || (truthy(boolean) && !truthy(value)) ? other : value;
}

/** An attribute by its name, never an item. */
export function attr(value: Value, args: Bound, runtime: Runtime): Value {
  const name = args[0] as Value;
  if (!isText(name)) throw typeError(`attribute name must be string, not '${typeName(name)}'`);
  const text = textOf(name);
  const isThere = value instanceof Undefined || lookupAttribute(value, text, runtime) !== undefined;
  return isThere ? runtime.getAttribute(value, text) : undefinedAttribute(value, name);
}
