/** `a.b` and `a[b]` as Jinja2's sandbox resolves them. */
import type { Runtime } from '../calls.js';
import { isSafeAttribute, unsafeAttribute } from '../sandbox.js';
import { lookupAttribute, lookupItem } from '../values/attributes.js';
import { Dict, Undefined, type Value } from '../values/model.js';
import { isText, textOf } from '../values/types.js';
import { undefinedAttribute, undefinedError } from '../values/undefined.js';

/** The attribute, else the item of that name, else an undefined value. */
export function getAttribute(target: Value, name: string, runtime: Runtime): Value {
  const attribute = lookupAttribute(target, name, runtime);
  if (attribute !== undefined) {
    return isSafeAttribute(target, name) ? attribute : unsafeAttribute(target, name);
  }
  if (target instanceof Undefined) throw undefinedError(target);
  const item = target instanceof Dict ? target.getString(name) : lookupItem(target, name, runtime);
  return item ?? undefinedAttribute(target, name);
}

/** The item, else the attribute of that name, else an undefined value. */
export function getItem(target: Value, key: Value, runtime: Runtime): Value {
  const item = lookupItem(target, key, runtime);
  if (item !== undefined) return item;
  if (target instanceof Undefined) throw undefinedError(target);
  if (isText(key)) {
    const name = textOf(key);
    const attribute = lookupAttribute(target, name, runtime);
    if (attribute !== undefined) {
      return isSafeAttribute(target, name) ? attribute : unsafeAttribute(target, name);
    }
  }
  return undefinedAttribute(target, key);
}
