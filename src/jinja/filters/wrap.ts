/** Wrapping a line at a width, as Python's `textwrap` does it: where words end, and what goes on which line. */
import type { Runtime } from '../calls.js';
import { typeError, valueError } from '../errors.js';
import { compare } from '../values/compare.js';
import { Float, type Value } from '../values/model.js';
import { numberOf } from '../values/numbers/floats.js';
import { codePointLength, codePointSlice } from '../values/strings/codepoints.js';
import { strip } from '../values/strings/split.js';
import { repr } from '../values/text.js';
import { isNumeric } from '../values/types.js';

export interface WrapOptions {
  /** A word longer than a line is cut. */
  readonly breakLongWords: boolean;
  /** Long words are cut after a hyphen where there is one. */
  readonly breakOnHyphens: boolean;
  /** Words with hyphens are several words; Python asks for `True` itself here. */
  readonly splitOnHyphens: boolean;
}

const WHITE = '\\t-\\r ';
const WORD = '[\\p{L}\\p{N}_]';
const PUNCTUATED = '[\\p{L}\\p{N}_!"\'&.,?]';
const LETTER = '[\\p{L}\\p{Nl}\\p{No}_]';

const spaces = new RegExp(`([${WHITE}]+)`, 'u');
/** White space; a dash between words; a word, up to a hyphen inside it, its end, or a dash. */
const words = new RegExp(
  `([${WHITE}]+|(?<=${PUNCTUATED})-{2,}(?=${WORD})|[^${WHITE}]+?(?:` +
    `-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})|` +
    `(?=[${WHITE}]|$)|(?<=${PUNCTUATED})(?=-{2,}${WORD})))`,
  'u',
);

const isBlank = (chunk: string) => strip(chunk, null) === '';

/** The lines; white space at their ends is dropped. */
export function wrapLine(text: string, width: Value, options: WrapOptions, runtime: Runtime): string[] {
  const chunks = text.split(options.splitOnHyphens ? words : spaces).filter((chunk) => chunk !== '');
  if (!isNumeric(width) || numberOf(width) <= 0) {
    compare('<=', width, 0, runtime);
    throw valueError(`invalid width ${repr(width, runtime)} (must be > 0)`);
  }
  runtime.budget.step(chunks.length);
  return new LineWrapper(chunks, numberOf(width), width instanceof Float, options, runtime).run();
}

class LineWrapper {
  private readonly lines: string[] = [];
  private at = 0;

  constructor(
    private readonly chunks: string[],
    private readonly width: number,
    private readonly fractional: boolean,
    private readonly options: WrapOptions,
    private readonly runtime: Runtime,
  ) {}

  run(): string[] {
    const { chunks, lines } = this;
    while (this.at < chunks.length) {
      this.runtime.budget.step();
      if (lines.length > 0 && isBlank(chunks[this.at] as string)) this.at += 1;
      const line = this.fill();
      if (line.length > 0 && isBlank(line.at(-1) as string)) line.pop();
      if (line.length > 0) lines.push(line.join(''));
    }
    return lines;
  }

  /** The chunks of one line. */
  private fill(): string[] {
    const { chunks, width } = this;
    const line: string[] = [];
    let length = 0;
    while (this.at < chunks.length) {
      const size = codePointLength(chunks[this.at] as string);
      if (length + size > width) break;
      line.push(chunks[this.at] as string);
      length += size;
      this.at += 1;
    }
    const next = chunks[this.at];
    if (next !== undefined && codePointLength(next) > width) this.longWord(line, length, next);
    return line;
  }

  /** A chunk that fits on no line is cut to what is left of this one, or stands alone. */
  private longWord(line: string[], length: number, chunk: string): void {
    if (!this.options.breakLongWords) {
      if (line.length > 0) return;
      line.push(chunk);
      this.at += 1;
      return;
    }
    if (this.fractional)
      throw typeError('slice indices must be integers or None or have an __index__ method');
    const left = this.width < 1 ? 1 : this.width - length;
    const head = this.cut(chunk, left);
    line.push(head);
    this.chunks[this.at] = chunk.slice(head.length);
  }

  private cut(chunk: string, left: number): string {
    const head = codePointSlice(chunk, 0, left);
    if (!this.options.breakOnHyphens) return head;
    const hyphen = head.lastIndexOf('-');
    return hyphen > 0 && /[^-]/.test(head.slice(0, hyphen)) ? head.slice(0, hyphen + 1) : head;
  }
}
