/** The numeric conversions of printf-style formatting: d i u o x X e E f F g G. */
import { typeError, valueError } from '../../errors.js';
import { Bytes, Float, Undefined, type Value } from '../model.js';
import { floatToInt, numberOf } from '../numbers/floats.js';
import { type Int, intToText, toInt } from '../numbers/integers.js';
import { floatOf, intOf } from '../numbers/parse.js';
import { isIntLike, isNumeric, isText, typeName } from '../types.js';
import { undefinedError } from '../undefined.js';
import { formatMagnitude } from './float.js';

export interface Conversion {
  readonly type: string;
  readonly flags: ReadonlySet<string>;
  readonly width: number;
  /** -1 where there is none. */
  readonly precision: number;
  /** Where the type stands in the format, for messages. */
  readonly index: number;
}

/**
 * `wrapped` arguments are those of safe text: Markup hands them over in a wrapper that converts with `int()` and
 * `float()`, so it takes numbers spelled as text, and has no exact integer value for `%x`.
 */
export function formatConversion(value: Value, conversion: Conversion, wrapped: boolean): string {
  const { type } = conversion;
  if ('diu'.includes(type)) return formatInteger(decimal(value, type, wrapped), 'd', conversion);
  if ('oxX'.includes(type)) return formatInteger(exact(value, type, wrapped), type, conversion);
  if ('eEfFgG'.includes(type)) return formatReal(real(value, wrapped), conversion);
  const code = (type.codePointAt(0) as number).toString(16);
  const shown = type > ' ' && type < '\x7f' ? type : '?';
  throw valueError(`unsupported format character '${shown}' (0x${code}) at index ${conversion.index}`);
}

function decimal(value: Value, type: string, wrapped: boolean): Int {
  if (wrapped && (isNumeric(value) || isText(value) || value instanceof Bytes)) return intOf(value);
  if (isIntLike(value)) return toInt(value);
  if (value instanceof Float) return floatToInt(value.value);
  if (value instanceof Undefined) throw undefinedError(value);
  const name = wrapped ? '_MarkupEscapeHelper' : typeName(value);
  throw typeError(`%${type} format: a real number is required, not ${name}`);
}

function exact(value: Value, type: string, wrapped: boolean): Int {
  if (isIntLike(value) && !wrapped) return toInt(value);
  const name = wrapped ? '_MarkupEscapeHelper' : typeName(value);
  throw typeError(`%${type} format: an integer is required, not ${name}`);
}

function real(value: Value, wrapped: boolean): number {
  if (wrapped) return floatOf(value);
  if (isNumeric(value)) return numberOf(value);
  if (value instanceof Undefined) throw undefinedError(value);
  throw typeError(`must be real number, not ${typeName(value)}`);
}

const radixes: ReadonlyMap<string, number> = new Map([
  ['o', 8],
  ['x', 16],
  ['X', 16],
]);

function formatInteger(value: Int, type: string, conversion: Conversion): string {
  const radix = radixes.get(type);
  const magnitude = value < 0 ? -value : value;
  let digits = radix ? magnitude.toString(radix) : intToText(magnitude);
  if (type === 'X') digits = digits.toUpperCase();
  digits = digits.padStart(conversion.precision, '0');
  const prefix = radix && conversion.flags.has('#') ? `0${type}` : '';
  return place(value < 0, prefix, digits, conversion, true);
}

function formatReal(value: number, conversion: Conversion): string {
  const { type, precision, flags } = conversion;
  const digits = formatMagnitude(value, {
    kind: type.toLowerCase() as 'e' | 'f' | 'g',
    upper: type < 'a',
    precision: precision < 0 ? 6 : precision,
    alternate: flags.has('#'),
  });
  return place(value < 0 || Object.is(value, -0), '', digits, conversion, true);
}

function place(
  negative: boolean,
  prefix: string,
  digits: string,
  conversion: Conversion,
  zeros: boolean,
): string {
  const { flags, width } = conversion;
  const sign = negative ? '-' : flags.has('+') ? '+' : flags.has(' ') ? ' ' : '';
  const missing = Math.max(width - sign.length - prefix.length - digits.length, 0);
  if (flags.has('-')) return sign + prefix + digits + ' '.repeat(missing);
  if (zeros && flags.has('0')) return sign + prefix + '0'.repeat(missing) + digits;
  return ' '.repeat(missing) + sign + prefix + digits;
}
