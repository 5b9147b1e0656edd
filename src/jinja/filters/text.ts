/** Filters that make text of text. */
import type { Arguments, Runtime } from '../calls.js';
import { TemplateRuntimeError, typeError } from '../errors.js';
import { slice } from '../values/attributes.js';
import { compare } from '../values/compare.js';
import { formatPercent } from '../values/format/percent.js';
import { requireLength } from '../values/iteration.js';
import { findMethod } from '../values/methods/index.js';
import { Bytes, Dict, Markup, Tuple, Undefined, type Value } from '../values/model.js';
import { add, multiply, subtract, truthy } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { lower } from '../values/strings/case.js';
import { splitLines } from '../values/strings/split.js';
import { isAlphanumeric, SPACE, upperOf } from '../values/strings/unicode.js';
import { escapeValue, softText, toText } from '../values/text.js';
import { isSafe, isText, type Text, textOf, typeName } from '../values/types.js';
import { undefinedError } from '../values/undefined.js';
import { missingAttribute } from './errors.js';
import { wrapLine } from './wrap.js';

/** Calls a method of str or Markup. */
export function callText(text: Text, name: string, args: Bound, runtime: Runtime): Value {
  const method = findMethod(text, name);
  if (!method) throw missingAttribute(text, name);
  return method.run(text, args, runtime);
}

/** A filter that is a method of text, for any value. */
export const textMethod = (name: string) => (value: Value, args: Bound, runtime: Runtime) =>
  callText(softText(value, runtime), name, args, runtime);

const wordStart = new RegExp(`([-${SPACE}({\\[<]+)`);

/** A capital for each word; unlike `str.title`, an apostrophe does not begin one. */
export function title(value: Value, _args: Bound, runtime: Runtime): string {
  return toText(value, runtime)
    .split(wordStart)
    .map((part) => {
      const first = part === '' ? '' : String.fromCodePoint(part.codePointAt(0) as number);
      return upperOf(first) + lower(part.slice(first.length));
    })
    .join('');
}

/** Replaces text; with autoescape, what is not safe yet is escaped before it meets what is. */
export function replace(value: Value, [from, to, limit]: Bound, runtime: Runtime): Value {
  const [old, by, count] = [from as Value, to as Value, limit === null ? -1 : (limit as Value)];
  if (!runtime.autoescape) {
    const args = [toText(old, runtime), toText(by, runtime), count];
    return callText(toText(value, runtime), 'replace', args, runtime);
  }
  const text =
    isSafe(old) || (isSafe(by) && !isSafe(value)) ? escapeValue(value, runtime) : softText(value, runtime);
  return callText(text, 'replace', [softText(old, runtime), softText(by, runtime), count], runtime);
}

/** Indents all lines but, unless asked to, the first and the blank ones. */
export function indent(value: Value, [width, first, blank]: Bound, runtime: Runtime): Value {
  const indention = isText(width) ? textOf(width) : textOf(multiply(' ', width as Value, runtime) as Text);
  if (!isText(value)) throw notText(value);
  const safe = value instanceof Markup;
  const lines = splitLines(`${textOf(value)}\n`, false);
  runtime.budget.allocate(textOf(value).length + lines.length * (indention.length + 1));
  const indented = truthy(blank as Value)
    ? lines.join(`\n${indention}`)
    : lines.map((line, i) => (line !== '' && i > 0 ? indention + line : line)).join('\n');
  const text = truthy(first as Value) ? indention + indented : indented;
  return safe ? new Markup(text) : text;
}

function notText(value: Value): Error {
  if (value instanceof Undefined) return undefinedError(value);
  if (Array.isArray(value)) return missingAttribute(value, 'splitlines');
  if (value instanceof Tuple) return typeError('can only concatenate tuple (not "str") to tuple');
  if (value instanceof Bytes) return typeError("can't concat str to bytes");
  return typeError(`unsupported operand type(s) for +=: '${typeName(value)}' and 'str'`);
}

/** The bound on how far over the length text may go before it is cut. */
const DEFAULT_LEEWAY = 5;

/** Cuts text that is longer than `length`, at a word unless told otherwise. */
export function truncate(value: Value, args: Bound, runtime: Runtime): Value {
  const [length, killWords, end] = args as [Value, Value, Value];
  const leeway = args[3] === null ? DEFAULT_LEEWAY : (args[3] as Value);
  const endLength = requireLength(end, runtime);
  assert(
    compare('>=', length, endLength, runtime),
    `expected length >= ${endLength}, got ${toText(length, runtime)}`,
  );
  assert(compare('>=', leeway, 0, runtime), `expected leeway >= 0, got ${toText(leeway, runtime)}`);
  const size = requireLength(value, runtime);
  if (compare('<=', size, add(length, leeway, runtime), runtime)) return value;
  const head = slice(value, null, subtract(length, endLength, runtime), null, runtime);
  if (truthy(killWords)) return add(head, end, runtime);
  if (!isText(head)) throw missingAttribute(head, 'rsplit');
  const words = callText(head, 'rsplit', [' ', 1], runtime) as Value[];
  return add(words[0] as Value, end, runtime);
}

function assert(condition: boolean, message: string): void {
  if (!condition) throw new TemplateRuntimeError(message, 'AssertionError');
}

/** Wraps each line of the text at `width`. */
export function wordwrap(value: Value, args: Bound, runtime: Runtime): Value {
  const [width, breakLong, wrapString, breakHyphens] = args as [Value, Value, Value, Value];
  const separator = wrapString === null ? '\n' : wrapString;
  if (!isText(separator)) throw missingAttribute(separator, 'join');
  if (value instanceof Bytes) throw typeError('cannot use a string pattern on a bytes-like object');
  if (!isText(value)) throw missingAttribute(value, 'splitlines');
  const options = {
    breakLongWords: truthy(breakLong),
    breakOnHyphens: truthy(breakHyphens),
    splitOnHyphens: breakHyphens === true,
  };
  const lines = splitLines(textOf(value), false).map((line) =>
    callText(separator, 'join', [wrapLine(line, width, options, runtime)], runtime),
  );
  return callText(separator, 'join', [lines], runtime);
}

/** How many runs of word characters there are. */
export function wordcount(value: Value, _args: Bound, runtime: Runtime): number {
  let words = 0;
  let inWord = false;
  const text = toText(value, runtime);
  runtime.budget.step(text.length >> 4);
  for (const char of text) {
    const word = char === '_' || isAlphanumeric(char);
    if (word && !inWord) words += 1;
    inWord = word;
  }
  return words;
}

/** printf-style formatting with the filter's arguments. */
export function format(value: Value, args: Arguments, runtime: Runtime): Value {
  const named = args.keyword !== null && args.keyword.size > 0;
  if (named && args.positional.length > 0) {
    throw new TemplateRuntimeError(
      "can't handle positional and keyword arguments at the same time",
      'FilterArgumentError',
    );
  }
  const values = named ? Dict.of(args.keyword ?? []) : new Tuple(args.positional);
  return formatPercent(softText(value, runtime), values, runtime);
}
