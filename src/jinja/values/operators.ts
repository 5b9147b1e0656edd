/** The operators of templates: `+ - * / // % **`, unary `-` and `+`, `~`, and truth. */
import type { Runtime } from '../calls.js';
import { TemplateRuntimeError, typeError } from '../errors.js';
import { complexPower } from './complex.js';
import { formatPercent } from './format/percent.js';
import { hashKey } from './hash.js';
import { iterate } from './iteration.js';
import { Bytes, Dict, Float, Markup, PyObject, PySet, Tuple, Undefined, type Value } from './model.js';
import { type ArithmeticOperator, calculate, negateNumber } from './numbers/arithmetic.js';
import { toInt, toSize } from './numbers/integers.js';
import { escapeValue, toText } from './text.js';
import { type IntLike, isIntLike, isNumeric, isText, type Numeric, textOf, typeName } from './types.js';
import { undefinedError } from './undefined.js';
import { DictView } from './views.js';

/** The failure of an operator that neither side knows. */
function unsupported(op: string, a: Value, b: Value): TemplateRuntimeError {
  if (a instanceof Undefined) return undefinedError(a) as TemplateRuntimeError;
  if (b instanceof Undefined) return undefinedError(b) as TemplateRuntimeError;
  return typeError(`unsupported operand type(s) for ${op}: '${typeName(a)}' and '${typeName(b)}'`);
}

function arithmetic(op: ArithmeticOperator, a: Value, b: Value, runtime: Runtime): Value {
  if (isNumeric(a) && isNumeric(b)) return calculate(op, a, b, runtime);
  const own = byObject(op, a, b, runtime);
  if (own !== undefined) return own;
  throw unsupported(op, a, b);
}

/** What an object of the host makes of an operator: the left side is asked first. */
function byObject(op: string, a: Value, b: Value, runtime: Runtime): Value | undefined {
  const own = a instanceof PyObject ? a.operate?.(op, b, false, runtime) : undefined;
  if (own !== undefined) return own;
  return b instanceof PyObject ? b.operate?.(op, a, true, runtime) : undefined;
}

/** `a + b`: numbers, and concatenation of text, lists, tuples and bytes. */
export function add(a: Value, b: Value, runtime: Runtime): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  if (isNumeric(a) && isNumeric(b)) return calculate('+', a, b, runtime);
  if (isText(a) && isText(b)) return addText(a, b, runtime);
  if (Array.isArray(a) && Array.isArray(b)) {
    runtime.budget.allocate(a.length + b.length);
    return a.concat(b);
  }
  if (a instanceof Tuple && b instanceof Tuple) {
    runtime.budget.allocate(a.items.length + b.items.length);
    return new Tuple(a.items.concat(b.items));
  }
  if (a instanceof Bytes && b instanceof Bytes) {
    runtime.budget.allocate(a.data.length + b.data.length);
    return new Bytes(Buffer.concat([a.data, b.data]));
  }
  const own = byObject('+', a, b, runtime);
  if (own !== undefined) return own;
  throw addFailure(a, b);
}

function addText(a: string | Markup, b: string | Markup, runtime: Runtime): string | Markup {
  if (typeof a === 'string' && typeof b === 'string') {
    runtime.budget.allocate(a.length + b.length);
    return a + b;
  }
  const text = escapeValue(a, runtime).text + escapeValue(b, runtime).text;
  runtime.budget.allocate(text.length);
  return new Markup(text);
}

/** Sequences complain about the other side in their own words, numbers in the operator's. */
function addFailure(a: Value, b: Value): TemplateRuntimeError {
  if (a instanceof Undefined || b instanceof Undefined || a instanceof Markup) return unsupported('+', a, b);
  if (typeof a === 'string') return typeError(`can only concatenate str (not "${typeName(b)}") to str`);
  if (Array.isArray(a)) return typeError(`can only concatenate list (not "${typeName(b)}") to list`);
  if (a instanceof Tuple) return typeError(`can only concatenate tuple (not "${typeName(b)}") to tuple`);
  if (a instanceof Bytes) return typeError(`can't concat ${typeName(b)} to bytes`);
  return unsupported('+', a, b);
}

/** `a - b`: numbers, and the difference of sets. */
export function subtract(a: Value, b: Value, runtime: Runtime): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  if (a instanceof PySet && (b instanceof PySet || isKeyView(b))) return difference(a, b, runtime);
  // A view takes any iterable on the other side, whichever side it is.
  if (isKeyView(a) || isKeyView(b)) return difference(a, b, runtime);
  return arithmetic('-', a, b, runtime);
}

const isKeyView = (value: Value): value is DictView => value instanceof DictView && value.kind !== 'values';

function difference(a: Value, b: Value, runtime: Runtime): PySet {
  const removed = new Set(Array.from(iterate(b, runtime), hashKey));
  const result = new PySet();
  for (const item of iterate(a, runtime)) {
    runtime.budget.step();
    const key = hashKey(item);
    if (!removed.has(key)) result.entries.set(key, item);
  }
  return result;
}

/** `a * b`: numbers, and repetition of sequences by an int on either side. */
export function multiply(a: Value, b: Value, runtime: Runtime): Value {
  if (isNumeric(a) && isNumeric(b)) return calculate('*', a, b, runtime);
  if ((a instanceof Markup && !isIntLike(b)) || (b instanceof Markup && !isIntLike(a)))
    throw markupTimes(a, b);
  if (isSequence(a)) return repeatBy(a, b, runtime);
  if (isSequence(b)) return repeatBy(b, a, runtime);
  throw unsupported('*', a, b);
}

/** Markup repeats by ints alone and declines anything else; another sequence beside it then fails in its own words. */
function markupTimes(a: Value, b: Value): TemplateRuntimeError {
  const other = a instanceof Markup ? b : a;
  if (other instanceof Markup || !isSequence(other)) return unsupported('*', a, b);
  return typeError("can't multiply sequence by non-int of type 'Markup'");
}

type Sequence = string | Markup | Bytes | Tuple | Value[];
const isSequence = (value: Value): value is Sequence =>
  isText(value) || Array.isArray(value) || value instanceof Tuple || value instanceof Bytes;

function repeatBy(sequence: Sequence, times: Value, runtime: Runtime): Value {
  if (times instanceof Undefined) throw undefinedError(times);
  if (!isIntLike(times)) {
    throw typeError(`can't multiply sequence by non-int of type '${typeName(times)}'`);
  }
  return repeat(sequence, times, runtime);
}

function repeat(sequence: Sequence, times: IntLike, runtime: Runtime): Value {
  const count = Math.max(0, indexSized(times));
  if (isText(sequence)) {
    const text = repeatText(textOf(sequence), count, runtime);
    return typeof sequence === 'string' ? text : new Markup(text);
  }
  if (sequence instanceof Bytes) {
    runtime.budget.allocate(sequence.data.length * count);
    return new Bytes(Buffer.concat(new Array<Uint8Array>(count).fill(sequence.data)));
  }
  const items = sequence instanceof Tuple ? sequence.items : sequence;
  runtime.budget.allocate(items.length * count);
  const repeated: Value[] = [];
  if (items.length > 0) for (let i = 0; i < count; i += 1) repeated.push(...items);
  return sequence instanceof Tuple ? new Tuple(repeated) : repeated;
}

function indexSized(times: IntLike): number {
  try {
    return toSize(times);
  } catch {
    throw new TemplateRuntimeError("cannot fit 'int' into an index-sized integer", 'OverflowError');
  }
}

/** Text `count` times over, within the budget. */
export function repeatText(text: string, count: number, runtime: Runtime): string {
  if (count <= 0 || text === '') return '';
  runtime.budget.allocate(text.length * count);
  return text.repeat(count);
}

/** `a / b`: always a float. */
export const divide = (a: Value, b: Value, runtime: Runtime): Value => arithmetic('/', a, b, runtime);

/** `a // b`: rounds down. */
export const floorDivide = (a: Value, b: Value, runtime: Runtime): Value => arithmetic('//', a, b, runtime);

/** `a % b`: the remainder with the divisor's sign, or printf-style formatting of text. */
export function modulo(a: Value, b: Value, runtime: Runtime): Value {
  // A str's own operator comes first and takes an undefined value as an argument like any other.
  if (isText(a)) return formatPercent(a, b, runtime);
  if (a instanceof Bytes && !a.data.includes(0x25) && !(b instanceof Dict || b instanceof Tuple)) {
    throw typeError('not all arguments converted during bytes formatting');
  }
  return arithmetic('%', a, b, runtime);
}

/** `a ** b`. */
export function power(a: Value, b: Value, runtime: Runtime): Value {
  if (isNumeric(a) && isNumeric(b)) {
    const [base, exponent] = [numericValue(a), numericValue(b)];
    const fractional = Number.isFinite(exponent) && !Number.isInteger(exponent);
    if (base < 0 && Number.isFinite(base) && fractional) return complexPower(base, exponent);
  }
  return arithmetic('** or pow()', a, b, runtime);
}

const numericValue = (value: Numeric): number => (value instanceof Float ? value.value : Number(value));

/** `-v`. */
export function negate(value: Value, _runtime: Runtime): Value {
  if (isNumeric(value)) return negateNumber(value);
  throw unaryFailure('-', value);
}

/** `+v`. */
export function positive(value: Value, _runtime: Runtime): Value {
  if (isIntLike(value)) return toInt(value);
  if (value instanceof Float) return value;
  throw unaryFailure('+', value);
}

function unaryFailure(op: string, value: Value): Error {
  if (value instanceof Undefined) return undefinedError(value);
  return typeError(`bad operand type for unary ${op}: '${typeName(value)}'`);
}

/** `a ~ b ~ c`: the texts one after another; with autoescape, one safe part makes the others escaped. */
export function concat(values: readonly Value[], runtime: Runtime): Value {
  if (runtime.autoescape && values.some((value) => value instanceof Markup)) {
    return new Markup(joinTexts(values, (value) => escapeValue(value, runtime).text, runtime));
  }
  return joinTexts(values, (value) => toText(value, runtime), runtime);
}

function joinTexts(values: readonly Value[], text: (value: Value) => string, runtime: Runtime): string {
  let out = '';
  for (const value of values) {
    out += text(value);
    runtime.budget.allocate(out.length);
  }
  return out;
}

export { truthy } from './truth.js';
