import { type Needle, shortestNeedle } from './needles.js';
import type { Range } from './view.js';

const buckets = 1 << 16;

/** Finds any number of needles in one pass over a text. */
export class Matcher {
  readonly #known = new Set<string>();
  /** Needles by the hash of their first four units, the longest first. */
  readonly #needles = new Map<number, Needle[]>();
  /** A bit for each hash. */
  readonly #isUsed = new Uint8Array(buckets / 8);

  add(needle: Needle): void {
    const { text, before, after } = needle;
    const identity = `${before ? '<' : ' '}${after ? '>' : ' '}${text}`;
    if (text.length < shortestNeedle || this.#known.has(identity)) return;
    this.#known.add(identity);
    const hash = hashOf(text.slice(0, shortestNeedle));
    const bucket = this.#needles.get(hash) ?? [];
    bucket.push(needle);
    bucket.sort((a, b) => b.text.length - a.text.length);
    this.#needles.set(hash, bucket);
    this.#isUsed[hash >> 3] = (this.#isUsed[hash >> 3] ?? 0) | (1 << (hash & 7));
  }

  /** The longest match at every position; matches may overlap. */
  *matches(text: string): Generator<Range> {
    const isUsed = this.#isUsed;
    let hash = 0;
    for (let end = 0; end < text.length; end += 1) {
      hash = hashWith(hash, text.charCodeAt(end));
      if (((isUsed[hash >> 3] ?? 0) & (1 << (hash & 7))) === 0 || end + 1 < shortestNeedle) continue;
      const at = end + 1 - shortestNeedle;
      const needle = this.#needles.get(hash)?.find((each) => text.startsWith(each.text, at));
      if (needle) yield withEnds(text, at, needle);
    }
  }
}

/** Four bits further with every unit, so that after four more nothing is left of one. */
const hashWith = (hash: number, unit: number): number => ((hash << 4) ^ unit) & (buckets - 1);

function hashOf(start: string): number {
  let hash = 0;
  for (let at = 0; at < start.length; at += 1) hash = hashWith(hash, start.charCodeAt(at));
  return hash;
}

const isBase64 = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z0-9+/_-]/.test(character);

function withEnds(text: string, at: number, { text: needle, before, after }: Needle): Range {
  const start = before && isBase64(text[at - 1]) ? at - 1 : at;
  let end = at + needle.length;
  if (after && isBase64(text[end])) {
    end += 1;
    while (text[end] === '=') end += 1;
  }
  return { start, end };
}
