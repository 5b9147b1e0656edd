/**
 * How text is escaped on its way. Numbers instead of objects, and no regular expressions: a hostile answer may be
 * nothing but escapes, millions of them, and each decoder goes over it several times.
 */
export interface Decoder {
  /** The characters that an escape begins with. */
  readonly triggers: readonly string[];
  /** The escape that begins at `at`, packed by `escapeOf`; 0 where there is none. */
  read(text: string, at: number): number;
}

const codePoints = 0x200000;

/** A code point and the number of units that it is written with. */
const escapeOf = (codePoint: number, length: number): number => length * codePoints + codePoint;
export const codePointOf = (escaped: number): number => escaped % codePoints;
export const lengthOf = (escaped: number): number => Math.floor(escaped / codePoints);

const space = 0x20;
const plus = 0x2b;

/**
 * Percent-encoding in any flavour. Every plus sign becomes a space, also one that was encoded: forms write spaces so,
 * and whoever compares writes needles with spaces for plus signs.
 */
const percent: Decoder = {
  triggers: ['%', '+'],
  read(text, at) {
    if (text.charCodeAt(at) === plus) return escapeOf(space, 1);
    const first = byteAt(text, at);
    if (first < 0) return 0;
    if (first < 0x80) return escapeOf(first === plus ? space : first, 3);
    const [length, bits] =
      first < 0xc2 ? [1, 0] : first < 0xe0 ? [2, 0x1f] : first < 0xf0 ? [3, 0x0f] : [4, 0x07];
    let codePoint = first & bits;
    for (let index = 1; index < length; index += 1) {
      const next = byteAt(text, at + index * 3);
      // A byte that begins no valid character stands for itself.
      if ((next & 0xc0) !== 0x80 || next < 0) return escapeOf(first, 3);
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    return length === 1 || codePoint > 0x10ffff ? escapeOf(first, 3) : escapeOf(codePoint, length * 3);
  },
};

/** The byte of `%XX`, or -1. */
const byteAt = (text: string, at: number): number => (text[at] === '%' ? hexAt(text, at + 1, 2) : -1);

/** The number that so many hexadecimal digits write, or -1. */
function hexAt(text: string, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at += 1) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const unitsOf = (pairs: readonly [string, string][]): ReadonlyMap<number, number> =>
  new Map(pairs.map(([name, meant]) => [name.charCodeAt(0), meant.charCodeAt(0)]));

const backslashNames = unitsOf([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['/', '/'],
  ['\\', '\\'],
]);

/** The escapes of JSON, and those that JavaScript's and Python's literals have beside them. */
const backslash: Decoder = {
  triggers: ['\\'],
  read(text, at) {
    const digits = text[at + 1] === 'u' ? 4 : text[at + 1] === 'x' ? 2 : 0;
    if (digits > 0) {
      const unit = hexAt(text, at + 2, digits);
      return unit < 0 ? 0 : escapeOf(unit, digits + 2);
    }
    const unit = backslashNames.get(text.charCodeAt(at + 1));
    return unit === undefined ? 0 : escapeOf(unit, 2);
  },
};

const entityNames = new Map([
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
  ['nbsp', 0xa0],
]);

const longestEntity = 12;

const html: Decoder = {
  triggers: ['&'],
  read(text, at) {
    let end = at + 1;
    while (end < at + longestEntity && end < text.length && text[end] !== ';') end += 1;
    if (text[end] !== ';') return 0;
    if (text[at + 1] !== '#') {
      const named = entityNames.get(text.slice(at + 1, end));
      return named === undefined ? 0 : escapeOf(named, end + 1 - at);
    }
    const isHex = text[at + 2] === 'x' || text[at + 2] === 'X';
    const from = at + (isHex ? 3 : 2);
    let codePoint = from < end ? 0 : -1;
    for (let index = from; index < end && codePoint >= 0; index += 1) {
      const digit = digitOf(text.charCodeAt(index));
      codePoint = digit < 0 || (!isHex && digit > 9) ? -1 : codePoint * (isHex ? 16 : 10) + digit;
    }
    return codePoint < 0 || codePoint > 0x10ffff ? 0 : escapeOf(codePoint, end + 1 - at);
  },
};

export const decoders: readonly Decoder[] = [percent, backslash, html];
