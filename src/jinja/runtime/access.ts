/** `a.b` and `a[b]` as Jinja2's sandbox resolves them. */
import type { Runtime } from '../calls.js';
import { isSafeAttribute, unsafeAttribute } from '../sandbox.js';
import { lookupAttribute, lookupItem } from '../values/attributes.js';
import { Dict, Undefined, type Value } from '../values/model.js';
import { isText, textOf } from '../values/types.js';
import { undefinedAttribute, undefinedError } from '../values/undefined.js';

/** The attribute, else the item of that name, else an undefined value. */
export function getAttribute(target: Value, name: string, runtime: Runtime): Value {
  if (target instanceof Undefined) return attributeOfUndefined(target, name);
  const attribute = lookupAttribute(target, name, runtime);
  if (attribute !== undefined) {
    return isSafeAttribute(target, name) ? attribute : unsafeAttribute(target, name);
  }
  const item = target instanceof Dict ? target.getString(name) : lookupItem(target, name, runtime);
  return item === undefined ? undefinedAttribute(target, name) : item;
}

/** The item, else the attribute of that name, else an undefined value. */
export function getItem(target: Value, key: Value, runtime: Runtime): Value {
  const item = lookupItem(target, key, runtime);
  if (item !== undefined) return item;
  if (isText(key)) {
    const name = textOf(key);
    const attribute = lookupAttribute(target, name, runtime);
    if (attribute !== undefined) {
      return isSafeAttribute(target, name) ? attribute : unsafeAttribute(target, name);
    }
  }
  return undefinedAttribute(target, key);
}

/** What Python's Undefined has for itself, and the sandbox refuses. Every other attribute is an error. */
const undefinedMembers = new Set([
  ...(
    'add aiter bool call class complex delattr dir div doc eq float floordiv format ge getattr getattribute getitem ' +
    'getstate gt hash init init_subclass int iter le len lt mod module mul ne neg new pos pow radd rdiv reduce ' +
    'reduce_ex repr rfloordiv rmod rmul rpow rsub rtruediv setattr sizeof str sub subclasshook truediv'
  )
    .split(' ')
    .map((word) => `__${word}__`),
  ...['_fail_with_undefined_error', '_undefined_exception', '_undefined_hint'],
  ...['_undefined_message', '_undefined_name', '_undefined_obj'],
]);

function attributeOfUndefined(target: Undefined, name: string): Undefined {
  if (undefinedMembers.has(name)) return unsafeAttribute(target, name);
  throw undefinedError(target);
}
