/** A filter, and the adapters that give plain functions Python's calling conventions. */
import type { Arguments, Runtime } from '../calls.js';
import { typeError } from '../errors.js';
import type { Value } from '../values/model.js';
import { type Bound, pythonSignature } from '../values/signatures.js';

export interface Filter {
  readonly name: string;
  /** The Python function, as messages about its arguments name it. */
  readonly pythonName?: string;
  apply(value: Value, args: Arguments, runtime: Runtime): Value;
}

/** The body of a filter: the piped value, then the parameters after it, bound and with their defaults. */
export type FilterBody = (value: Value, args: Bound, runtime: Runtime) => Value;

/** Parameters that the engine fills in; templates do not pass them, error messages count them. */
const passed = new Set(['environment', 'env', 'eval_ctx', 'context']);

/**
 * A filter that Jinja2 writes in Python. The signature is the reference's own, because its names and counts appear in
 * the TypeErrors of a call that does not fit.
 */
export function pythonFilter(name: string, signature: string, body: FilterBody): Filter {
  const first = /\((\w+)/.exec(signature)?.[1] as string;
  const bind = pythonSignature(signature, passed.has(first) ? 2 : 1);
  const written = signature.slice(0, signature.indexOf('(')).replace('sync_', '');
  const pythonName = written.startsWith('do_') ? `jinja2.filters.${written}` : written;
  return { name, pythonName, apply: (value, args, runtime) => body(value, bind(args), runtime) };
}

/** A filter that is a C function of one argument. */
export function nativeFilter(
  name: string,
  pythonName: string,
  body: (value: Value, runtime: Runtime) => Value,
): Filter {
  const apply = (value: Value, args: Arguments, runtime: Runtime) => {
    if (args.keyword !== null && args.keyword.size > 0) {
      throw typeError(`${pythonName}() takes no keyword arguments`);
    }
    if (args.positional.length > 0) {
      throw typeError(`${pythonName}() takes exactly one argument (${args.positional.length + 1} given)`);
    }
    return body(value, runtime);
  };
  return { name, pythonName, apply };
}

/** A filter that takes its arguments as they come: `*args, **kwargs`. */
export function variadicFilter(
  name: string,
  body: (value: Value, args: Arguments, runtime: Runtime) => Value,
): Filter {
  return { name, pythonName: `jinja2.filters.do_${name}`, apply: body };
}

/** The same filter under another name. */
export const alias = (name: string, filter: Filter): Filter => ({ ...filter, name });
