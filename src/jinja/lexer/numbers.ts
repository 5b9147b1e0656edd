/** Number literals: where one ends, and what it is worth. */
import { TemplateRuntimeError } from '../errors.js';
import { Float } from '../values/model.js';
import { isDigit } from './characters.js';

/** CPython refuses to read longer decimal integers (`sys.get_int_max_str_digits()`). */
const MAX_DECIMAL_DIGITS = 4300;

type DigitTest = (code: number) => boolean;

const isBinaryDigit: DigitTest = (code) => code === 0x30 || code === 0x31;
const isOctalDigit: DigitTest = (code) => code >= 0x30 && code <= 0x37;
const isHexDigit: DigitTest = (code) =>
  isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
const isZero: DigitTest = (code) => code === 0x30;

/** The end of a run of digits in which single underscores may stand between digits. */
function endOfDigits(text: string, start: number, isWanted: DigitTest): number {
  let index = start;
  while (true) {
    if (isWanted(text.charCodeAt(index))) index += 1;
    else if (text[index] === '_' && index > start && isWanted(text.charCodeAt(index + 1))) index += 2;
    else return index;
  }
}

const isExponentMark = (character: string | undefined) => character === 'e' || character === 'E';

/** The end of the float literal at `start`, or -1. `1.`, `.5` and what follows a dot (`x.1.5`) are none. */
export function endOfFloat(text: string, start: number): number {
  if (text[start - 1] === '.') return -1;
  const whole = endOfDigits(text, start, isDigit);
  if (whole === start) return -1;
  let end = whole;
  if (text[end] === '.') {
    const fraction = endOfDigits(text, end + 1, isDigit);
    if (fraction > end + 1) end = fraction;
  }
  if (isExponentMark(text[end])) {
    const signed = text[end + 1] === '+' || text[end + 1] === '-' ? end + 2 : end + 1;
    const exponent = endOfDigits(text, signed, isDigit);
    if (exponent > signed) return exponent;
  }
  return end > whole ? end : -1;
}

const radixDigits = new Map<string, DigitTest>([
  ['b', isBinaryDigit],
  ['o', isOctalDigit],
  ['x', isHexDigit],
]);

/** The end of the integer literal at `start`, or -1. `007` ends after the zeros, as in Jinja2. */
export function endOfInteger(text: string, start: number): number {
  if (text[start] !== '0') {
    const end = endOfDigits(text, start, isDigit);
    return end > start ? end : -1;
  }
  const isWanted = radixDigits.get((text[start + 1] ?? '').toLowerCase());
  if (isWanted) {
    const digits = text[start + 2] === '_' ? start + 3 : start + 2;
    const end = endOfDigits(text, digits, isWanted);
    if (end > digits) return end;
  }
  return endOfDigits(text, start, isZero);
}

export const parseFloatLiteral = (text: string): Float => new Float(Number(text.replaceAll('_', '')));

/** @throws TemplateRuntimeError (ValueError) for a decimal literal longer than CPython accepts. */
export function parseIntegerLiteral(text: string): number | bigint {
  const digits = text.replaceAll('_', '');
  if (digits.length < 16) return Number(digits);
  if (isDigit(digits.charCodeAt(1)) && digits.length > MAX_DECIMAL_DIGITS) {
    throw new TemplateRuntimeError(
      `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has ` +
        `${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
      'ValueError',
    );
  }
  const value = BigInt(digits);
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}
