/** Half-open range of offsets into a file's text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Both count from 1; the column in characters (code points), not in UTF-16 units or bytes. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A text file and the way from an offset to line and column. LF, CRLF and a lone CR end a line. A byte order mark
 * takes no column, as no editor shows one.
 */
export class SourceFile {
  #lineStarts: number[] | undefined;
  #pairs: number[] | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  /** An offset beyond the text means its end. Cheap to ask often: two binary searches. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.#starts();
    const line = countUpTo(starts, at);
    const start = starts[line - 1] ?? 0;
    this.#pairs ??= offsetsOf(this.text, /[\ud800-\udbff](?=[\udc00-\udfff])/g, 1);
    // Each surrogate pair that ends at or before the offset is one character in two units.
    const pairs = countUpTo(this.#pairs, at - 1) - countUpTo(this.#pairs, start - 1);
    const mark = start === 0 && at > 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { line, column: at - start - pairs - mark + 1 };
  }

  /** The text of a line without its line end; empty beyond the last. */
  lineText(line: number): string {
    const { start, end } = this.lineSpan(line);
    return this.text.slice(start, end);
  }

  /** Where a line stands, without its line end. Cheap, however long the line is. */
  lineSpan(line: number): Span {
    const starts = this.#starts();
    const start = starts[line - 1] ?? this.text.length;
    let end = starts[line] ?? this.text.length;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end -= 1;
    return { start, end };
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  #starts(): number[] {
    this.#lineStarts ??= [0, ...offsetsOfLineStarts(this.text)];
    return this.#lineStarts;
  }
}

function* offsetsOfLineStarts(text: string): Generator<number> {
  for (const match of text.matchAll(/\r\n|\n|\r/g)) yield match.index + match[0].length;
}

function offsetsOf(text: string, pattern: RegExp, shift: number): number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(pattern)) offsets.push(match.index + shift);
  return offsets;
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
