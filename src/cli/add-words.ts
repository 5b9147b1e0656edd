/** The command line of `add`: which flags there are depends on the template, so that commander leaves them as they are. */
import { type Answers, checkAnswers, type Question } from '../scaffolding/question.js';
import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';

export interface AddWords {
  readonly template: string | undefined;
  /** `--name value` and `--name=value`, without the hyphens. */
  readonly flags: ReadonlyMap<string, string>;
}

/** @throws {UserError} `wrong-usage` */
export function readWords(words: readonly string[]): AddWords {
  const operands: string[] = [];
  const flags = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, flag, attached] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (flag === undefined) {
      if (word.startsWith('-') && word !== '-') throw usage(`There is no option ${word}.`);
      operands.push(word);
      continue;
    }
    const value = attached ?? words[at + 1];
    if (value === undefined || (attached === undefined && value.startsWith('--'))) {
      const hint = `Write it as --${flag} <value>; a value that begins with hyphens as --${flag}=<value>.`;
      throw usage(`--${flag} has no value.`, hint);
    }
    if (attached === undefined) at += 1;
    flags.set(flag, value);
  }
  if (operands.length > 1) {
    const hint = 'A value with spaces stands in quotes.';
    throw usage(`One template can be added at a time, and here are ${operands.length} words.`, hint);
  }
  return { template: operands[0], flags };
}

/**
 * @param what has the questions, as the beginning of a sentence
 * @throws {UserError} for a flag that no question has, and for an answer that makes no sense
 */
export function answersOf(
  what: string,
  questions: readonly Question[],
  flags: ReadonlyMap<string, string>,
): Answers {
  const ids = questions.map((question) => question.id);
  const unknown = [...flags.keys()].find((flag) => !ids.includes(flag));
  if (unknown !== undefined) {
    const near = suggest(unknown, ids) ?? ids.find((each) => unknown.length > 2 && each.includes(unknown));
    throw new UserError({
      code: 'unknown-flag',
      message: `${what} has no option --${unknown}.`,
      hint:
        near === undefined
          ? `It has: ${listNames(ids.map((each) => `--${each}`))}.`
          : `Did you mean --${near}?`,
    });
  }
  checkAnswers(questions, flags);
  return flags;
}

const usage = (message: string, hint = '--help shows what there is.'): UserError =>
  new UserError({ code: 'wrong-usage', message, hint });
