/** Where each piece of a rendered text came from. */
import type { Span } from './errors.js';

/** A place of the template that prints. */
export interface OutputSite {
  /** `tag`: what a `call`, `filter` or `block` tag or a recursive loop printed, whatever stands inside it. */
  readonly kind: 'text' | 'expression' | 'tag';
  /** In the template's source: the literal text, the expression without its braces, or the tag. */
  readonly span: Span;
}

export interface OutputPiece extends OutputSite {
  /** UTF-16 offsets in the rendered text; they are equal where the place printed nothing. */
  readonly start: number;
  readonly end: number;
}

/** A place whose text autoescape changed, with what it printed the first time. */
export interface EscapedOutput {
  readonly span: Span;
  readonly text: string;
}

/**
 * Filled in by the render that it is given to. What a macro or a captured block prints belongs to the expression or tag that
 * finally prints it; `escaped` names the places inside of them, too.
 */
export class OutputTrace {
  private readonly starts: number[] = [];
  private readonly sites: OutputSite[] = [];
  private readonly escapedSites = new Map<OutputSite, EscapedOutput>();
  private end = 0;

  /** Pieces come in order, each where the last one ended. */
  add(site: OutputSite, start: number, end: number): void {
    this.starts.push(start);
    this.sites.push(site);
    this.end = end;
  }

  addEscaped(site: OutputSite, text: string): void {
    if (!this.escapedSites.has(site)) this.escapedSites.set(site, { span: site.span, text });
  }

  get length(): number {
    return this.sites.length;
  }

  get escaped(): readonly EscapedOutput[] {
    return [...this.escapedSites.values()];
  }

  piece(index: number): OutputPiece | undefined {
    const site = this.sites[index];
    if (!site) return undefined;
    return { ...site, start: this.starts[index] ?? 0, end: this.starts[index + 1] ?? this.end };
  }

  *pieces(): Generator<OutputPiece> {
    for (let index = 0; index < this.length; index += 1) yield this.piece(index) as OutputPiece;
  }

  /** The piece that holds the character at `offset` of the rendered text; at or beyond its end, the last one that printed. */
  pieceAt(offset: number): OutputPiece | undefined {
    let index = this.lastStartingAt(Math.min(offset, this.end - 1));
    // Of several that start at one place only the last printed something, or none did.
    while (index > 0 && this.starts[index] === (this.starts[index + 1] ?? this.end)) index -= 1;
    return this.piece(index);
  }

  /** The pieces that printed nothing between two offsets of the rendered text, both included. */
  *emptyBetween(from: number, to: number): Generator<OutputPiece> {
    for (let index = this.lastStartingAt(from - 1) + 1; index < this.length; index += 1) {
      const piece = this.piece(index) as OutputPiece;
      if (piece.start > to) return;
      if (piece.start === piece.end) yield piece;
    }
  }

  /** The last index whose piece starts at `offset` or before; -1 where none does. */
  private lastStartingAt(offset: number): number {
    let low = -1;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * The offset in a template's source of the character at `offset` in the rendered text, where literal text printed it; elsewhere
 * that of the expression or tag.
 */
export function sourceOffset(source: string, piece: OutputPiece, offset: number): number {
  const { span, start, end } = piece;
  if (piece.kind !== 'text') return span.start;
  let left = Math.max(0, Math.min(offset, end) - start);
  let at = span.start;
  // A line break of two characters in the source printed one.
  for (; left > 0; left -= 1) at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
  return Math.min(at, span.end);
}
