import type { SourceFile } from '../../text/source.js';
import { UserError } from '../../text/user-error.js';

export interface ProblemDetails {
  /** Without the `test-file-` that all of them begin with. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The most errors that are told of one file; whoever has more has one cause. */
const mostProblems = 50;

/** Keys and names of a file may be of any length. */
const longestMessage = 500;

/** What is wrong with a test file. Readers append and go on, so that one look shows all of it. */
export class ProblemList {
  readonly #problems = new Map<string, { offset: number; error: UserError }>();

  constructor(readonly source: SourceFile) {}

  /** A second error of the same kind at the same place tells nothing new. */
  add(offset: number, { code, message, hint }: ProblemDetails): void {
    const key = `${offset} ${code}`;
    if (this.#problems.has(key)) return;
    const place = { file: this.source.path, ...this.source.positionAt(offset) };
    this.#problems.set(key, {
      offset,
      error: new UserError({
        code: `test-file-${code}`,
        message: cut(message),
        hint: hint && cut(hint),
        ...place,
      }),
    });
  }

  /** An error of another file that this one names: fixtures, for example. */
  addElsewhere(offset: number, error: UserError): void {
    this.#problems.set(`${offset} ${error.code} ${error.file}`, { offset, error });
  }

  get isEmpty(): boolean {
    return this.#problems.size === 0;
  }

  /** In the order of the file. */
  errors(): UserError[] {
    return [...this.#problems.values()]
      .sort((a, b) => a.offset - b.offset)
      .slice(0, mostProblems)
      .map(({ error }) => error);
  }
}

const cut = (text: string): string =>
  text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
