/** `add`: one more entry in the registry, made from a template, a command of curl or an operation of an OpenAPI document. */
import {
  type LintConfiguration,
  loadLintConfiguration,
  registerSecrets,
  SecretMask,
} from '../config/index.js';
import { addEntry } from '../scaffolding/add-entry.js';
import { type AnswerQuestions, withoutAsking } from '../scaffolding/question.js';
import { UserError } from '../text/user-error.js';
import type { PromptStreams } from '../views/prompts/interact.js';
import { checkFor } from './add-check.js';
import { type Addition, fromTemplate } from './add-from-template.js';
import { planSecrets, writeSecrets } from './add-secrets.js';
import { type AddWords, readWords } from './add-words.js';
import { exitCodes } from './exit-codes.js';
import type { GlobalOptions } from './options.js';
import { promptStreams } from './prompting.js';
import { showAdded } from './show-added.js';
import { showTemplates } from './show-templates.js';
import type { Streams } from './streams.js';
import { workingDirectory } from './working-directory.js';

export interface AddOptions extends GlobalOptions {
  yes?: boolean;
  dryRun?: boolean;
  fromCurl?: string;
  fromOpenapi?: string;
  operation?: string;
  listOperations?: boolean;
  server?: number;
}

/**
 * @param words what stands on the command line beside the options of every template
 * @param ask how missing answers are got, where somebody is there to give them
 * @throws {UserError} for whatever keeps the entry from being added; the registry is then as it was
 */
export async function addCommand(
  words: readonly string[],
  options: AddOptions,
  streams: Streams,
  ask?: AnswerQuestions,
): Promise<number> {
  const read = readWords(words);
  refuseContradictions(read, options);
  const isImport = options.fromCurl !== undefined || options.fromOpenapi !== undefined;
  const prompts = options.yes ? null : promptStreams(options, streams);
  if (read.template === undefined && !isImport && (prompts === null || read.flags.size > 0)) {
    return showTemplates(read.flags, options, streams);
  }
  const cwd = await workingDirectory(options.cwd, streams);
  if (options.listOperations) {
    const { showOperations } = await import('./add-from-import.js');
    return showOperations(options, streams, cwd);
  }
  const configuration = await loadLintConfiguration({
    cwd,
    configPath: options.config,
    registryPath: options.registry,
    processEnv: streams.env,
  });
  // Nobody answers questions for a registry that is not there.
  const registryPath = registryOf(configuration);
  const addition = isImport
    ? await (await import('./add-from-import.js')).fromImport(read.flags, options, streams, cwd)
    : await fromAnswers(read, options, prompts, ask);
  return add(addition, { configuration, registryPath, cwd }, options, streams);
}

async function fromAnswers(
  read: AddWords,
  options: AddOptions,
  prompts: PromptStreams | null,
  ask: AnswerQuestions | undefined,
): Promise<Addition> {
  if (prompts === null) return fromTemplate(read, options.yes ?? false, ask ?? withoutAsking);
  const { askAnswers, askTemplate } = await import('./ask-answers.js');
  if (read.template !== undefined) return fromTemplate(read, false, ask ?? askAnswers(prompts));
  return fromTemplate(await askTemplate(prompts), true, withoutAsking);
}

interface Place {
  readonly configuration: LintConfiguration;
  readonly registryPath: string;
  readonly cwd: string;
}

async function add(
  addition: Addition,
  { configuration, registryPath, cwd }: Place,
  options: AddOptions,
  streams: Streams,
): Promise<number> {
  const dryRun = options.dryRun ?? false;
  const mask = new SecretMask();
  const known = await configuration.secrets();
  if (known) registerSecrets(known, mask);
  for (const { value } of addition.secrets) mask.add(value);
  const secrets = await planSecrets(addition.secrets, configuration, known, dryRun);
  const added = await addEntry({
    ...addition,
    registryPath,
    check: checkFor(configuration, mask),
    dryRun,
    signal: streams.interrupt,
  });
  if (!dryRun) await writeSecrets(secrets, streams.interrupt);
  await showAdded({ added, addition, secrets, registryPath, cwd, mask }, options, streams);
  return exitCodes.ok;
}

/** @throws {UserError} `wrong-usage` */
function refuseContradictions({ template }: AddWords, options: AddOptions): void {
  const sources = [
    ...(template === undefined ? [] : [`the template \`${template}\``]),
    ...(options.fromCurl === undefined ? [] : ['--from-curl']),
    ...(options.fromOpenapi === undefined ? [] : ['--from-openapi']),
  ];
  const fail = (message: string, hint: string) => new UserError({ code: 'wrong-usage', message, hint });
  if (sources.length > 1) {
    throw fail(`One entry is made from one thing, not from ${sources.join(' and ')}.`, 'Name one of them.');
  }
  if (options.fromOpenapi !== undefined) return;
  const [flag] = [
    ...(options.operation === undefined ? [] : ['--operation']),
    ...(options.listOperations ? ['--list-operations'] : []),
    ...(options.server === undefined ? [] : ['--server']),
  ];
  if (flag) throw fail(`${flag} goes with --from-openapi <file|url>.`, '--help shows what there is.');
}

function registryOf({ registryPath }: LintConfiguration): string {
  if (registryPath !== undefined) return registryPath;
  throw new UserError({
    code: 'registry-not-found',
    message: 'There is no connectors_registry.json in this directory or above it.',
    hint: 'Make one with connector-cli init, go to the repository that holds it, or name it with --registry <path>.',
  });
}
