/** `int(v)` and `float(v)`: what Python accepts as a number. */
import { typeError, valueError } from '../../errors.js';
import { Bytes, Float, Undefined, type Value } from '../model.js';
import { reprValue } from '../repr.js';
import { reprBytes, reprText } from '../strings/repr.js';
import { isAscii, isDecimal, SPACE } from '../strings/unicode.js';
import { isIntLike, isText, textOf, typeName } from '../types.js';
import { undefinedError } from '../undefined.js';
import { floatToInt, intToFloat } from './floats.js';
import { type Int, MAX_INT_DIGITS, normalize, toInt } from './integers.js';

const asciiSpace = /^[\t-\r ]+|[\t-\r ]+$/g;
const anySpace = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'g');

/** Trims white space and writes every decimal digit of any script as ASCII. */
function asciiDigits(text: string): string {
  // CPython knows only ASCII's white space where the text is ASCII, and all of it elsewhere.
  if (isAscii(text)) return text.replace(asciiSpace, '');
  return text
    .replace(anySpace, '')
    .replace(/\p{Nd}/gu, (char) => (isDecimal(char) ? String(digitValue(char)) : char));
}

/** Decimal digits stand in runs of ten, some runs next to each other. */
function digitValue(char: string): number {
  const code = char.codePointAt(0) as number;
  let start = code;
  while (isDecimal(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}

const prefixes = new Map([
  ['b', 2],
  ['o', 8],
  ['x', 16],
]);

/** `int(text, base)`; ValueError "invalid literal for int() with base 10: 'x'". */
export function parseInteger(text: string, base: number, shown: string = reprText(text)): Int {
  const fail = () => valueError(`invalid literal for int() with base ${base}: ${shown}`);
  if (base !== 0 && (base < 2 || base > 36)) throw valueError('int() base must be >= 2 and <= 36, or 0');
  const [, sign, rest] = /^([+-]?)(.*)$/s.exec(asciiDigits(text)) as unknown as [string, string, string];
  let radix = base;
  let digits = rest.toLowerCase();
  const prefixed = digits[0] === '0' ? prefixes.get(digits[1] ?? '') : undefined;
  if (prefixed !== undefined && (base === 0 || base === prefixed)) {
    radix = prefixed;
    digits = digits.slice(2).replace(/^_(?=.)/, '');
  } else if (base === 0) {
    radix = 10;
    if (/^0[0_]*[1-9]/.test(digits)) throw fail();
  }
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/.test(digits)) throw fail();
  const plain = digits.replaceAll('_', '');
  if (!hasOnlyDigits(plain, radix)) throw fail();
  const value = digitsToInt(plain, radix);
  return sign === '-' ? (typeof value === 'number' ? 0 - value : normalize(-value)) : value;
}

function hasOnlyDigits(text: string, radix: number): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if ((code < 58 ? code - 48 : code - 87) >= radix) return false;
  }
  return true;
}

function digitsToInt(digits: string, radix: number): Int {
  const quick = Number.parseInt(digits, radix);
  if (Number.isSafeInteger(quick)) return quick;
  if (radix === 10) {
    checkDigitLimit(digits);
    return normalize(BigInt(digits));
  }
  // Powers of two have no bound in Python either, but the work below is quadratic.
  if (digits.length > MAX_INT_DIGITS && (radix & (radix - 1)) !== 0) checkDigitLimit(digits);
  if (radix === 16) return normalize(BigInt(`0x${digits}`));
  if (radix === 8) return normalize(BigInt(`0o${digits}`));
  if (radix === 2) return normalize(BigInt(`0b${digits}`));
  checkDigitLimit(digits);
  let value = 0n;
  for (const digit of digits) value = value * BigInt(radix) + BigInt(Number.parseInt(digit, radix));
  return normalize(value);
}

/** ValueError for a decimal integer longer than CPython converts. */
export function checkDigitLimit(digits: string): void {
  if (digits.length <= MAX_INT_DIGITS) return;
  throw valueError(
    `Exceeds the limit (${MAX_INT_DIGITS} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** `float(text)`; ValueError "could not convert string to float: 'x'". */
export function parseFloatText(text: string, shown: string = reprText(text)): number {
  const body = asciiDigits(text);
  const special = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i.exec(body);
  if (special) {
    if (special[2] === undefined) return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const digits = '\\d(?:_?\\d)*';
  const grammar = new RegExp(
    `^[+-]?(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})(?:e[+-]?${digits})?$`,
    'i',
  );
  if (!grammar.test(body)) throw valueError(`could not convert string to float: ${shown}`);
  return Number(body.replaceAll('_', ''));
}

/** `int(v)`. */
export function intOf(value: Value): Int {
  if (isIntLike(value)) return toInt(value);
  if (value instanceof Float) return floatToInt(value.value);
  if (isText(value)) return parseInteger(textOf(value), 10, reprValue(value, null));
  if (value instanceof Bytes) return parseInteger(latin1(value), 10, reprBytes(value.data));
  if (value instanceof Undefined) throw undefinedError(value);
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

/** `float(v)`. */
export function floatOf(value: Value): number {
  if (value instanceof Float) return value.value;
  if (isIntLike(value)) return intToFloat(toInt(value));
  if (isText(value)) return parseFloatText(textOf(value), reprValue(value, null));
  if (value instanceof Bytes) return parseFloatText(latin1(value), reprBytes(value.data));
  if (value instanceof Undefined) throw undefinedError(value);
  throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}

const latin1 = (bytes: Bytes) => Buffer.from(bytes.data).toString('latin1');
