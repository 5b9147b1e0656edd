/** `add <template>`: one more entry in the registry. */
import {
  type LintConfiguration,
  loadLintConfiguration,
  type NewSecret,
  SecretMask,
} from '../config/index.js';
import { addEntry } from '../scaffolding/add-entry.js';
import { findManifest } from '../scaffolding/manifests.js';
import type { NewEntry } from '../scaffolding/place-entry.js';
import { type AnswerQuestions, withDefaults, withoutAsking } from '../scaffolding/question.js';
import { renderScaffold } from '../scaffolding/render-scaffold.js';
import { UserError } from '../text/user-error.js';
import { checkFor } from './add-check.js';
import { planSecrets, writeSecrets } from './add-secrets.js';
import { answersOf, readWords } from './add-words.js';
import { exitCodes } from './exit-codes.js';
import type { GlobalOptions } from './options.js';
import { registerSecrets } from './register-secrets.js';
import { showAdded } from './show-added.js';
import { showTemplates } from './show-templates.js';
import type { Streams } from './streams.js';
import { workingDirectory } from './working-directory.js';

export interface AddOptions extends GlobalOptions {
  yes?: boolean;
  dryRun?: boolean;
}

/** An entry that is to be added, whatever it was made from. */
interface Addition extends NewEntry {
  readonly secrets: readonly NewSecret[];
  /** What the author should know. */
  readonly notes: readonly string[];
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
  ask: AnswerQuestions = withoutAsking,
): Promise<number> {
  const { template, flags } = readWords(words);
  if (template === undefined) return showTemplates(flags, options, streams);
  const manifest = await findManifest(template);
  const given = answersOf(manifest, flags);
  const cwd = await workingDirectory(options.cwd, streams);
  const configuration = await loadLintConfiguration({
    cwd,
    configPath: options.config,
    registryPath: options.registry,
    processEnv: streams.env,
  });
  // Nobody answers questions for a registry that is not there.
  const registryPath = registryOf(configuration);
  const answers = options.yes
    ? withDefaults(manifest.questions, given)
    : await ask(manifest.questions, given);
  const { kind, entry, secrets } = await renderScaffold(manifest.id, answers);
  const addition: Addition = {
    kind,
    entry,
    permalinkIsGiven: Boolean(answers.get('permalink')),
    nameIsGiven: given.has('name'),
    secrets: secrets.map((name) => ({ name, value: '' })),
    notes: [],
  };
  return add(addition, { configuration, registryPath, cwd }, options, streams);
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
  await showAdded(
    { added, kind: addition.kind, notes: addition.notes, secrets, registryPath, cwd, mask },
    options,
    streams,
  );
  return exitCodes.ok;
}

function registryOf({ registryPath }: LintConfiguration): string {
  if (registryPath !== undefined) return registryPath;
  throw new UserError({
    code: 'registry-not-found',
    message: 'There is no connectors_registry.json in this directory or above it.',
    hint: 'Make one with connector-cli init, go to the repository that holds it, or name it with --registry <path>.',
  });
}
