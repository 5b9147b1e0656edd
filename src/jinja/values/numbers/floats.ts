/** Python's float: its text, its conversions from int, its power. */
import { TemplateRuntimeError } from '../../errors.js';
import { Float } from '../model.js';
import type { Numeric } from '../types.js';
import { ratioToNumber } from './decimal.js';
import type { Int } from './integers.js';

const overflow = (message: string) => new TemplateRuntimeError(message, 'OverflowError');

/** `repr(float)`: the shortest digits that read back the same, `1e+20` from 16 digits on, `1e-05` below 0.0001. */
export function floatToText(value: number): string {
  const magnitude = Math.abs(value);
  if ((magnitude >= 1e-4 && magnitude < 1e16) || magnitude === 0) {
    const text = String(value);
    if (Number.isInteger(value)) return Object.is(value, -0) ? '-0.0' : `${text}.0`;
    return text;
  }
  if (magnitude === Number.POSITIVE_INFINITY) return value > 0 ? 'inf' : '-inf';
  if (Number.isNaN(value)) return 'nan';
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

/** `float(int)`; OverflowError beyond the largest double. */
export function intToFloat(value: Int): number {
  const result = Number(value);
  if (!Number.isFinite(result)) throw overflow('int too large to convert to float');
  return result;
}

export const numberOf = (value: Numeric): number => {
  if (value instanceof Float) return value.value;
  return typeof value === 'boolean' ? Number(value) : intToFloat(value);
};

/** `int(float)`: truncates; errors for infinities and NaN. */
export function floatToInt(value: number): Int {
  if (Number.isNaN(value))
    throw new TemplateRuntimeError('cannot convert float NaN to integer', 'ValueError');
  if (!Number.isFinite(value)) throw overflow('cannot convert float infinity to integer');
  const whole = Math.trunc(value) + 0;
  return Number.isSafeInteger(whole) ? whole : BigInt(whole);
}

/** `a / b` of two ints: the nearest double of the exact quotient. */
export function divideInts(a: Int, b: Int): number {
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = ratioToNumber(x < 0n ? -x : x, y < 0n ? -y : y);
  if (!Number.isFinite(quotient)) throw overflow('integer division result too large for a float');
  return x < 0n !== y < 0n ? -quotient : quotient;
}

/** `a % b` of two floats: takes the sign of the divisor, a zero result too. */
export function moduloFloats(a: number, b: number): number {
  const remainder = a % b;
  if (remainder === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}

/** `a // b` of two floats, as CPython derives it from the remainder. */
export function floorDivideFloats(a: number, b: number): number {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && remainder < 0 !== b < 0) {
    remainder += b;
    quotient -= 1;
  }
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floored = Math.floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}
