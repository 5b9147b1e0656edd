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

/** The reference that stands for a character HTML gives a meaning to; `null` for all others. */
function reference(code: number): string | null {
  switch (code) {
    case 0x26:
      return '&amp;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    case 0x27:
      return '&#39;';
    case 0x22:
      return '&#34;';
    default:
      return null;
  }
}

/** Replaces the five characters that HTML gives a meaning to. Every printed value passes here, hence the loop. */
export function escapeText(text: string): string {
  const first = text.search(special);
  if (first < 0) return text;
  let out = '';
  let start = 0;
  for (let i = first; i < text.length; i += 1) {
    const replaced = reference(text.charCodeAt(i));
    if (replaced === null) continue;
    out += text.slice(start, i) + replaced;
    start = i + 1;
  }
  return out + text.slice(start);
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
