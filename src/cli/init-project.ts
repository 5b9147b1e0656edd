/** What is there where `init` is to make a project. */
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, parse, relative, resolve } from 'node:path';
import {
  type LintConfiguration,
  loadLintConfiguration,
  missingSecrets,
  type Secrets,
} from '../config/index.js';
import { usageOf } from '../diagnosis/usage.js';
import { loadRegistry, type Registry, refuseUnreadable, registryFileName } from '../registry/index.js';
import { isThere } from '../scaffolding/init/apply-plan.js';
import { isIgnored } from '../scaffolding/init/merge-lines.js';
import type { ExistingRegistry, Needed, Project } from '../scaffolding/init/model.js';
import { defaultTestFiles } from '../testing/files/find-test-files.js';
import { findByPatterns } from '../text/find-files.js';
import { findUpward } from '../text/read-file.js';
import { UserError } from '../text/user-error.js';
import type { GlobalOptions } from './options.js';
import type { Streams } from './streams.js';

export interface FoundProject {
  readonly project: Project;
  /** What is configured for it; for masking. */
  readonly secrets: Secrets | null;
  readonly notes: readonly string[];
}

/**
 * @param directory as it was given; without one the project around the working directory, or else that directory itself
 * @throws {UserError} where nothing can be made of what is there
 */
export async function findProject(
  directory: string | undefined,
  cwd: string,
  options: GlobalOptions,
  { env }: Pick<Streams, 'env'>,
): Promise<FoundProject> {
  const start = resolve(cwd, directory ?? '.');
  refuseFile(start, await stat(start).catch(() => null));
  const configure = (at: string) =>
    loadLintConfiguration({
      cwd: at,
      configPath: options.config && resolve(cwd, options.config),
      registryPath: options.registry && resolve(cwd, options.registry),
      processEnv: env,
    });
  const around = await configure(start);
  const root = directory === undefined ? rootOf(around, start, options) : start;
  if (root === parse(root).root || root === homedir()) throw unsuitable(root);
  const configuration = root === start ? around : await configure(root);
  const isOwn = configuration.file !== undefined && dirname(configuration.file) === root;
  const secretsFile = isOwn ? configuration.secretsFile.path : join(root, '.connector-secrets.env');
  const secrets = await configuration.secrets();
  const { registry, notes } = await registryOf(root, configuration, isOwn, secrets, secretsFile, options);
  const repository = await repositoryOf(root);
  const top = repository ?? root;
  const project: Project = {
    root,
    repository,
    registry,
    configuration: isOwn || options.config !== undefined ? configuration.file : undefined,
    secretsFile,
    ignoredAbove:
      top !== root && isIgnored(await textOf(join(top, '.gitignore')), relative(root, secretsFile)),
    tests: (await findByPatterns([defaultTestFiles], [], root)).length > 0,
    hasEditorSettings: (await textOf(join(root, '.vscode', 'settings.json'))).includes(
      'connector-test.schema.json',
    ),
    workflow: await workflowIn(top),
    installedSchemas: await installedSchemas(root, top),
    isDependency: await isDependency(root),
    widgetTemplate: await present(root, ['gsds.json', 'extensions_registry.json', 'widgets']),
    otherService:
      !(await isThere(join(top, '.github'))) &&
      (
        await present(top, [
          '.gitlab-ci.yml',
          'azure-pipelines.yml',
          'bitbucket-pipelines.yml',
          'Jenkinsfile',
        ])
      ).length > 0,
  };
  const inside =
    root === start
      ? []
      : [`This is inside the project ${root}: what it lacks goes there. \`init .\` makes one here.`];
  return { project, secrets, notes: [...inside, ...notes] };
}

function refuseFile(path: string, found: { isDirectory(): boolean } | null): void {
  if (found === null || found.isDirectory()) return;
  throw new UserError({
    code: 'bad-directory',
    file: path,
    message: 'A project needs a directory, and this is a file.',
    hint: 'Name another directory; one that does not exist is made.',
  });
}

const unsuitable = (root: string): UserError =>
  new UserError({
    code: 'unsuitable-directory',
    file: root,
    message: 'No project is made of a home directory or of the root of a disk.',
    hint: 'Name a directory of its own: connector-cli init my-connectors',
  });

/** What is meant for all of a person's projects, in the home directory, is no project itself. */
function rootOf({ file, registryPath }: LintConfiguration, start: string, options: GlobalOptions): string {
  const found = [
    ...(options.config === undefined ? [file] : []),
    ...(options.registry === undefined ? [registryPath] : []),
  ]
    .filter((path) => path !== undefined)
    .map(dirname)
    .filter(
      (path) => path !== homedir() && path !== parse(path).root && !relative(path, start).startsWith('..'),
    );
  return found[0] ?? start;
}

async function registryOf(
  root: string,
  configuration: LintConfiguration,
  isOwn: boolean,
  secrets: Secrets | null,
  secretsFile: string,
  options: GlobalOptions,
): Promise<{ registry: Project['registry']; notes: string[] }> {
  const named = configuration.registryPath;
  const isMeant = named !== undefined && (options.registry !== undefined || isOwn || dirname(named) === root);
  const usual = join(root, registryFileName);
  // A configuration without the key finds one above, which belongs to another project.
  const path =
    isMeant && (options.registry !== undefined || !relative(root, named).startsWith('..')) ? named : usual;
  if (!(await stat(path).catch(() => null))?.isFile())
    return { registry: { path, isThere: false }, notes: [] };
  const registry = await readRegistry(path);
  if (registry !== null) return { registry: await existing(registry, secrets, secretsFile), notes: [] };
  const note = 'The registry cannot be read: connector-cli validate says why.';
  return {
    registry: { path, isThere: true, secrets: [], secretNames: [], variables: [], permalink: null },
    notes: [note],
  };
}

/** Null where it is broken: whoever has such a one still wants the rest. */
async function readRegistry(path: string): Promise<Registry | null> {
  try {
    const registry = await loadRegistry(path);
    refuseUnreadable(registry);
    return registry;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

const writableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

async function existing(
  registry: Registry,
  secrets: Secrets | null,
  secretsFile: string,
): Promise<ExistingRegistry> {
  const usage = usageOf(registry);
  const known = new Set(secrets?.names() ?? []);
  const writable = usage.secrets.filter(({ name }) => writableName.test(name));
  const absent = writable.filter(({ name }) => !known.has(name));
  const missing = await missingSecrets(
    secretsFile,
    absent.map(({ name }) => ({ name, value: '' })),
  );
  const missingNames = new Set(missing.map(({ name }) => name));
  const callable = registry.connectors.find(
    ({ permalink, pathParameters }) =>
      permalink !== '' && pathParameters.every(({ value }) => value !== null),
  );
  return {
    path: registry.file.path,
    isThere: true,
    secrets: absent.filter(({ name }) => missingNames.has(name)).map(needed),
    secretNames: writable.map(({ name }) => name),
    variables: usage.variables.filter(({ hasDefault }) => !hasDefault).map(needed),
    permalink: (registry.composites.find(({ permalink }) => permalink !== '') ?? callable)?.permalink ?? null,
  };
}

const needed = ({ name, usedBy }: { name: string; usedBy: readonly string[] }): Needed => ({
  name,
  // It stands in comments.
  usedBy: usedBy
    .join(', ')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .slice(0, 200),
});

async function repositoryOf(root: string): Promise<string | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    if (await isThere(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

async function workflowIn(top: string): Promise<string | undefined> {
  for (const path of await findByPatterns(['.github/workflows/*.{yml,yaml}'], [], top)) {
    if ((await textOf(path)).includes('connector-cli')) return path;
  }
  return undefined;
}

/** Of the package in the project's own `node_modules`, or in that of the repository. */
async function installedSchemas(root: string, top: string): Promise<string | undefined> {
  const schema = join('node_modules', 'connector-cli', 'schemas', 'connector-config.schema.json');
  const found = await findUpward(root, schema);
  return found === undefined || relative(top, found).startsWith('..') ? undefined : dirname(found);
}

async function isDependency(root: string): Promise<boolean> {
  const hasLock = await isThere(join(root, 'package-lock.json'));
  return hasLock && /"connector-cli"\s*:/.test(await textOf(join(root, 'package.json')));
}

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

async function present(folder: string, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => isThere(join(folder, name))));
  return names.filter((_, at) => found[at]);
}
