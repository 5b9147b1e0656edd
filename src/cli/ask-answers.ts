/** The questions of `add`, asked on a terminal. */
import type { OperationSummary } from '../imports/openapi/operations.js';
import { loadManifests } from '../scaffolding/manifests.js';
import { type AnswerQuestions, answerFault, type Question } from '../scaffolding/question.js';
import { askQuestions } from '../views/prompts/ask-questions.js';
import type { PromptStreams } from '../views/prompts/interact.js';
import { pick } from '../views/prompts/pick.js';
import type { Question as PromptQuestion } from '../views/prompts/question.js';
import type { AddWords } from './add-words.js';
import { unlessCancelled } from './prompting.js';

/** Asks for whatever is not given. @throws {Cancelled} */
export const askAnswers =
  (prompts: PromptStreams): AnswerQuestions =>
  async (questions, given) => {
    const missing = questions.filter(({ id }) => !given.has(id));
    const answers = unlessCancelled(await askQuestions(missing.map(promptOf), prompts));
    return new Map([...given, ...textAnswers(answers)]);
  };

/** Asks for a template and then for what that one asks, all in one form. @throws {Cancelled} */
export async function askTemplate(prompts: PromptStreams): Promise<AddWords> {
  const manifests = await loadManifests();
  const choices = manifests.map(({ id, summary }) => ({ value: id, detail: summary }));
  const form: PromptQuestion[] = [
    { id: 'template', prompt: 'What to add', kind: 'choice', choices, default: 'get' },
    ...manifests.flatMap(({ id: template, questions }) =>
      questions.map((question) => ({
        ...promptOf(question),
        id: `${template}/${question.id}`,
        when: (answers: ReadonlyMap<string, unknown>) => answers.get('template') === template,
      })),
    ),
  ];
  const answers = unlessCancelled(await askQuestions(form, prompts));
  const template = String(answers.get('template'));
  const flags = textAnswers(answers)
    .filter(([id]) => id !== 'template')
    .map(([id, text]) => [id.slice(template.length + 1), text] as const);
  const questions = manifests.find(({ id }) => id === template)?.questions ?? [];
  const offered = new Map(questions.map(({ id, default: value = '' }) => [id, value]));
  // What was left at its default counts as not given, as on the command line.
  return { template, flags: new Map(flags.filter(([id, text]) => text !== offered.get(id))) };
}

/** @throws {Cancelled} */
export async function pickOperation(
  operations: readonly OperationSummary[],
  prompts: PromptStreams,
): Promise<OperationSummary> {
  const items = operations.map((operation) => ({
    operation,
    title: operation.id,
    name: [...(operation.deprecated ? ['(deprecated)'] : []), operation.summary].join(' '),
    details: `${operation.method} ${operation.path}`,
  }));
  return unlessCancelled(await pick(items, { title: 'Which operation?' }, prompts)).operation;
}

function promptOf(question: Question): PromptQuestion {
  const { id, text, kind, default: offered, required, choices } = question;
  const shared = { id, prompt: text, ...(offered === undefined ? {} : { default: offered }) };
  if (kind === 'choice') return { ...shared, kind: 'choice', choices: choices ?? [] };
  return {
    ...shared,
    kind: 'text',
    required: required ?? false,
    validate: (answer) => {
      const fault = answerFault(question, answer);
      return fault === null ? null : `It ${fault}.`;
    },
  };
}

const textAnswers = (answers: ReadonlyMap<string, unknown>): [string, string][] =>
  [...answers].map(([id, answer]) => [id, String(answer)]);
