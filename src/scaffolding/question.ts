/** What a scaffold asks, and which answers make sense. */
import { slugPattern } from '../registry/index.js';
import { UserError } from '../text/user-error.js';

export type QuestionKind =
  | 'text'
  | 'url'
  | 'identifier'
  | 'identifiers'
  | 'header'
  | 'choice'
  | 'permalink'
  | 'user';

/** As it stands in a manifest. */
export interface Question {
  /** The name of the flag, without its hyphens. */
  readonly id: string;
  /** What a person is asked. */
  readonly text: string;
  readonly kind: QuestionKind;
  readonly default?: string;
  /** Asked for where nobody gave it; others take their default. */
  readonly required?: boolean;
  /** Of kind `choice`. */
  readonly choices?: readonly string[];
  /** In characters. */
  readonly longest?: number;
}

/** By the question's id. */
export type Answers = ReadonlyMap<string, string>;

/**
 * Gets the answers that are missing: by asking a person, or not at all.
 * @param given checked already
 * @throws {UserError} where one is missing and cannot be had
 */
export type AnswerQuestions = (questions: readonly Question[], given: Answers) => Promise<Answers>;

/** Every scaffold takes it; without it the name gives the permalink. */
export const permalinkQuestion: Question = {
  id: 'permalink',
  text: 'Permalink (default: from the name)',
  kind: 'permalink',
  longest: 255,
};

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

const identifierFault = (value: string): string | null =>
  identifier.test(value) ? null : 'must be letters, digits and underscores, and begin with no digit';

const faults: Record<QuestionKind, (value: string, question: Question) => string | null> = {
  text: () => null,
  url: urlFault,
  identifier: identifierFault,
  user: (value) =>
    value === 'anonymous' ? 'must not be anonymous: that user always exists' : identifierFault(value),
  identifiers: (value) =>
    listOf(value).length > 0 && listOf(value).every((each) => identifier.test(each))
      ? null
      : 'must be names of letters, digits and underscores, with commas between them',
  // RFC 9110, section 5.6.2: what the name of a header is made of.
  header: (value) =>
    /^[\w!#$%&'*+.^`|~-]+$/.test(value) ? null : 'must be the name of a header or parameter, without spaces',
  choice: (value, { choices = [] }) =>
    choices.includes(value) ? null : `must be one of ${choices.join(', ')}`,
  permalink: (value) =>
    slugPattern.test(value) ? null : 'must be lower-case letters, digits and single hyphens',
};

/** What is wrong with an answer, as the end of a sentence; null where nothing is. */
export function answerFault(question: Question, value: string): string | null {
  if (value === '') return question.required ? 'must not be empty' : null;
  const { longest } = question;
  if (longest !== undefined && [...value].length > longest)
    return `must be at most ${longest} characters long`;
  return faults[question.kind](value, question);
}

/** @throws {UserError} `bad-answer`, which names the flag */
export function checkAnswers(questions: readonly Question[], answers: Answers): void {
  for (const question of questions) {
    const value = answers.get(question.id);
    const fault = value === undefined ? null : answerFault(question, value);
    if (fault === null) continue;
    throw new UserError({
      code: 'bad-answer',
      message: `--${question.id} ${fault}.`,
      hint: `${question.text}.${question.default === undefined ? '' : ` For example: ${question.default}`}`,
    });
  }
}

/** Defaults for whatever has no answer. */
export function withDefaults(questions: readonly Question[], given: Answers): Answers {
  const defaults = questions.map(({ id, default: value = '' }) => [id, value] as const);
  return new Map([...defaults, ...given]);
}

/** For pipes and CI. @throws {UserError} `missing-answer`, which names the flags */
export const withoutAsking: AnswerQuestions = async (questions, given) => {
  const missing = questions.filter(({ id, required }) => required && !given.has(id));
  if (missing.length === 0) return withDefaults(questions, given);
  const flags = missing.map(({ id }) => `--${id}`).join(', ');
  const examples = missing.map(({ id, default: value = '...' }) => `--${id} ${shellWord(value)}`).join(' ');
  throw new UserError({
    code: 'missing-answer',
    message: `${flags} ${missing.length === 1 ? 'is' : 'are'} missing, and nobody can be asked here.`,
    hint: `Add ${examples}, or --yes for the defaults.`,
  });
};

export const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const shellWord = (text: string): string =>
  /^[\w./:@,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** The first look alone: what else makes an address impossible the linter says. platform.md section 2. */
function urlFault(value: string): string | null {
  if (!/^https:\/\//i.test(value)) {
    return /^\{\{/.test(value) ? null : 'must begin with https://';
  }
  const plain = value.replaceAll(/\{\{[\s\S]*?\}\}/g, 'x');
  if (/[\s\p{Cc}"<>\\^`{|}]/u.test(plain))
    return 'must be a URL, in which spaces and the like are percent-encoded';
  return URL.canParse(plain) ? null : 'must be a URL';
}
