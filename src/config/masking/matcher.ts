import { type Needle, shortestNeedle } from './needles.js';
import type { Range } from './view.js';

const buckets = 1 << 16;

/** Finds any number of needles in one pass over a text. */
export class Matcher {
  readonly #known = new Set<string>();
  /** Needles by the hash of their first four units, the longest first. */
  readonly #needles = new Map<number, Needle[]>();
  readonly #isUsed = new Uint8Array(buckets);

  add(needle: Needle): void {
    const { text, before, after } = needle;
    const identity = `${before ? '<' : ' '}${after ? '>' : ' '}${text}`;
    if (text.length < shortestNeedle || this.#known.has(identity)) return;
    this.#known.add(identity);
    const hash = hashAt(text, 0);
    const bucket = this.#needles.get(hash) ?? [];
    bucket.push(needle);
    bucket.sort((a, b) => b.text.length - a.text.length);
    this.#needles.set(hash, bucket);
    this.#isUsed[hash] = 1;
  }

  /** The longest match at every position; matches may overlap. */
  *matches(text: string): Generator<Range> {
    const last = text.length - shortestNeedle;
    for (let at = 0; at <= last; at += 1) {
      const hash = hashAt(text, at);
      if (this.#isUsed[hash] === 0) continue;
      const needle = this.#needles.get(hash)?.find((each) => text.startsWith(each.text, at));
      if (needle) yield withEnds(text, at, needle);
    }
  }
}

const hashAt = (text: string, at: number): number =>
  (text.charCodeAt(at) ^
    (text.charCodeAt(at + 1) << 4) ^
    (text.charCodeAt(at + 2) << 8) ^
    (text.charCodeAt(at + 3) << 11)) &
  (buckets - 1);

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
