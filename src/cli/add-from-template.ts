/** The entry of a template and answers. */

import type { NewSecret } from '../config/index.js';
import type { ImportedVariable } from '../imports/imported-entry.js';
import { findManifest } from '../scaffolding/manifests.js';
import type { NewEntry } from '../scaffolding/place-entry.js';
import { type AnswerQuestions, withDefaults } from '../scaffolding/question.js';
import { renderScaffold } from '../scaffolding/render-scaffold.js';
import { type AddWords, answersOf } from './add-words.js';

/** An entry that is to be added, whatever it was made from. */
export interface Addition extends NewEntry {
  /** Those without a value are for a person to fill in. */
  readonly secrets: readonly NewSecret[];
  /** Values that its templates ask for with get_variable(). */
  readonly variables: readonly Readonly<ImportedVariable>[];
  /** What the author should know, in whole sentences. */
  readonly notes: readonly string[];
}

/** @throws {UserError} for a template or an option that does not exist, and answers that are missing or wrong */
export async function fromTemplate(
  { template = '', flags }: AddWords,
  yes: boolean,
  ask: AnswerQuestions,
): Promise<Addition> {
  const { id, questions } = await findManifest(template);
  const given = answersOf(`The template \`${id}\``, questions, flags);
  const answers = yes ? withDefaults(questions, given) : await ask(questions, given);
  const { kind, entry, secrets } = await renderScaffold(id, answers);
  return {
    kind,
    entry,
    permalinkIsGiven: Boolean(answers.get('permalink')),
    nameIsGiven: given.has('name'),
    secrets: secrets.map((name) => ({ name, value: '' })),
    variables: [],
    notes: [],
  };
}
