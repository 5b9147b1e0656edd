/** What Python 3.11 knows of a code point: categories, white space, printability, casing. */
import { CASE_FOLDING, OTHER_DIGITS, OTHER_NUMERIC, TITLE_CASE, UNASSIGNED } from './unicode-data.js';

/** The body of a character class: Python's Unicode white space, which is not JavaScript's `\s`. */
export const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

class Ranges {
  private readonly bounds: Uint32Array;
  constructor(packed: string) {
    let last = 0;
    this.bounds = Uint32Array.from(packed.split(' '), (part) => {
      last += Number.parseInt(part, 36);
      return last;
    });
  }
  has(codePoint: number): boolean {
    const { bounds } = this;
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] as number) < codePoint) low = middle + 1;
      else high = middle;
    }
    // An odd index is the end of a range that starts at or before; an even one is a start, and only a hit counts.
    return low % 2 === 1 || bounds[low] === codePoint;
  }
}

/** Tables cost a millisecond to unpack and most templates never leave ASCII. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const unassigned = lazily(() => new Ranges(UNASSIGNED));
const otherDigits = lazily(() => new Ranges(OTHER_DIGITS));
const otherNumeric = lazily(() => new Ranges(OTHER_NUMERIC));

const caseTable = (packed: string) =>
  lazily(
    () =>
      new Map(
        packed.split(' ').map((entry) => {
          const [from, to] = entry.split(':') as [string, string];
          const text = to.split('.').map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
          return [String.fromCodePoint(Number.parseInt(from, 16)), text.join('')];
        }),
      ),
  );
const titleTable = caseTable(TITLE_CASE);
const foldingTable = caseTable(CASE_FOLDING);

export const isUnassigned = (char: string): boolean => unassigned().has(char.codePointAt(0) as number);

/** Characters whose property changed since Unicode 14: what they had then. */
interface Changes {
  readonly had?: string;
  readonly lacked?: string;
}

/** A test for a Unicode property that knows nothing newer than Unicode 14. */
function property(pattern: RegExp, { had = '', lacked = '' }: Changes = {}): (char: string) => boolean {
  return (char) => {
    if (char < '\x80') return pattern.test(char);
    if (had.includes(char)) return true;
    return pattern.test(char) && !lacked.includes(char) && !isUnassigned(char);
  };
}

/** A pharyngeal fricative was a small letter, some modifier letters were not yet. */
const caseChanges: Changes = { had: '\u0295', lacked: '\u10fc\ua7f2\ua7f3\ua7f4\uab69' };

export const isAlpha = property(/^\p{L}$/u);
export const isDecimal = property(/^\p{Nd}$/u);
export const isLowercase = property(/^\p{Lowercase}$/u, caseChanges);
export const isUppercase = property(/^\p{Uppercase}$/u);
export const isTitlecase = property(/^\p{Lt}$/u);
export const isCased = property(/^\p{Cased}$/u, caseChanges);
export const isCaseIgnorable = property(/^\p{Case_Ignorable}$/u, { had: '\u{1171e}' });
const isNumber = property(/^\p{N}$/u);
const isIdStart = property(/^[\p{XID_Start}_]$/u);
const isIdContinue = property(/^\p{XID_Continue}$/u, { lacked: '\u200c\u200d\u30fb\uff65' });
const invisible = /^[\p{C}\p{Z}]$/u;

export const isDigit = (char: string) => isDecimal(char) || otherDigits().has(char.codePointAt(0) as number);
export const isNumeric = (char: string) =>
  isNumber(char) || otherNumeric().has(char.codePointAt(0) as number);
export const isAlphanumeric = (char: string) => isAlpha(char) || isNumeric(char);
/** A word character of Python's `re`: `\w`. */
export const isWord = (char: string) => char === '_' || isAlphanumeric(char);
export const isPrintable = (char: string) => char === ' ' || (!invisible.test(char) && !isUnassigned(char));
export const isIdentifierStart = isIdStart;
export const isIdentifierPart = isIdContinue;

const spacePattern = new RegExp(`^[${SPACE}]$`);
export const isSpace = (char: string) => spacePattern.test(char);

const ascii = /^[\0-\x7f]*$/;
export const isAscii = (text: string) => ascii.test(text);

/** Cases one code point; a mapping to what Unicode 14 does not have is left alone. */
function known(char: string, mapped: string): string {
  if (mapped === char || mapped < '\x80') return mapped;
  if (isUnassigned(char)) return char;
  for (const each of mapped) if (isUnassigned(each)) return char;
  return mapped;
}
export const upperOf = (char: string) => known(char, char.toUpperCase());
export const lowerOf = (char: string) => known(char, char.toLowerCase());
export const titleOf = (char: string) => titleTable().get(char) ?? upperOf(char);
export const foldOf = (char: string) => foldingTable().get(char) ?? lowerOf(char);
