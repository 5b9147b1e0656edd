/** The platform's template environment. platform.md section 4. */
import { builtinFilters, Dict, Environment, type Filter } from '../jinja/index.js';

/**
 * The seed documents read fields of parsed JSON with `attr('x')`, which in Jinja2 itself reads attributes only. On the
 * platform it reads an item of a mapping; anything else is left to Jinja2's own.
 */
const attrWithItems: Filter = {
  name: 'attr',
  apply(value, args, runtime) {
    const name = args.positional[0] ?? args.keyword?.get('name');
    if (value instanceof Dict && typeof name === 'string' && value.hasString(name)) {
      return value.getString(name) ?? null;
    }
    const stock = builtinFilters.get('attr');
    if (!stock) throw new Error('the engine has no attr filter');
    return stock.apply(value, args, runtime);
  },
};

let shared: Environment | null = null;

/** Autoescape on, as the platform runs it. Environments hold no state of a render, so one serves all. */
export function platformEnvironment(): Environment {
  shared ??= new Environment({ autoescape: true, filters: new Map([['attr', attrWithItems]]) });
  return shared;
}
