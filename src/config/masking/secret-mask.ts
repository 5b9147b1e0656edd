import { decoders } from './decoders.js';
import { Matcher } from './matcher.js';
import { needlesOf, shortestNeedle } from './needles.js';
import { type Range, View } from './view.js';

const replacement = '***';

/** How many notations may lie over one another: fewer in long texts, where each costs a pass. */
const deepest = { short: 3, long: 2 };
const longText = 64 * 1024;

/**
 * Replaces secrets in text by `***`: as they are, percent-encoded, escaped for JSON or HTML, in base64, and in each of
 * these on top of another. Secrets of one to three characters are masked only where they are all of a text.
 */
export class SecretMask {
  readonly #matcher = new Matcher();
  readonly #secrets = new Set<string>();
  readonly #short = new Set<string>();
  /** Spelling a secret out costs more than a test of a connector that shows nothing: it waits for a text to mask. */
  #unprepared: string[] = [];

  /** Blank values are no secrets. */
  add(value: string): void {
    if (value.trim() === '' || this.#secrets.has(value)) return;
    this.#secrets.add(value);
    if (value.length < shortestNeedle) this.#short.add(value);
    this.#unprepared.push(value);
    // HTTP headers are bytes, which many programs read as Latin-1.
    const misread = Buffer.from(value, 'utf8').toString('latin1');
    if (misread !== value && this.#misreadable(value)) this.add(misread);
  }

  /** Once is what happens; a text that was misread already is not misread again. */
  #misreadable(value: string): boolean {
    return !this.#secrets.has(Buffer.from(value, 'latin1').toString('utf8'));
  }

  /** How many different secrets there are. */
  get size(): number {
    return this.#secrets.size;
  }

  mask(text: string): string {
    if (this.#secrets.size === 0 || text === '') return text;
    this.#prepare();
    const found: Range[] = [];
    for (const view of viewsOf(text)) {
      if (this.#short.has(view.text)) return replacement;
      for (const match of this.#matcher.matches(view.text)) found.push(view.toSource(match));
    }
    return replace(text, found);
  }

  #prepare(): void {
    for (const value of this.#unprepared) for (const needle of needlesOf(value)) this.#matcher.add(needle);
    this.#unprepared = [];
  }

  /**
   * A copy of a JSON value in which every string, key and number that holds a secret is masked; a number becomes `***`.
   * Any nesting.
   */
  maskValue<T>(value: T): T {
    const root: unknown[] = [];
    const pending: { value: unknown; target: object; key: string | number }[] = [
      { value, target: root, key: 0 },
    ];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { value: current, target, key } = next;
      const copy = this.#maskLeaf(current);
      put(target, key, copy);
      if (typeof copy !== 'object' || copy === null || copy === current) continue;
      // Pushed backwards, so that keys are put in their order.
      const children = Object.entries(current as object).reverse();
      for (const [name, child] of children) {
        pending.push({
          value: child,
          target: copy,
          key: Array.isArray(copy) ? Number(name) : this.mask(name),
        });
      }
    }
    return root[0] as T;
  }

  /** A string or number masked, an empty copy of an array or object, anything else as it is. */
  #maskLeaf(value: unknown): unknown {
    if (typeof value === 'string') return this.mask(value);
    if (typeof value === 'number' || typeof value === 'bigint') {
      const text = String(value);
      return text.length >= shortestNeedle && this.mask(text) !== text ? replacement : value;
    }
    if (Array.isArray(value)) return new Array(value.length);
    if (typeof value !== 'object' || value === null) return value;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null ? {} : value;
  }
}

/** Defines rather than assigns: a key from outside may be `__proto__`. */
const put = (target: object, key: string | number, value: unknown): void => {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
};

/** The text as it is, and with every order of notations undone that changes it. */
function* viewsOf(text: string): Generator<View> {
  const depth = text.length > longText ? deepest.long : deepest.short;
  const seen = new Set([text]);
  const pending = [{ view: View.of(text), depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next.view;
    if (next.depth === depth) continue;
    for (const decoder of decoders) {
      const view = next.view.decoded(decoder);
      if (!view || seen.has(view.text)) continue;
      seen.add(view.text);
      pending.push({ view, depth: next.depth + 1 });
    }
  }
}

function replace(text: string, found: Range[]): string {
  if (found.length === 0) return text;
  found.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let written = 0;
  let covered = -1;
  for (const { start, end } of found) {
    if (start > covered) {
      parts.push(text.slice(written, start), replacement);
      written = end;
    }
    covered = Math.max(covered, end);
    written = Math.max(written, end);
  }
  parts.push(text.slice(written));
  return parts.join('');
}
