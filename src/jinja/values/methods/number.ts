/** The methods and attributes of int (and bool) and float. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { toList, tryIterate } from '../iteration.js';
import { Bytes, Float, Tuple, type Value } from '../model.js';
import { decompose, scaleByPowerOfTwo } from '../numbers/decimal.js';
import {
  absInt,
  bitLength,
  type Int,
  negateInt,
  normalize,
  toIndex,
  toInt,
  toSize,
} from '../numbers/integers.js';
import { type Bound, takesKeywords, takesNothing, takesOne } from '../signatures.js';
import { truthy } from '../truth.js';
import { type IntLike, isText, textOf, typeName } from '../types.js';
import type { Method, MethodTable, PropertyTable } from './method.js';
import { textArgument } from './method.js';

type IntMethod = Method<IntLike>;
type FloatMethod = Method<Float>;

const overflow = (message: string) => new TemplateRuntimeError(message, 'OverflowError');

type Named = (owner: string) => [string, IntMethod];

const intMethod =
  (name: string, run: (value: Int) => Value): Named =>
  (owner) => [name, { bind: takesNothing(`${owner}.${name}`), run: (self) => run(toInt(self)) }];

function bitCount(value: Int): number {
  return BigInt(absInt(value)).toString(2).replaceAll('0', '').length;
}

function byteOrder(value: Value | undefined, name: string): 'big' | 'little' {
  const order = value === undefined ? 'big' : textArgument(value, `${name}() argument 'byteorder'`);
  if (order === 'big' || order === 'little') return order;
  throw valueError("byteorder must be either 'little' or 'big'");
}

function toBytes(self: IntLike, [size, order, signed]: Bound, runtime: Runtime): Bytes {
  const length = size === undefined ? 1 : toSize(size);
  if (length < 0) throw valueError('length argument must be non-negative');
  runtime.budget.allocate(length);
  const big = byteOrder(order, 'to_bytes') === 'big';
  const isSigned = signed !== undefined && truthy(signed);
  let value = BigInt(toInt(self));
  if (value < 0n && !isSigned) throw overflow("can't convert negative int to unsigned");
  const bits = BigInt(length * 8);
  const range = isSigned ? 1n << (bits > 0n ? bits - 1n : 0n) : 1n << bits;
  if (value >= range || value < -range) throw overflow('int too big to convert');
  if (value < 0n) value += 1n << bits;
  const digits = length === 0 ? '' : value.toString(16).padStart(length * 2, '0');
  const data = Uint8Array.from(Buffer.from(digits, 'hex'));
  return new Bytes(big ? data : data.reverse());
}

function fromBytes([source, order, signed]: Bound, runtime: Runtime): Int {
  const big = byteOrder(order, 'from_bytes') === 'big';
  const data = bytesOf(source as Value, runtime);
  const hex = Buffer.from(big ? data : data.toReversed()).toString('hex');
  let value = hex === '' ? 0n : BigInt(`0x${hex}`);
  const bits = BigInt(data.length * 8);
  if (signed !== undefined && truthy(signed) && bits > 0n && value >> (bits - 1n) === 1n) value -= 1n << bits;
  return normalize(value);
}

function bytesOf(value: Value, runtime: Runtime): number[] {
  if (value instanceof Bytes) return Array.from(value.data);
  if (isText(value)) throw typeError(`cannot convert '${typeName(value)}' object to bytes`);
  if (tryIterate(value, runtime) === null)
    throw typeError(`cannot convert '${typeName(value)}' object to bytes`);
  return toList(value, runtime).map((item) => {
    const byte = toIndex(item);
    if (byte < 0 || byte > 255) throw valueError('bytes must be in range(0, 256)');
    return Number(byte);
  });
}

const allOfInt: readonly Named[] = [
  intMethod('bit_length', (value) => bitLength(BigInt(value))),
  intMethod('bit_count', bitCount),
  intMethod('conjugate', (value) => value),
  intMethod('as_integer_ratio', (value) => new Tuple([value, 1])),
  () => [
    'to_bytes',
    { bind: takesKeywords('to_bytes', ['length', 'byteorder', 'signed'], 0, 2), run: toBytes },
  ],
  () => [
    'from_bytes',
    {
      bind: takesKeywords('from_bytes', ['bytes', 'byteorder', 'signed'], 1, 2),
      run: (_, args, runtime) => fromBytes(args, runtime),
    },
  ],
];

export const intMethods: MethodTable<IntLike> = new Map(allOfInt.map((method) => method('int')));
export const boolMethods: MethodTable<IntLike> = new Map(allOfInt.map((method) => method('bool')));

export const intProperties: PropertyTable<IntLike> = new Map<string, (self: IntLike) => Value>([
  ['real', toInt],
  ['imag', (): Value => 0],
  ['numerator', toInt],
  ['denominator', (): Value => 1],
]);

/** `float.hex()`: "0x1.8000000000000p+0". */
function toHex(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(value);
  const normal = mantissa >> 52n === 1n;
  const fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
  const power = normal ? exponent + 52 : -1022;
  return `${sign}0x${normal ? 1 : 0}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

const hexFloat = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

function fromHex(value: Value): Float {
  if (!isText(value)) throw typeError('bad argument type for built-in operation');
  const text = textOf(value).trim();
  const special = /^([+-]?)(inf(?:inity)?|nan)$/i.exec(text);
  if (special) {
    if (/nan/i.test(text)) return new Float(Number.NaN);
    return new Float(special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  }
  const parts = hexFloat.exec(text);
  const [, sign, whole = '', fraction = '', power = '0'] = parts ?? [];
  if (!parts || whole + fraction === '') throw valueError('invalid hexadecimal floating-point string');
  const digits = BigInt(`0x${whole}${fraction}`);
  const exponent = Math.max(Math.min(Number(power), 10000), -10000) - fraction.length * 4;
  const magnitude = digits === 0n ? 0 : scaleByPowerOfTwo(digits, exponent);
  if (!Number.isFinite(magnitude)) throw overflow('hexadecimal value too large to represent as a float');
  return new Float(sign === '-' ? -magnitude : magnitude);
}

function ratio(value: number): Tuple {
  if (Number.isNaN(value)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw overflow('cannot convert Infinity to integer ratio');
  if (value === 0) return new Tuple([0, 1]);
  let { mantissa, exponent } = decompose(value);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent += 1;
  }
  const numerator = normalize(exponent > 0 ? mantissa << BigInt(exponent) : mantissa);
  const denominator = normalize(exponent < 0 ? 1n << BigInt(-exponent) : 1n);
  return new Tuple([value < 0 ? negateInt(numerator) : numerator, denominator]);
}

const floatMethod = (name: string, run: (value: Float) => Value): [string, FloatMethod] => [
  name,
  { bind: takesNothing(`float.${name}`), run },
];

export const floatMethods: MethodTable<Float> = new Map<string, FloatMethod>([
  floatMethod('is_integer', ({ value }) => Number.isInteger(value)),
  floatMethod('hex', ({ value }) => toHex(value)),
  floatMethod('as_integer_ratio', ({ value }) => ratio(value)),
  floatMethod('conjugate', (value) => value),
  ['fromhex', { bind: takesOne('float.fromhex'), run: (_, [text]) => fromHex(text as Value) }],
]);

export const floatProperties: PropertyTable<Float> = new Map([
  ['real', (self: Float): Value => self],
  ['imag', (): Value => new Float(0)],
]);
