/** `init [directory]`: from nothing to a connector that runs, and from a registry to a project. contracts.md, Commands. */
import { registerSecrets, SecretMask } from '../config/index.js';
import { applyPlan } from '../scaffolding/init/apply-plan.js';
import { planChanges } from '../scaffolding/init/plan.js';
import { choicesOf, initQuestions } from '../scaffolding/init/questions.js';
import { readExisting } from '../scaffolding/init/read-existing.js';
import { wantedFiles } from '../scaffolding/init/wanted-files.js';
import {
  type Answers,
  checkAnswers,
  type Question,
  withDefaults,
  withoutAsking,
} from '../scaffolding/question.js';
import { exitCodes } from './exit-codes.js';
import { findProject } from './init-project.js';
import type { GlobalOptions } from './options.js';
import { promptStreams } from './prompting.js';
import { showPlan } from './show-plan.js';
import type { Streams } from './streams.js';
import { workingDirectory } from './working-directory.js';

export interface InitOptions extends GlobalOptions {
  name?: string;
  permalink?: string;
  user?: string;
  /** False with `--no-example`. */
  example?: boolean;
  tests?: boolean;
  vscode?: boolean;
  agents?: boolean;
  /** False with `--no-ci`. */
  ci?: 'github' | 'none' | false;
  yes?: boolean;
  dryRun?: boolean;
}

/** @throws {UserError} for whatever keeps the project from being made; nothing is then written */
export async function initCommand(
  directory: string | undefined,
  options: InitOptions,
  streams: Streams,
): Promise<number> {
  const cwd = await workingDirectory(options.cwd, streams);
  const { project, secrets, notes } = await findProject(directory, cwd, options, streams);
  const mask = new SecretMask();
  if (secrets) registerSecrets(secrets, mask);
  const wantsExample = options.example ?? true;
  const { asked, all } = initQuestions(project, wantsExample);
  const given = givenAnswers(options);
  checkAnswers(all, given);
  const answers = await answersTo(asked, given, options, streams);
  const choices = choicesOf(answers, project, wantsExample);
  const wanted = await wantedFiles(project, choices);
  const plan = planChanges(project, choices, wanted, await readExisting(wanted));
  if (!options.dryRun) await applyPlan(plan, streams.interrupt);
  const { installedSchemas } = project;
  await showPlan(
    {
      plan: { ...plan, notes: [...notes, ...plan.notes] },
      cwd,
      mask,
      program: installedSchemas === undefined ? 'connector-cli' : 'npx connector-cli',
    },
    options,
    streams,
  );
  return exitCodes.ok;
}

async function answersTo(
  asked: readonly Question[],
  given: Answers,
  options: InitOptions,
  streams: Streams,
): Promise<Answers> {
  if (options.yes) return withDefaults(asked, given);
  const prompts = promptStreams(options, streams);
  if (prompts === null) return withoutAsking(asked, given);
  const { askAnswers } = await import('./ask-answers.js');
  return askAnswers(prompts)(asked, given);
}

/** The flags that are there, as answers to questions. */
function givenAnswers({ name, permalink, user, tests, vscode, agents, ci }: InitOptions): Answers {
  const yesOrNo = (flag: boolean | undefined) => (flag === undefined ? undefined : flag ? 'yes' : 'no');
  const all: [string, string | undefined][] = [
    ['name', name],
    ['permalink', permalink],
    ['user', user],
    ['tests', yesOrNo(tests)],
    ['vscode', yesOrNo(vscode)],
    ['agents', yesOrNo(agents)],
    ['ci', ci === false ? 'none' : ci],
  ];
  return new Map(all.filter((each): each is [string, string] => each[1] !== undefined));
}
