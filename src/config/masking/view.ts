import { codePointOf, type Decoder, lengthOf } from './decoders.js';

/** Half-open range in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where stretches of a decoded text come from, in three columns; ascending. */
class Stretches {
  #columns = new Uint32Array(3 * 64);
  length = 0;

  /** @param escaped the length of an escape in the text that it was decoded from, 0 for what was copied */
  add(here: number, there: number, escaped: number): void {
    const at = this.length * 3;
    if (at === this.#columns.length) {
      const grown = new Uint32Array(at * 2);
      grown.set(this.#columns);
      this.#columns = grown;
    }
    this.#columns[at] = here;
    this.#columns[at + 1] = there;
    this.#columns[at + 2] = escaped;
    this.length += 1;
  }

  /** The stretch that holds an index of the decoded text. */
  at(index: number): { here: number; there: number; escaped: number } {
    const columns = this.#columns;
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((columns[middle * 3] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const [here = 0, there = 0, escaped = 0] = columns.subarray(low * 3, low * 3 + 3);
    return { here, there, escaped };
  }
}

/** A text with one layer of escapes decoded, and the way back to the text that it was made from. */
export class View {
  private constructor(
    readonly text: string,
    private readonly parent: View | undefined,
    private readonly stretches: Stretches,
  ) {}

  static of(text: string): View {
    return new View(text, undefined, new Stretches());
  }

  /** Undefined where there is nothing to decode. */
  decoded(decoder: Decoder): View | undefined {
    const { text } = this;
    const next = nextOf(text, decoder.triggers);
    if (next(0) === text.length) return undefined;
    const units = new Uint16Array(text.length);
    const stretches = new Stretches();
    stretches.add(0, 0, 0);
    let length = 0;
    let copied = 0;
    const copy = (to: number): void => {
      for (let at = copied; at < to; at += 1) units[length++] = text.charCodeAt(at);
    };
    for (let at = next(0); at < text.length; at = next(at)) {
      const escaped = decoder.read(text, at);
      if (escaped === 0) {
        at += 1;
        continue;
      }
      copy(at);
      stretches.add(length, at, lengthOf(escaped));
      const codePoint = codePointOf(escaped);
      if (codePoint > 0xffff) units[length++] = 0xd800 + ((codePoint - 0x10000) >> 10);
      units[length++] = codePoint > 0xffff ? 0xdc00 + (codePoint & 0x3ff) : codePoint;
      at += lengthOf(escaped);
      copied = at;
      stretches.add(length, at, 0);
    }
    if (stretches.length === 1) return undefined;
    copy(text.length);
    const decoded = Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
    return new View(decoded, this, stretches);
  }

  /** The range of the first text that a range of this view was decoded from, whole escapes included. */
  toSource(range: Range): Range {
    if (!this.parent) return range;
    return this.parent.toSource({ start: this.#startOf(range.start), end: this.#endOf(range.end) });
  }

  #startOf(index: number): number {
    const { here, there, escaped } = this.stretches.at(index);
    return escaped > 0 ? there : there + index - here;
  }

  #endOf(index: number): number {
    const { here, there, escaped } = this.stretches.at(index - 1);
    return there + (escaped > 0 ? escaped : index - here);
  }
}

/** A function from an index to the next trigger there or later, or to the text's end. */
function nextOf(text: string, triggers: readonly string[]): (from: number) => number {
  const found = triggers.map(() => -1);
  return (from) => {
    let nearest = text.length;
    for (let index = 0; index < triggers.length; index += 1) {
      let at = found[index] ?? -1;
      if (at < from) {
        at = text.indexOf(triggers[index] ?? '', from);
        if (at === -1) at = text.length;
        found[index] = at;
      }
      if (at < nearest) nearest = at;
    }
    return nearest;
  };
}
