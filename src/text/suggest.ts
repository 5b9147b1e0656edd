import { distance } from 'fastest-levenshtein';

/** Longer words are never typing mistakes of a name, and the distance costs the product of the lengths. */
const longestWord = 64;

/**
 * The candidate a person most likely meant by `word`, or undefined where none is near. Spelling conventions are
 * forgiven before letters are compared: `tokenUrl` and `Token-URL` both mean `token_url`.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > longestWord) return undefined;
  const folded = fold(word);
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > longestWord) continue;
    const target = fold(candidate);
    const edits = isSwapped(folded, target) ? 1 : distance(folded, target);
    if (edits > tolerance(Math.max(folded.length, target.length))) continue;
    if (best === undefined || edits < best.edits) best = { candidate, edits };
  }
  return best?.candidate;
}

/** Candidates as a readable list, sorted and cut at ten: what to print where nothing was near. */
export function listNames(candidates: Iterable<string>): string {
  const sorted = [...candidates].sort();
  const shown = sorted.slice(0, 10).join(', ');
  return sorted.length > 10 ? `${shown} and ${sorted.length - 10} more` : shown;
}

/** Two neighbours that changed places are one mistake of typing, and two edits to the distance. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const fold = (word: string): string => word.toLowerCase().replace(/[_\s-]/g, '');

const tolerance = (length: number): number => (length <= 2 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3);
