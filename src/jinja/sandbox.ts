/** What `jinja2.sandbox.SandboxedEnvironment` refuses. */
import { Callable, PyIterator, Undefined, type Value } from './values/model.js';
import { reprText } from './values/strings/repr.js';
import { typeName } from './values/types.js';

/** The longest range that a template may make. */
export const MAX_RANGE = 100_000;

const generatorInternals = new Set(['gi_frame', 'gi_code']);

/** Whether a template may see an attribute that the object has: nothing private, nothing of Python's own workings. */
export function isSafeAttribute(target: Value, name: string): boolean {
  if (name.startsWith('_')) return false;
  if (target instanceof PyIterator) return !generatorInternals.has(name);
  return !(target instanceof Callable && target.typeName === 'type' && name === 'mro');
}

/** What stands in for a refused attribute: printed it is nothing, used it raises a SecurityError. */
export function unsafeAttribute(target: Value, name: string): Undefined {
  const hint = `access to attribute ${reprText(name)} of ${reprText(typeName(target))} object is unsafe.`;
  return new Undefined(name, target, hint, 'SecurityError');
}
