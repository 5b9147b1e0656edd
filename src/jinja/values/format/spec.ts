/** The format specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
import { valueError } from '../../errors.js';

export interface FormatSpec {
  readonly fill: string;
  /** `null` where the spec has none: text goes left, numbers right. */
  readonly align: '<' | '>' | '=' | '^' | null;
  readonly sign: '+' | '-' | ' ' | null;
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: ',' | '_' | null;
  /** -1 where the spec has none. */
  readonly precision: number;
  readonly type: string | null;
}

const aligns = new Set(['<', '>', '=', '^']);
/** What C holds in a `Py_ssize_t`. */
const MAX_SIZE = 2n ** 63n - 1n;

function size(digits: string): number {
  if (BigInt(digits) > MAX_SIZE) throw valueError('Too many decimal digits in format string');
  return Number(digits);
}

/** Parses a spec; `numeric` decides what a leading zero means. Fails with Python's ValueErrors. */
export function parseSpec(text: string, numeric: boolean, owner: string): FormatSpec {
  const chars = Array.from(text);
  let at = 0;
  let fill = ' ';
  let filled = false;
  let align: FormatSpec['align'] = null;
  if (chars.length >= 2 && aligns.has(chars[1] as string)) {
    fill = chars[0] as string;
    filled = true;
    align = chars[1] as FormatSpec['align'];
    at = 2;
  } else if (aligns.has(chars[0] ?? '')) {
    align = chars[0] as FormatSpec['align'];
    at = 1;
  }
  const take = (char: string): boolean => {
    if (chars[at] !== char) return false;
    at += 1;
    return true;
  };
  const sign = take(' ') ? ' ' : take('+') ? '+' : take('-') ? '-' : null;
  const noNegativeZero = take('z');
  const alternate = take('#');
  if (!filled && take('0')) {
    fill = '0';
    if (align === null && numeric) align = '=';
  }
  const digits = (): string => {
    const start = at;
    while (/^[0-9]$/.test(chars[at] ?? '')) at += 1;
    return chars.slice(start, at).join('');
  };
  const widthDigits = digits();
  const width = widthDigits === '' ? 0 : size(widthDigits);
  let grouping: FormatSpec['grouping'] = take(',') ? ',' : null;
  if (take('_')) {
    if (grouping) throw valueError("Cannot specify both ',' and '_'.");
    grouping = '_';
  }
  if (chars[at] === ',' && grouping === '_') throw valueError("Cannot specify both ',' and '_'.");
  let precision = -1;
  if (take('.')) {
    const precisionDigits = digits();
    if (precisionDigits === '') throw valueError('Format specifier missing precision');
    precision = size(precisionDigits);
  }
  if (chars.length - at > 1)
    throw valueError(`Invalid format specifier '${text}' for object of type '${owner}'`);
  const type = chars[at] ?? null;
  checkGrouping(grouping, type ?? (numeric ? null : 's'));
  return { fill, align, sign, noNegativeZero, alternate, width, grouping, precision, type };
}

function checkGrouping(grouping: FormatSpec['grouping'], type: string | null): void {
  if (grouping === null || type === null || 'defgEG%F'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  throw valueError(`Cannot specify '${grouping}' with '${type}'.`);
}

/** ValueError for a presentation that the type does not have. */
export const unknownType = (type: string, owner: string) =>
  valueError(`Unknown format code '${type}' for object of type '${owner}'`);
