/** Filters that choose or read a value: default, attr. */
import type { Runtime } from '../calls.js';
import { typeError } from '../errors.js';
import { Undefined, type Value } from '../values/model.js';
import { truthy } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { isText, textOf, typeName } from '../values/types.js';

/** Another value for an undefined one, or for any false one where asked to. */
export function fallback(value: Value, args: Bound): Value {
  const [other, boolean] = args as [Value, Value];
  return value instanceof Undefined || (truthy(boolean) && !truthy(value)) ? other : value;
}

/**
 * An attribute by its name. Stock Jinja2 stops there; the platform reads an item of a mapping as well, because its own
 * examples read tokens that way (platform.md section 4).
 */
export function attr(value: Value, args: Bound, runtime: Runtime): Value {
  const name = args[0] as Value;
  if (!isText(name)) throw typeError(`attribute name must be string, not '${typeName(name)}'`);
  return runtime.getAttribute(value, textOf(name));
}
