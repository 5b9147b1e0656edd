/** Filters about HTML and URLs. */
import type { Runtime } from '../calls.js';
import { typeError, valueError } from '../errors.js';
import { tryIterate } from '../values/iteration.js';
import { Bytes, Dict, Markup, Undefined, type Value } from '../values/model.js';
import { truthy } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { encodeText } from '../values/strings/codec.js';
import { stripTags } from '../values/strings/html.js';
import { escapeText, escapeValue, repr, toText } from '../values/text.js';
import { isText, textOf, typeName } from '../values/types.js';
import { mappingOf } from '../values/views.js';
import { missingAttribute } from './errors.js';

/** Escapes, also what is safe already. */
export const forceEscape = (value: Value, _args: Bound, runtime: Runtime): Value =>
  new Markup(escapeText(toText(value, runtime)));

/** Declares text safe. */
export const safe = (value: Value, _args: Bound, runtime: Runtime): Value =>
  value instanceof Markup ? value : new Markup(toText(value, runtime));

/** Removes tags and comments. */
export const striptags = (value: Value, _args: Bound, runtime: Runtime): Value =>
  stripTags(toText(value, runtime));

const unreserved = /[A-Za-z0-9_.\-~]/;

/** Percent-encodes UTF-8; in a query, spaces become plus signs and slashes are encoded too. */
function quoteUrl(value: Value, inQuery: boolean, runtime: Runtime): string {
  const data = value instanceof Bytes ? value.data : encodeText(toText(value, runtime), 'utf-8', 'strict');
  let out = '';
  for (const byte of data) {
    const char = String.fromCharCode(byte);
    if (unreserved.test(char) || (!inQuery && char === '/')) out += char;
    else if (inQuery && char === ' ') out += '+';
    else out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** Text for a path, or pairs for a query. */
export function urlencode(value: Value, _args: Bound, runtime: Runtime): Value {
  const items = isText(value) ? null : tryIterate(value, runtime);
  if (items === null) return quoteUrl(value, false, runtime);
  const pairs =
    value instanceof Dict
      ? Array.from(value.entries.values())
      : Array.from(items, (item) => pairOf(item, runtime));
  runtime.budget.step(pairs.length);
  return pairs.map((pair) => pair.map((part) => quoteUrl(part, true, runtime)).join('=')).join('&');
}

/** `k, v = item`. */
function pairOf(item: Value, runtime: Runtime): [Value, Value] {
  const parts = tryIterate(item, runtime);
  if (parts === null) throw typeError(`cannot unpack non-iterable ${typeName(item)} object`);
  const values = Array.from(parts);
  if (values.length < 2) throw valueError(`not enough values to unpack (expected 2, got ${values.length})`);
  if (values.length > 2) throw valueError('too many values to unpack (expected 2)');
  return values as [Value, Value];
}

/** What would end an attribute's name. */
const nameBreaker = /[\t-\r />=]/;

/** The items of a mapping as attributes of a tag; None and undefined values are left out. */
export function xmlattr(value: Value, [autospace]: Bound, runtime: Runtime): Value {
  const mapping = mappingOf(value);
  if (!mapping) throw missingAttribute(value, 'items');
  const attributes: string[] = [];
  for (const [key, item] of mapping.entries.values()) {
    if (item === null || item instanceof Undefined) continue;
    if (!isText(key)) throw typeError(`expected string or bytes-like object, got '${typeName(key)}'`);
    if (nameBreaker.test(textOf(key))) {
      throw valueError(`Invalid character in attribute name: ${repr(key, runtime)}`);
    }
    attributes.push(`${escapeValue(key, runtime).text}="${escapeValue(item, runtime).text}"`);
  }
  const joined = attributes.join(' ');
  const text = truthy(autospace as Value) && joined !== '' ? ` ${joined}` : joined;
  return runtime.autoescape ? new Markup(text) : text;
}
