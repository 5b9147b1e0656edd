/** `format(v, spec)`: one replacement field. */
import type { Runtime } from '../../calls.js';
import { TemplateRuntimeError, typeError, valueError } from '../../errors.js';
import { Float, type Value } from '../model.js';
import { intToFloat } from '../numbers/floats.js';
import { type Int, intToText, toInt } from '../numbers/integers.js';
import { strValue } from '../repr.js';
import { codePointLength, codePointSlice } from '../strings/codepoints.js';
import { isIntLike, isText, textOf, typeName } from '../types.js';
import { formatMagnitude } from './float.js';
import { layOut, pad, signOf } from './layout.js';
import { type FormatSpec, parseSpec, unknownType } from './spec.js';

export function formatField(value: Value, spec: string, runtime: Runtime): string {
  if (spec === '') return strValue(value, runtime);
  if (isText(value))
    return formatText(textOf(value), parseSpec(spec, false, typeName(value)), typeName(value), runtime);
  if (isIntLike(value)) {
    return formatInt(toInt(value), parseSpec(spec, true, typeName(value)), typeName(value), runtime);
  }
  if (value instanceof Float)
    return formatFloat(value.value, parseSpec(spec, true, 'float'), 'float', runtime);
  throw typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
}

function formatText(text: string, spec: FormatSpec, owner: string, runtime: Runtime): string {
  if (spec.type !== null && spec.type !== 's') throw unknownType(spec.type, owner);
  if (spec.sign === ' ') throw valueError('Space not allowed in string format specifier');
  if (spec.sign) throw valueError('Sign not allowed in string format specifier');
  if (spec.noNegativeZero) {
    throw valueError('Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) throw valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') throw valueError("'=' alignment not allowed in string format specifier");
  const cut =
    spec.precision >= 0 && spec.precision < codePointLength(text)
      ? codePointSlice(text, 0, spec.precision)
      : text;
  return pad(cut, spec, '<', runtime);
}

const radixes = new Map([
  ['b', 2],
  ['o', 8],
  ['x', 16],
  ['X', 16],
]);

function formatInt(value: Int, spec: FormatSpec, owner: string, runtime: Runtime): string {
  const type = spec.type ?? 'd';
  if ('eEfFgG%'.includes(type)) return formatFloat(intToFloat(value), spec, owner, runtime);
  if (!'bcdoxXn'.includes(type)) throw unknownType(type, owner);
  if (spec.precision >= 0) throw valueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) {
    throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (type === 'c') return formatChar(value, spec, runtime);
  const magnitude = value < 0 ? -value : value;
  const radix = radixes.get(type);
  const digits = radix ? magnitude.toString(radix) : intToText(magnitude);
  const prefix = radix && spec.alternate ? `0${type}` : '';
  const whole = type === 'X' ? digits.toUpperCase() : digits;
  const parts = { sign: signOf(value < 0, spec), prefix, whole, rest: '' };
  return layOut(parts, spec, radix ? 4 : 3, runtime);
}

function formatChar(value: Int, spec: FormatSpec, runtime: Runtime): string {
  if (spec.sign) throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value >= 1n << 63n || value < -(1n << 63n)) {
    throw new TemplateRuntimeError('Python int too large to convert to C long', 'OverflowError');
  }
  if (value < 0 || value > 0x10ffff) {
    throw new TemplateRuntimeError('%c arg not in range(0x110000)', 'OverflowError');
  }
  const parts = { sign: '', prefix: '', whole: '', rest: String.fromCodePoint(Number(value)) };
  return layOut(parts, spec, 3, runtime);
}

function formatFloat(number: number, spec: FormatSpec, owner: string, runtime: Runtime): string {
  const type = spec.type;
  if (type !== null && !'eEfFgGn%'.includes(type)) throw unknownType(type, owner);
  const value = type === '%' ? number * 100 : number;
  if (spec.precision > 2 ** 31 - 1) throw valueError('precision too big');
  runtime.budget.allocate(Math.max(spec.precision, 0));
  const text = formatMagnitude(value, {
    kind: floatKind(type, spec.precision),
    upper: type === 'E' || type === 'F' || type === 'G',
    precision: spec.precision >= 0 ? spec.precision : 6,
    alternate: spec.alternate,
    addPointZero: type === null,
  });
  let negative = value < 0 || Object.is(value, -0);
  if (negative && spec.noNegativeZero && !/[1-9a-df-z]/i.test(text.replace(/e.*$/i, ''))) negative = false;
  const whole = /^[0-9]*/.exec(text)?.[0] ?? '';
  const rest = text.slice(whole.length) + (type === '%' ? '%' : '');
  return layOut({ sign: signOf(negative, spec), prefix: '', whole, rest }, spec, 3, runtime);
}

function floatKind(type: string | null, precision: number): 'e' | 'f' | 'g' | 'r' {
  if (type === null) return precision >= 0 ? 'g' : 'r';
  if (type === '%') return 'f';
  const lower = type.toLowerCase();
  return lower === 'n' ? 'g' : (lower as 'e' | 'f' | 'g');
}
