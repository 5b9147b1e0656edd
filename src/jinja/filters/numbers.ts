/** Filters about numbers. */
import type { Runtime } from '../calls.js';
import { TemplateError, typeError } from '../errors.js';
import { contains } from '../values/compare.js';
import { hashKey } from '../values/hash.js';
import { Float, Tuple, type Value } from '../values/model.js';
import { divideHalfEven, fixedDigits, scaledDigits } from '../values/numbers/decimal.js';
import { floatToInt } from '../values/numbers/floats.js';
import { absInt, type Int, intToText, normalize, toIndex, toInt } from '../values/numbers/integers.js';
import { floatOf, intOf, parseInteger } from '../values/numbers/parse.js';
import { divide, multiply, power } from '../values/operators.js';
import type { Bound } from '../values/signatures.js';
import { truthy } from '../values/truth.js';
import { isIntLike, isNumeric, isText, textOf, typeName } from '../values/types.js';
import { filterArgumentError } from './errors.js';

/** The magnitude. */
export function abs(value: Value): Value {
  if (isIntLike(value)) return absInt(toInt(value));
  if (value instanceof Float) return new Float(Math.abs(value.value));
  throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
}

/** What `int` and `float` take for "not a number"; other errors, such as an infinity's, pass. */
function isConversionError(error: unknown): boolean {
  return (
    error instanceof TemplateError && (error.pythonName === 'TypeError' || error.pythonName === 'ValueError')
  );
}

function attempt<T>(convert: () => T, otherwise: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (!isConversionError(error)) throw error;
    return otherwise();
  }
}

/** An int, from text also by way of a float ("42.23"); the default where neither works. */
export function int(value: Value, [fallback, base]: Bound): Value {
  return attempt<Value>(
    () => (isText(value) ? parseInteger(textOf(value), baseOf(base as Value)) : intOf(value)),
    () =>
      attempt<Value>(
        () => floatToInt(floatOf(value)),
        () => fallback as Value,
      ),
  );
}

const baseOf = (base: Value) => Number(toIndex(base));

/** A float, or the default. */
export const float = (value: Value, [fallback]: Bound): Value =>
  attempt<Value>(
    () => new Float(floatOf(value)),
    () => fallback as Value,
  );

const methods = new Tuple(['common', 'ceil', 'floor']);

/** Rounds: halves to the even neighbour, or always up, or always down. */
export function round(value: Value, args: Bound, runtime: Runtime): Value {
  const [precision, method] = args as [Value, Value];
  hashKey(method);
  if (!contains(methods, method, runtime)) throw filterArgumentError('method must be common, ceil or floor');
  const name = isText(method) ? textOf(method) : '';
  if (name === 'common') return roundHalfEven(value, precision);
  const factor = power(10, precision, runtime);
  const whole = toWhole(multiply(value, factor, runtime), name === 'ceil' ? Math.ceil : Math.floor);
  return divide(whole, power(10, precision, runtime), runtime);
}

function toWhole(value: Value, round: (number: number) => number): Int {
  if (isIntLike(value)) return toInt(value);
  if (value instanceof Float)
    return floatToInt(Number.isFinite(value.value) ? round(value.value) : value.value);
  throw typeError(`must be real number, not ${typeName(value)}`);
}

/** `round(v, precision)`: an int stays an int; without a precision a float becomes one. */
function roundHalfEven(value: Value, precision: Value): Value {
  if (!isNumeric(value)) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  if (value instanceof Float) {
    if (precision === null) return roundToInt(value.value);
    return new Float(roundFloat(value.value, Number(toIndex(precision))));
  }
  if (precision === null) return toInt(value);
  return roundInt(toInt(value), Number(toIndex(precision)));
}

function roundToInt(value: number): Int {
  if (!Number.isFinite(value)) return floatToInt(value);
  const magnitude = normalize(scaledDigits(value, 0));
  return value < 0 ? normalize(-BigInt(magnitude)) : magnitude;
}

function roundFloat(value: number, places: number): number {
  // A double has no digits that far out, or nothing but zeros that far left.
  if (!Number.isFinite(value) || places > 323) return value;
  if (places < -308) return 0 * value;
  const magnitude =
    places >= 0 ? Number(fixedDigits(value, places)) : Number(`${scaledDigits(value, places)}e${-places}`);
  return value < 0 || Object.is(value, -0) ? -magnitude : magnitude;
}

function roundInt(value: Int, places: number): Int {
  if (places >= 0) return value;
  // All digits gone: rounding a number far smaller than the place gives zero.
  if (-places > intToText(absInt(value)).length) return 0;
  const unit = 10n ** BigInt(-places);
  const magnitude = divideHalfEven(BigInt(absInt(value)), unit) * unit;
  return normalize(value < 0 ? -magnitude : magnitude);
}

const decimalUnits = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const binaryUnits = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];

/** A size in bytes for people: "4.1 MB". */
export function filesizeformat(value: Value, [binary]: Bound): string {
  const bytes = floatOf(value);
  const [base, units] = truthy(binary as Value) ? [1024, binaryUnits] : [1000, decimalUnits];
  if (bytes === 1) return '1 Byte';
  if (bytes < base) return `${intToText(floatToInt(bytes))} Bytes`;
  const index = units.findIndex(
    (_, i) => BigInt(base) ** BigInt(i + 2) > (Number.isFinite(bytes) ? bytes : Number.MAX_VALUE),
  );
  const place = index < 0 ? units.length - 1 : index;
  const scaled = (base * bytes) / Number(BigInt(base) ** BigInt(place + 2));
  const digits = Number.isFinite(scaled) ? fixedDigits(scaled, 1) : Number.isNaN(scaled) ? 'nan' : 'inf';
  return `${digits} ${units[place]}`;
}
