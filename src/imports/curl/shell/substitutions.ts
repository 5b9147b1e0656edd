/** What a shell would have put into the command, and what is not known here. */

/** `$TOKEN`, `${TOKEN:-none}`, `%TOKEN%`, `$(cat token)` */
export interface Substitution {
  /** Null where it is the output of a command. */
  readonly name: string | null;
  /** The value where the variable is not set; null where the command gives none. */
  readonly fallback: string | null;
  /** As it stands in the command. */
  readonly written: string;
}

const first = 0xf0000;
const last = 0xffffd;

/**
 * Keeps each substitution in the text as one character for private use, so that the text around it can be cut, decoded and
 * compared like any other. The characters begin after the last one that the command itself holds.
 */
export class Substitutions {
  readonly #base: number;
  readonly #all: Substitution[] = [];

  constructor(command: string) {
    let base = first;
    for (const [character] of command.matchAll(/[\u{f0000}-\u{ffffd}]/gu)) {
      base = Math.max(base, (character.codePointAt(0) ?? 0) + 1);
    }
    this.#base = base;
  }

  mark(substitution: Substitution): string {
    const code = this.#base + this.#all.length;
    if (code > last) return substitution.written;
    this.#all.push(substitution);
    return String.fromCodePoint(code);
  }

  of(character: string): Substitution | null {
    return this.#all[(character.codePointAt(0) ?? 0) - this.#base] ?? null;
  }

  isIn(text: string): boolean {
    return this.split(text).some((piece) => typeof piece !== 'string');
  }

  /** The text, cut at its substitutions. */
  split(text: string): (string | Substitution)[] {
    if (this.#all.length === 0) return text === '' ? [] : [text];
    const pieces: (string | Substitution)[] = [];
    let literal = '';
    for (const character of text) {
      const substitution = this.of(character);
      if (!substitution) {
        literal += character;
        continue;
      }
      if (literal !== '') pieces.push(literal);
      pieces.push(substitution);
      literal = '';
    }
    if (literal !== '') pieces.push(literal);
    return pieces;
  }

  /** As a person would write it: for names and messages. */
  written(text: string): string {
    return this.split(text)
      .map((piece) => (typeof piece === 'string' ? piece : piece.written))
      .join('');
  }
}
