/** Python's int: exact at any size, a `number` while it is a safe integer and a `bigint` beyond. */
import type { Budget } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import type { Value } from '../model.js';
import { type IntLike, isIntLike, typeName } from '../types.js';

export type Int = number | bigint;

/** What a bit of a big integer counts as against the budget: its arithmetic costs far more than its memory. */
const UNITS_PER_BIT = 4;

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** CPython refuses to print or parse longer integers (`sys.set_int_max_str_digits`). */
export const MAX_INT_DIGITS = 4300;
const TOO_LONG = 10n ** BigInt(MAX_INT_DIGITS);

export const toInt = (value: IntLike): Int => (typeof value === 'boolean' ? (value ? 1 : 0) : value);

/** The one form an integer has inside the engine. */
export function normalize(value: bigint): Int {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value;
}

export function addInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalize(BigInt(a) + BigInt(b));
}

export function subtractInts(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return normalize(BigInt(a) - BigInt(b));
}

export function multiplyInts(a: Int, b: Int, budget: Budget): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // `+ 0` turns -0 (0 * -1) into the integer 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  budget.allocate((bitLength(x) + bitLength(y)) * UNITS_PER_BIT);
  return normalize(x * y);
}

const divisionByZero = (operation: string) => new TemplateRuntimeError(operation, 'ZeroDivisionError');

/** `a // b`: rounds towards minus infinity. */
export function floorDivideInts(a: Int, b: Int): Int {
  if (b === 0) throw divisionByZero('integer division or modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    const quotient = (a - remainder) / b;
    return (remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = x / y;
  const remainder = x % y;
  return normalize(remainder !== 0n && remainder < 0n !== y < 0n ? quotient - 1n : quotient);
}

/** `a % b`: takes the sign of the divisor. */
export function moduloInts(a: Int, b: Int): Int {
  if (b === 0) throw divisionByZero('integer modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    return (remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const remainder = x % y;
  return normalize(remainder !== 0n && remainder < 0n !== y < 0n ? remainder + y : remainder);
}

/** `base ** exponent` for an exponent that is not negative; a result that would be huge asks the budget first. */
export function powerInts(base: Int, exponent: Int, budget: Budget): Int {
  if (exponent === 0) return 1;
  if (base === 0 || base === 1) return base;
  if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1;
  if (typeof base === 'number' && typeof exponent === 'number') {
    const quick = base ** exponent;
    if (Number.isSafeInteger(quick)) return quick;
  }
  const bits = bitLength(BigInt(base)) * Number(exponent);
  budget.allocate(bits * UNITS_PER_BIT);
  return normalize(BigInt(base) ** BigInt(exponent));
}

export const negateInt = (value: Int): Int => (typeof value === 'number' ? 0 - value : normalize(-value));
export const absInt = (value: Int): Int => (value < 0 ? negateInt(value) : value);

/** How many bits the magnitude takes: `int.bit_length()`. */
export function bitLength(value: bigint): number {
  const digits = (value < 0n ? -value : value).toString(16);
  if (digits === '0') return 0;
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits[0] as string, 16)));
}

/** Decimal text; ValueError past CPython's bound on digits. */
export function intToText(value: Int): string {
  if (typeof value === 'number') return String(value);
  // Compared first, because turning a huge number into text takes time that grows with its square.
  if (value >= TOO_LONG || value <= -TOO_LONG) {
    throw valueError(
      `Exceeds the limit (${MAX_INT_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return value.toString();
}

/** `operator.index(v)`: an int (or bool), or TypeError. */
export function toIndex(value: Value): Int {
  if (isIntLike(value)) return toInt(value);
  throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** An index that C code holds in a `Py_ssize_t`; OverflowError where it does not fit. */
export function toSize(value: Value): number {
  const index = toIndex(value);
  if (typeof index === 'bigint' && (index >= 1n << 63n || index < -(1n << 63n))) {
    throw new TemplateRuntimeError('Python int too large to convert to C ssize_t', 'OverflowError');
  }
  return Number(index);
}
