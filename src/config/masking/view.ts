import type { Decoder } from './decoders.js';

/** Half-open range in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text with one layer of escapes decoded, and the way back to the text that it was made from. */
export class View {
  /** Ascending: where in this view, and where in the parent, each stretch begins. */
  readonly #here: number[] = [0];
  readonly #there: number[] = [0];
  /** The parent's length of a stretch that is an escape; 0 for one that was copied. */
  readonly #escaped: number[] = [0];

  private constructor(
    readonly text: string,
    private readonly parent: View | undefined,
  ) {}

  static of(text: string): View {
    return new View(text, undefined);
  }

  /** Undefined where there is nothing to decode. */
  decoded(decoder: Decoder): View | undefined {
    if (!decoder.applies(this.text)) return undefined;
    const { pattern } = decoder;
    const parts: string[] = [];
    const here: number[] = [];
    const there: number[] = [];
    const escaped: number[] = [];
    let copied = 0;
    let length = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(this.text); match; match = pattern.exec(this.text)) {
      let at = match.index;
      for (const piece of decoder.decode(match[0])) {
        parts.push(this.text.slice(copied, at), piece.decoded);
        length += at - copied;
        here.push(length, length + piece.decoded.length);
        there.push(at, at + piece.length);
        escaped.push(piece.length, 0);
        length += piece.decoded.length;
        at += piece.length;
        copied = at;
      }
    }
    if (here.length === 0) return undefined;
    parts.push(this.text.slice(copied));
    const view = new View(parts.join(''), this);
    for (let index = 0; index < here.length; index += 1)
      view.#append(here[index], there[index], escaped[index]);
    return view;
  }

  #append(here = 0, there = 0, escaped = 0): void {
    this.#here.push(here);
    this.#there.push(there);
    this.#escaped.push(escaped);
  }

  /** The range of the first text that a range of this view was decoded from, whole escapes included. */
  toSource(range: Range): Range {
    if (!this.parent) return range;
    return this.parent.toSource({ start: this.#startOf(range.start), end: this.#endOf(range.end) });
  }

  #startOf(index: number): number {
    const stretch = this.#stretchAt(index);
    const there = this.#there[stretch] ?? 0;
    return this.#escaped[stretch] ? there : there + index - (this.#here[stretch] ?? 0);
  }

  #endOf(index: number): number {
    const stretch = this.#stretchAt(index - 1);
    const there = this.#there[stretch] ?? 0;
    return there + (this.#escaped[stretch] || index - (this.#here[stretch] ?? 0));
  }

  #stretchAt(index: number): number {
    let low = 0;
    let high = this.#here.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#here[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
