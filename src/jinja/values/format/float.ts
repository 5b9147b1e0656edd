/** The float presentations that `%`-formatting and format specs share: e, f, g, r. */
import { fixedDigits, significantDigits } from '../numbers/decimal.js';
import { floatToText } from '../numbers/floats.js';

export interface FloatStyle {
  readonly kind: 'e' | 'f' | 'g' | 'r';
  readonly upper: boolean;
  readonly precision: number;
  /** `#`: the point stays, and `g` keeps its trailing zeros. */
  readonly alternate: boolean;
  /** A result that looks like an integer gets ".0" appended, as `str(float)` does. */
  readonly addPointZero?: boolean;
}

/** The magnitude as digits; the sign is the caller's to place. */
export function formatMagnitude(value: number, style: FloatStyle): string {
  const text = lowerCase(Math.abs(value), style);
  return style.upper ? text.toUpperCase() : text;
}

function lowerCase(value: number, style: FloatStyle): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  const { precision, alternate } = style;
  switch (style.kind) {
    case 'r':
      return alternate ? floatToText(value).replace(/^(\d+)e/, '$1.e') : floatToText(value);
    case 'f':
      return fixedDigits(value, precision) + (alternate && precision === 0 ? '.' : '');
    case 'e': {
      const { digits, exponent } = significantDigits(value, precision + 1);
      return exponential(digits, exponent, alternate);
    }
    case 'g':
      return general(value, style);
  }
}

function exponential(digits: string, exponent: number, alternate: boolean): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : alternate ? '.' : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

function general(value: number, style: FloatStyle): string {
  const precision = Math.max(style.precision, 1);
  const { digits, exponent } = significantDigits(value, precision);
  const point = exponent + 1;
  const kept = style.alternate ? digits : digits.replace(/0+$/, '') || '0';
  // With ".0" to append there is one digit less before the exponent takes over.
  if (point <= -4 || point > precision - (style.addPointZero ? 1 : 0)) {
    return exponential(kept, exponent, style.alternate);
  }
  if (point <= 0) return `0.${'0'.repeat(-point)}${kept}`;
  if (kept.length > point) return `${kept.slice(0, point)}.${kept.slice(point)}`;
  const whole = kept.padEnd(point, '0');
  return whole + (style.addPointZero ? '.0' : style.alternate ? '.' : '');
}
