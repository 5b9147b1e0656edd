/** Whether two names differ by what is most likely a slip of the hand. */
import { distance } from 'fastest-levenshtein';

/** Longer names are never compared: the distance costs the product of the lengths. */
const longestName = 512;

/**
 * One word of several is misspelt, or a separator is missing. Names that differ in a number, or in words as short as the
 * codes of regions and stages, are meant to differ.
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b || a.length > longestName || b.length > longestName) return false;
  const [own, other] = [wordsOf(a), wordsOf(b)];
  if (own.join('') === other.join('')) return true;
  if (own.length !== other.length) return false;
  const differing = own.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index] ?? '']]));
  const [pair] = differing;
  if (differing.length !== 1 || !pair) return false;
  const [word = '', twin = ''] = pair;
  if (word.length < 4 || twin.length < 4 || withoutDigits(word) === withoutDigits(twin)) return false;
  return distance(word, twin) <= (Math.min(word.length, twin.length) < 8 ? 1 : 2);
}

const wordsOf = (name: string): string[] => name.split(/[^A-Za-z0-9]+/);

const withoutDigits = (word: string): string => word.replace(/\d+/g, '');
