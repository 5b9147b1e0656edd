/** From a scaffold and answers to an entry. Asks nobody and writes nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryObject } from '../registry/edit/insert-entry.js';
import { derivePermalink } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import { AnswerText } from './answer-text.js';
import { findManifest } from './manifests.js';
import { loadRenderer } from './nunjucks-renderer.js';
import { type Answers, checkAnswers, withDefaults } from './question.js';

export interface RenderedScaffold {
  readonly kind: 'simple' | 'composite';
  readonly entry: EntryObject;
  /** Names of the secrets that its templates ask for. */
  readonly secrets: readonly string[];
}

/**
 * @param id the scaffold's folder below `templates/`
 * @param given questions without an answer take their default
 * @throws {UserError} `unknown-template`, `bad-answer`, or `underivable-permalink` where neither the permalink nor the name gives one
 */
export async function renderScaffold(id: string, given: Answers): Promise<RenderedScaffold> {
  const manifest = await findManifest(id);
  checkAnswers(manifest.questions, given);
  const answers = new Map(withDefaults(manifest.questions, given));
  answers.set('permalink', answers.get('permalink') || permalinkOf(answers.get('name') ?? ''));
  const context = Object.fromEntries(
    manifest.questions.map((question) => {
      const value = answers.get(question.id) ?? '';
      // Nothing is nothing, so that conditions see it.
      return [question.id.replaceAll('-', '_'), value === '' ? '' : new AnswerText(value, question)];
    }),
  );
  const [source, render] = await Promise.all([
    readFile(join(manifest.folder, 'entry.json.njk'), 'utf8'),
    loadRenderer(),
  ]);
  return {
    kind: manifest.kind,
    entry: JSON.parse(render(source, context)) as EntryObject,
    secrets: manifest.secrets.map((name) => render(name, context)),
  };
}

/** @throws {UserError} `underivable-permalink` */
export function permalinkOf(name: string): string {
  const permalink = derivePermalink(name).slice(0, 255).replace(/-$/, '');
  if (permalink !== '') return permalink;
  throw new UserError({
    code: 'underivable-permalink',
    message: `The name ${JSON.stringify(name)} gives no permalink: it has no letter of a-z and no digit.`,
    hint: 'Give one with --permalink <permalink>: lower-case letters, digits and single hyphens.',
  });
}
