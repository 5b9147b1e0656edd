/**
 * An answer in a scaffold: whatever a person typed, `<< it >>` stands between the quotes of a JSON string, and prints as it was typed when
 * the platform renders the field. platform.md section 4.
 */
import { listOf, type Question } from './question.js';

/** What the engine would take for a tag, or for the beginning of one with what follows. */
const tagLike = /\{(?=[{%#]|$)|\r/g;

export class AnswerText {
  readonly #isTemplate: boolean;

  constructor(
    readonly value: string,
    { kind }: Pick<Question, 'kind'>,
  ) {
    // A URL is the one answer that people write as a template: get_variable() stands in it.
    this.#isTemplate = kind === 'url';
  }

  /** For fields that are templates. */
  toString(): string {
    return insideString(this.#isTemplate ? this.value : literally(this.value));
  }

  /** For fields that are none: names and keys. */
  get plain(): string {
    return insideString(this.value);
  }

  /** Without slashes at its end, for a path that goes on. */
  get base(): AnswerText {
    return new AnswerText(this.value.replace(/\/+$/, ''), { kind: this.#isTemplate ? 'url' : 'text' });
  }

  /** Of kind `identifiers`. */
  get list(): string[] {
    return listOf(this.value);
  }
}

const literally = (text: string): string =>
  text.replace(tagLike, (found) => `{{ '${found === '\r' ? '\\r' : found}' }}`);

const insideString = (text: string): string => JSON.stringify(text).slice(1, -1);
