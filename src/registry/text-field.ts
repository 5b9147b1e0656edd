import type { SourceFile, Span } from '../text/source.js';
import type { JsonString } from './json/nodes.js';
import { childPointer } from './json/pointer.js';
import { escapesIn } from './json/strings.js';

/** After this index of the decoded text, up to the next entry, indices and offsets run side by side from `offset`. */
interface Stretch {
  readonly index: number;
  readonly offset: number;
}

/** A string of the registry that knows where in the file each of its characters is written. */
export class TextField {
  readonly value: string;
  readonly #start: number;
  readonly #end: number;
  #stretches: Stretch[] | undefined;

  /** @param parent JSON pointer (RFC 6901) of what holds the string */
  constructor(
    readonly file: SourceFile,
    { value, start, end }: JsonString,
    private readonly parent: string,
    private readonly key: string | number,
  ) {
    this.value = value;
    this.#start = start;
    this.#end = end;
  }

  /** Where the string stands in the file, quotes included. Made when asked for, as nearly no field of a registry is. */
  get span(): Span {
    return { start: this.#start, end: this.#end };
  }

  /** JSON pointer (RFC 6901) of the string. */
  get pointer(): string {
    return childPointer(this.parent, this.key);
  }

  /**
   * The file offset of the character that became `value[index]` (UTF-16 units on both sides): of the backslash where
   * it is written as an escape. `value.length` and beyond give the place of the closing quote.
   */
  offsetAt(index: number): number {
    const contentStart = this.#start + 1;
    if (index <= 0) return contentStart;
    const contentEnd = this.#contentEnd();
    if (index >= this.value.length) return contentEnd;
    this.#stretches ??= this.#readStretches(contentStart, contentEnd);
    const stretch = lastAtOrBefore(this.#stretches, index);
    return stretch.offset + (index - stretch.index);
  }

  /** The file span of `value.slice(start, end)`, whole escapes included. */
  spanOf(start: number, end: number): Span {
    return { start: this.offsetAt(start), end: Math.max(this.offsetAt(start), this.offsetAt(end)) };
  }

  #contentEnd(): number {
    const start = this.#start;
    const end = this.#end;
    // Without a closing quote the string ends where its line does.
    const isClosed = end - start >= 2 && this.file.text[end - 1] === this.file.text[start];
    return isClosed ? end - 1 : end;
  }

  #readStretches(contentStart: number, contentEnd: number): Stretch[] {
    const stretches: Stretch[] = [{ index: 0, offset: contentStart }];
    // As long as it was written: nothing was decoded, backslashes or not.
    if (this.value.length === contentEnd - contentStart) return stretches;
    let index = 0;
    let offset = contentStart;
    for (const found of escapesIn(this.file.text, { start: this.#start, end: contentEnd })) {
      index += found.offset - offset + found.decodedLength;
      offset = found.offset + found.length;
      if (found.decodedLength === 1) stretches.push({ index: index - 1, offset: found.offset });
      stretches.push({ index, offset });
    }
    return stretches;
  }
}

function lastAtOrBefore(stretches: readonly Stretch[], index: number): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((stretches[middle]?.index ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return stretches[low] ?? { index: 0, offset: 0 };
}
