/** The platform's template environment. platform.md section 4. */
import { builtinFilters, Dict, Environment, type Filter, Undefined } from '../jinja/index.js';
import { MissingValue } from './missing-value.js';

const stock = (name: string): Filter => {
  const filter = builtinFilters.get(name);
  if (!filter) throw new Error(`the engine has no filter '${name}'`);
  return filter;
};

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
    return stock('attr').apply(value, args, runtime);
  },
};

/** `default`, for which a secret or variable without a value is undefined. */
const defaultForMissing = (name: string): Filter => ({
  name,
  apply(value, args, runtime) {
    if (!(value instanceof MissingValue)) return stock(name).apply(value, args, runtime);
    value.defaulted();
    return stock(name).apply(new Undefined(value.name), args, runtime);
  },
});

const ownFilters = [attrWithItems, defaultForMissing('default'), defaultForMissing('d')];

/** Every filter that templates have on the platform. */
export const platformFilters = (): Map<string, Filter> =>
  new Map([...builtinFilters, ...ownFilters.map((filter) => [filter.name, filter] as const)]);

let shared: Environment | null = null;

/** Autoescape on, as the platform runs it. Environments hold no state of a render, so one serves all. */
export function platformEnvironment(): Environment {
  shared ??= new Environment({
    autoescape: true,
    filters: platformFilters(),
  });
  return shared;
}
