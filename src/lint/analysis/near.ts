/** Whether two names differ by what is most likely a slip of the hand. */
import { distance } from 'fastest-levenshtein';

/** Longer names are never compared: the distance costs the product of the lengths. */
const longestName = 512;

/**
 * One word of several is misspelt, a separator is missing, or a word is that says no more than the others. Names that
 * differ in a number, or in words as short as the codes of regions and stages, are meant to differ.
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b || a.length > longestName || b.length > longestName) return false;
  const [own, other] = [wordsOf(a), wordsOf(b)];
  if (own.join('').toLowerCase() === other.join('').toLowerCase()) return true;
  if (own.length !== other.length) return sameBut(own, other);
  const differing = own.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index] ?? '']]));
  const [pair] = differing;
  if (differing.length !== 1 || !pair) return false;
  const [word = '', twin = ''] = pair;
  return isMisspelt(word, twin);
}

const wordsOf = (name: string): string[] => name.split(/[^A-Za-z0-9]+/);

const withoutDigits = (word: string): string => word.replace(/\d+/g, '');

function isMisspelt(word: string, twin: string): boolean {
  if (withoutDigits(word) === withoutDigits(twin)) return false;
  const shorter = Math.min(word.length, twin.length);
  if (shorter < 3) return false;
  if (isShuffled(word, twin) || singled(word) === singled(twin)) return true;
  if (`${word}s` === twin || word === `${twin}s`) return true;
  return shorter >= 4 && distance(word, twin) <= (shorter < 8 ? 1 : 2);
}

/** Two neighbours have changed places. */
function isShuffled(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const singled = (word: string): string => word.replace(/(.)\1+/g, '$1');

/** Words that names of credentials have or not. */
const generic: ReadonlySet<string> = new Set([
  'api',
  'key',
  'secret',
  'token',
  'client',
  'id',
  'app',
  'oauth',
]);

/** The same words, but for one that names what the value is and not whose. */
function sameBut(own: readonly string[], other: readonly string[]): boolean {
  const [long, short] = own.length > other.length ? [own, other] : [other, own];
  if (long.length !== short.length + 1) return false;
  const at = long.findIndex((word, index) => word !== short[index]);
  const extra = long[at]?.toLowerCase() ?? '';
  return generic.has(extra) && long.slice(at + 1).join(' ') === short.slice(at).join(' ');
}
