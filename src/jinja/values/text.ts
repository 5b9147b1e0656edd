/** From a value to text: `str()`, `repr()`, HTML escaping, and what a `{{ }}` prints. */
import type { Runtime } from '../calls.js';
import { Markup, type Value } from './model.js';
import { reprValue, strValue } from './repr.js';

/** `str(v)`. */
export const toText = (value: Value, runtime: Runtime): string =>
  typeof value === 'string' ? value : strValue(value, runtime);

/** `repr(v)`. */
export const repr = (value: Value, runtime: Runtime): string => reprValue(value, runtime);

const special = /[&<>'"]/;
const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ["'", '&#39;'],
  ['"', '&#34;'],
]);

/** Replaces the five characters that HTML gives a meaning to. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/[&<>'"]/g, (char) => entities.get(char) as string);
}

/** `markupsafe.escape`: text that is safe already stays as it is. */
export function escapeValue(value: Value, runtime: Runtime): Markup {
  if (value instanceof Markup) return value;
  return new Markup(escapeText(toText(value, runtime)));
}

/** The name that the engine's other half knows it by. */
export { escapeValue as escape };

/** `markupsafe.soft_str`: `str(v)` that leaves safe text safe. */
export const softText = (value: Value, runtime: Runtime): string | Markup =>
  value instanceof Markup ? value : toText(value, runtime);

/** What `{{ v }}` prints. */
export function outputText(value: Value, runtime: Runtime): string {
  if (typeof value === 'number') return String(value);
  if (!runtime.autoescape) return toText(value, runtime);
  if (value instanceof Markup) return value.text;
  return escapeText(toText(value, runtime));
}
