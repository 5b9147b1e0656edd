/** Questions as data, and what counts as an answer. */
export interface Choice {
  readonly value: string;
  /** Default: the value. */
  readonly label?: string;
  /** A few words behind it. */
  readonly detail?: string;
}

/** Of `confirm` a boolean, of `choices` a list, of all others text. */
export type Answer = string | boolean | readonly string[];

/** By the question's id, in the order of the questions. */
export type Answers = ReadonlyMap<string, Answer>;

export interface Question {
  readonly id: string;
  readonly prompt: string;
  /** `choices` takes any number of its choices; `secret` is text that is not shown and keeps its line breaks. */
  readonly kind: 'text' | 'choice' | 'choices' | 'confirm' | 'secret';
  /** Of `choice` and `choices`. */
  readonly choices?: readonly (string | Choice)[];
  /** What Enter alone answers. */
  readonly default?: Answer;
  /** Text must not be empty, and of `choices` one must be taken. */
  readonly required?: boolean;
  /** Says what is wrong with a text, or null. */
  readonly validate?: (text: string) => string | null;
  /** Whether it is asked at all, by the answers before it. */
  readonly when?: (answers: Answers) => boolean;
}

export const choicesOf = ({ choices = [] }: Question): readonly Choice[] =>
  choices.map((choice) => (typeof choice === 'string' ? { value: choice } : choice));

export const isText = ({ kind }: Question): boolean => kind === 'text' || kind === 'secret';

/** What is wrong with a text, as something to read. */
export function textFault(question: Question, text: string): string | null {
  if (text === '') return question.required ? 'An answer is needed.' : null;
  return question.validate?.(text) ?? null;
}
