/** The `attribute` parameter that many filters share: "address.city", "items.0", a number. */
import type { Runtime } from '../calls.js';
import type { Value } from '../values/model.js';
import { Markup, Undefined } from '../values/model.js';
import { parseInteger } from '../values/numbers/parse.js';
import { lower } from '../values/strings/case.js';
import { isDigit } from '../values/strings/unicode.js';
import { isText, textOf } from '../values/types.js';

export type Getter = (item: Value) => Value;

/** A dotted path's parts; parts of digits are numbers. None is the empty path. */
function pathParts(attribute: Value): Value[] {
  if (attribute === null) return [];
  if (!isText(attribute)) return [attribute];
  return textOf(attribute)
    .split('.')
    .map((part) => (isNumber(part) ? parseInteger(part, 10) : part));
}

const isNumber = (part: string) => part !== '' && Array.from(part).every(isDigit);

/** Case folding for comparisons: text in lower case, everything else as it is. */
export function ignoreCase(value: Value): Value {
  if (typeof value === 'string') return lower(value);
  return value instanceof Markup ? new Markup(lower(value.text)) : value;
}

const identity: Getter = (item) => item;

export interface GetterOptions {
  /** Text comes in lower case. */
  readonly foldCase?: boolean;
  /** What stands in for an undefined part; None is none. */
  readonly fallback?: Value | undefined;
}

/** A function that follows the path from an item, by items first and attributes second. */
export function attributeGetter(attribute: Value, runtime: Runtime, options: GetterOptions = {}): Getter {
  const parts = pathParts(attribute);
  const { foldCase = false, fallback = null } = options;
  if (parts.length === 0) return foldCase ? ignoreCase : identity;
  return (item) => {
    let value = item;
    for (const part of parts) {
      value = runtime.getItem(value, part);
      if (fallback !== null && value instanceof Undefined) value = fallback;
    }
    return foldCase ? ignoreCase(value) : value;
  };
}

/** `sort`'s attribute may be several paths, parted by commas; one getter for each. */
export function attributeGetters(attribute: Value, runtime: Runtime, options: GetterOptions): Getter[] {
  const paths: Value[] = isText(attribute) ? textOf(attribute).split(',') : [attribute];
  return paths.map((path) => attributeGetter(path, runtime, options));
}
