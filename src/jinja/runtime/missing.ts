/** What a variable holds that was never assigned. */
import { PyObject } from '../values/model.js';

/**
 * A value, because Jinja2 lets it escape: a macro that outlives the loop it was made in finds it in the loop's
 * variables, and prints "missing".
 */
class Missing extends PyObject {
  readonly typeName = 'MissingType';
  override get moduleName(): string {
    return 'jinja2.utils';
  }
  override repr(): string {
    return 'missing';
  }
}

export const missing = new Missing();
