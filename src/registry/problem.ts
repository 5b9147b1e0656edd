import type { Span } from '../text/source.js';
import { type SyntaxErrorCode, syntaxErrorCodes } from './json/syntax-error.js';

const structureCodes = [
  'invalid-utf8',
  'duplicate-key',
  'not-an-object',
  'no-connectors',
  'wrong-type',
  'null-value',
  'missing-field',
  'unknown-field',
  'misplaced-field',
  'too-short',
  'too-long',
  'unknown-method',
  'bad-permalink',
  'bad-step-name',
  'no-steps',
  'duplicate-permalink',
  'duplicate-step-name',
  'duplicate-row-key',
  'underivable-permalink',
  'unknown-authentication-type',
  'deprecated-authentication-type',
  'bad-authentication-value',
  'too-many-problems',
] as const;
export type StructureCode = (typeof structureCodes)[number];

export type ProblemCode = SyntaxErrorCode | StructureCode;

/** Every code there is. */
export const problemCodes: readonly ProblemCode[] = [...syntaxErrorCodes, ...structureCodes];

export interface Problem {
  readonly code: ProblemCode;
  /** `error`: the platform would reject the file. `warning`: it would accept it, and not do what it says. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do, where the message does not say it. */
  readonly advice?: string;
  readonly span: Span | null;
  readonly pointer: string;
  /** The entry's permalink, or its name where it has no permalink. */
  readonly connector?: string;
  readonly step?: string;
  /** What the author most likely meant: a field name, a method, a type. */
  readonly suggestion?: string;
  /** JSON text that can take the place of `span` without asking. */
  readonly replacement?: string;
}

/** A problem in full sentences: what is wrong, and what to do. */
export const inSentences = ({ message, advice }: Problem): string =>
  advice === undefined ? message : `${message} ${advice}`;

/** Whose problem it is. */
export interface Owner {
  readonly connector?: string;
  readonly step?: string;
}

const mostProblems = 10_000;

/** Collects problems, leaves out what may follow from a guess of the parser, and stops at ten thousand. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #foreign = new Set<number>();
  #dropped = false;

  /** @param firstGuess see `JsonDocument.firstGuess` */
  constructor(private readonly firstGuess: number) {}

  /** @param reach where the text ends that the problem was read from, where that is beyond its span */
  add(problem: Problem, reach = problem.span?.end ?? 0): void {
    if (reach >= this.firstGuess) return;
    if (problem.span && this.#foreign.has(problem.span.start)) return;
    this.addCertain(problem);
  }

  /** For faults of the text itself. */
  addCertain(problem: Problem): void {
    // A word that JSON has not is one fault, whatever type it would have had.
    if (problem.code === 'not-json-value' && problem.span) this.#foreign.add(problem.span.start);
    if (this.isFull) this.#dropped = true;
    else this.#problems.push(problem);
  }

  /** Something was left out already: whoever has more to say may stop. */
  get isOverfull(): boolean {
    return this.#dropped;
  }

  get isFull(): boolean {
    return this.#problems.length >= mostProblems;
  }

  inFileOrder(): Problem[] {
    const ordered = [...this.#problems].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
    if (this.#dropped) {
      ordered.push({
        code: 'too-many-problems',
        severity: 'error',
        message: `There are more than ${mostProblems} problems; the rest is left out.`,
        span: null,
        pointer: '',
      });
    }
    return ordered;
  }
}
