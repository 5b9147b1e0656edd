/** Padding and digit grouping of formatted fields. */
import type { Runtime } from '../../calls.js';
import { codePointLength } from '../strings/codepoints.js';
import type { FormatSpec } from './spec.js';

/** Pads text to the spec's width. */
export function pad(text: string, spec: FormatSpec, fallback: '<' | '>', runtime: Runtime): string {
  const missing = spec.width - codePointLength(text);
  if (missing <= 0) return text;
  runtime.budget.allocate(spec.width);
  const align = spec.align ?? fallback;
  if (align === '<') return text + spec.fill.repeat(missing);
  if (align === '^') {
    const left = missing >> 1;
    return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
  }
  return spec.fill.repeat(missing) + text;
}

/** A number in its parts: where padding and grouping separators go depends on all of them. */
export interface NumberParts {
  readonly sign: string;
  /** "0x" and its like. */
  readonly prefix: string;
  /** What is grouped: the digits before the point. */
  readonly whole: string;
  /** The point, the fraction, an exponent, a percent sign. */
  readonly rest: string;
}

export function layOut(parts: NumberParts, spec: FormatSpec, groupSize: number, runtime: Runtime): string {
  const { sign, prefix, whole, rest } = parts;
  const zeroFilled = spec.fill === '0' && spec.align === '=';
  const outside = codePointLength(sign + prefix + rest);
  if (zeroFilled) runtime.budget.allocate(spec.width);
  const minimum = zeroFilled ? Math.max(spec.width - outside, 0) : 0;
  const digits = spec.grouping
    ? group(whole, spec.grouping, groupSize, minimum)
    : whole.padStart(minimum, '0');
  if (spec.align === '=') {
    const missing = spec.width - outside - digits.length;
    if (missing > 0) runtime.budget.allocate(spec.width);
    return sign + prefix + (missing > 0 ? spec.fill.repeat(missing) : '') + digits + rest;
  }
  return pad(sign + prefix + digits + rest, spec, '>', runtime);
}

/** Separates groups of digits; zeros are put in front until `minimum` characters are reached, never ending in a separator. */
function group(digits: string, separator: string, groupSize: number, minimum: number): string {
  let padded = digits;
  if (minimum > 0) {
    const groups = Math.floor(minimum / (groupSize + 1));
    const needed = groups * groupSize + Math.max(minimum % (groupSize + 1), 0);
    padded = digits.padStart(needed, '0');
    // A width that would begin with a separator gets one more digit instead.
    if (needed % groupSize === 0 && needed > 0 && minimum % (groupSize + 1) === 0) {
      padded = digits.padStart(needed + 1, '0');
    }
  }
  const out: string[] = [];
  for (let end = padded.length; end > 0; end -= groupSize)
    out.unshift(padded.slice(Math.max(0, end - groupSize), end));
  return out.join(separator);
}

export function signOf(negative: boolean, spec: FormatSpec): string {
  if (negative) return '-';
  return spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
}
