/** Filters between values and JSON or Base64. `from_json`, `json_encode` and the Base64 pair are the platform's. */
import type { Runtime } from '../calls.js';
import { typeError, valueError } from '../errors.js';
import { dumpJson, parseJson } from '../values/json.js';
import { Bytes, Markup, type Value } from '../values/model.js';
import { multiply } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { decodeBytes, detectJsonCodec, encodeText } from '../values/strings/codec.js';
import { isText, textOf, typeName } from '../values/types.js';
import { rejectUndefined } from '../values/undefined.js';

const htmlUnsafe: ReadonlyMap<string, string> = new Map([
  ['<', '\\u003c'],
  ['>', '\\u003e'],
  ['&', '\\u0026'],
  ["'", '\\u0027'],
]);

/** JSON with sorted keys, safe to stand in HTML: `<>&'` as `\u003c` and so on. */
export function tojson(value: Value, args: Bound, runtime: Runtime): Value {
  const indent = args[0] as Value;
  // Python does not look at the indentation where there is nothing to indent.
  const indentation = isText(value) ? null : indentOf(indent, runtime);
  const text = dumpJson(value, { sortKeys: true, indent: indentation }, runtime);
  return new Markup(text.replace(/[<>&']/g, (char) => htmlUnsafe.get(char) as string));
}

/** Text stands for itself, anything else for so many spaces. */
function indentOf(indent: Value, runtime: Runtime): string | null {
  if (indent === null) return null;
  return textOf(isText(indent) ? indent : (multiply(' ', indent, runtime) as string));
}

/** `json.dumps` in the order of the keys; what it makes is not HTML-escaped further (platform.md section 4). */
export const jsonEncode = (value: Value, _args: Bound, runtime: Runtime): Value =>
  new Markup(dumpJson(value, {}, runtime));

/** `json.loads` (platform.md section 4): bad JSON and None are errors. */
export function fromJson(value: Value, _args: Bound, runtime: Runtime): Value {
  const text = jsonText(value);
  runtime.budget.step(Math.ceil(text.length / 64));
  return parseJson(text);
}

function jsonText(value: Value): string {
  if (isText(value)) return textOf(value);
  if (value instanceof Bytes) {
    const { codec, skip } = detectJsonCodec(value.data);
    return decodeBytes(value.data.subarray(skip), codec, 'surrogatepass');
  }
  throw typeError(`the JSON object must be str, bytes or bytearray, not ${typeName(value)}`);
}

/** Text as the Base64 of its UTF-8. */
export function base64Encode(value: Value): Value {
  const data = value instanceof Bytes ? value.data : encodeText(requireText(value), 'utf-8', 'strict');
  return Buffer.from(data).toString('base64');
}

/** The text whose UTF-8 the Base64 is. Characters that are not of its alphabet are skipped, as Python skips them. */
export function base64Decode(value: Value): Value {
  const text = value instanceof Bytes ? Buffer.from(value.data).toString('latin1') : requireText(value);
  if (/[^\0-\x7f]/.test(text)) throw valueError('string argument should contain only ASCII characters');
  return decodeBytes(decodeBase64(text), 'utf-8', 'strict');
}

function requireText(value: Value): string {
  rejectUndefined(value);
  if (isText(value)) return textOf(value);
  throw typeError(`expected str, got ${typeName(value)}`);
}

/** Python's rules: padding ends the data, and must be there. */
function decodeBase64(text: string): Uint8Array {
  let digits = '';
  let padding = 0;
  for (const char of text) {
    if (char === '=') {
      if (digits.length % 4 >= 2) padding += 1;
      if (digits.length % 4 >= 2 && (digits.length % 4) + padding >= 4) break;
    } else if (/[A-Za-z0-9+/]/.test(char)) {
      digits += char;
      padding = 0;
    }
  }
  const odd = digits.length % 4;
  if (odd === 1) {
    throw valueError(
      `Invalid base64-encoded string: number of data characters (${digits.length}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (odd > 0 && odd + padding < 4) throw valueError('Incorrect padding');
  return Buffer.from(digits, 'base64');
}
