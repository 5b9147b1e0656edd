import type { UserError } from '../../../text/user-error.js';
import type { PastedText } from '../pasted-text.js';
import type { Substitutions } from './substitutions.js';

/** One argument, its quotes resolved. What the shell would fill in stands in it as marks of `Substitutions`. */
export interface Word {
  readonly text: string;
  /** Where it begins in the command, in UTF-16 units. */
  readonly start: number;
}

/** The first command of what was pasted. */
export interface ShellCommand {
  readonly words: readonly Word[];
  /** What its standard input is, where the text says so: a here-document. */
  readonly input: string | null;
  /** Where the command ended and another thing begins; null at the end of the text. */
  readonly end: CommandEnd | null;
  readonly notes: readonly string[];
}

export interface CommandEnd {
  readonly operator: string;
  readonly at: number;
}

/** @throws {UserError} `curl-syntax`, where the shell could not read it either */
export type ReadShell = (pasted: PastedText, substitutions: Substitutions) => ShellCommand;

/** Collects the characters of words. */
export class Words {
  readonly words: Word[] = [];
  #text: string | null = null;
  #start = 0;

  get isOpen(): boolean {
    return this.#text !== null;
  }

  get text(): string {
    return this.#text ?? '';
  }

  /** @param at where the character, or the quote before it, stands */
  add(text: string, at: number): void {
    if (this.#text === null) this.#start = at;
    this.#text = (this.#text ?? '') + text;
  }

  /** Without what was read last, such as the number before a `>`. */
  drop(): void {
    this.#text = null;
  }

  close(): void {
    if (this.#text !== null) this.words.push({ text: this.#text.toWellFormed(), start: this.#start });
    this.#text = null;
  }
}

export const unclosed = (pasted: PastedText, at: number, what: string): UserError =>
  pasted.fault(at, 'curl-syntax', `${what} is not closed`, 'Paste the whole command, with every quote.');
