/** The variables that a host passes to a render, in any of the shapes it may hold them in. */
import { typeError } from './errors.js';
import type { VariableSource } from './runtime/context.js';
import { fromJavaScript } from './values/convert.js';
import { Dict, type Value } from './values/model.js';

/** A plain object, a map, what `parseJson` made of a JSON object, or nothing. Any other value is a TypeError. */
export type TemplateContext =
  | Readonly<Record<string, unknown>>
  | ReadonlyMap<string, unknown>
  | Value
  | undefined;

const rawLookup = (context: TemplateContext): ((name: string) => unknown) => {
  if (context === null || context === undefined) return () => undefined;
  if (context instanceof Map) return (name) => context.get(name);
  if (typeof context !== 'object' || Array.isArray(context)) throw typeError('a context must be an object');
  const record = context as Readonly<Record<string, unknown>>;
  return (name) => (Object.hasOwn(record, name) ? record[name] : undefined);
};

/** Values of JavaScript become the engine's when they are first asked for, and stay the same ones after that. */
export function variableSource(
  context: TemplateContext,
  globals: ReadonlyMap<string, Value>,
): VariableSource {
  if (context instanceof Dict) {
    return {
      get: (name) => {
        const value = context.getString(name);
        return value !== undefined ? value : globals.get(name);
      },
    };
  }
  const raw = rawLookup(context);
  const converted = new Map<string, Value>();
  return {
    get(name) {
      const known = converted.get(name);
      if (known !== undefined) return known;
      const value = raw(name);
      if (value === undefined) return globals.get(name);
      const made = fromJavaScript(value);
      converted.set(name, made);
      return made;
    },
  };
}
