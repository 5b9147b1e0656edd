/** Which files a project should have, whatever is there already. */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { version } from '../../platform/version.js';
import { registryFileName } from '../../registry/index.js';
import { withSlashes } from '../../text/find-files.js';
import { packageFolder } from '../manifests.js';
import { schemaNames, withSchemas } from './editor-settings.js';
import { isIgnored, otherSecrets, withBlock, withNames } from './merge-lines.js';
import { agentMark, type Choices, type Project, type WantedFile } from './model.js';
import { type RenderTemplate, templateRenderer } from './render-texts.js';

/** Copies of the schemas, where the package is not installed in the project. */
const copiedSchemas = join('.vscode', 'connector-schemas');

/** In the order in which a person should hear of them. */
export async function wantedFiles(project: Project, choices: Choices): Promise<WantedFile[]> {
  const render = await templateRenderer();
  const context = contextOf(project, choices);
  const groups = await Promise.all([
    connectorFiles(project, choices, context, render),
    secretFiles(project, context, render),
    choices.vscode ? editorFiles(project) : [],
    workflowFiles(project, choices, context, render),
    choices.agents ? agentFiles(project, context, render) : [],
  ]);
  return groups.flat();
}

type Context = ReturnType<typeof contextOf>;

function contextOf(project: Project, { example, user, vscode, tests }: Choices) {
  const { root, registry, repository, secretsFile, isDependency } = project;
  const schemas = schemaFolder(project, vscode);
  const nothing = { secrets: [], secretNames: [], variables: [] };
  const { secrets, secretNames, variables } = registry.isThere ? registry : nothing;
  const registryPath = inside(root, registry.path);
  return {
    example,
    // Who is known where the configuration is not ours nobody can tell.
    user: project.configuration === undefined ? userNames(user) : null,
    schemas,
    secrets: secrets.map(({ name }) => name),
    secretNames,
    variables,
    registry: registryPath,
    secretsFile: inside(root, secretsFile),
    hasTests: project.tests || (example !== null && tests),
    isDependency,
    program: isDependency ? 'npx connector-cli' : `npx --yes connector-cli@${version}`,
    workingDirectory: repository === undefined || repository === root ? null : inside(repository, root),
  };
}

/** Relative to the project, `./...`; null where nothing holds them. */
function schemaFolder({ root, installedSchemas }: Project, vscode: boolean): string | null {
  if (installedSchemas !== undefined) return dotted(inside(root, installedSchemas));
  return vscode ? dotted(withSlashes(copiedSchemas)) : null;
}

const dotted = (path: string): string =>
  path.startsWith('.') && !path.startsWith('.v') ? path : `./${path}`;

const userNames = (name: string) => ({
  name,
  first: name.slice(0, 1).toUpperCase() + name.slice(1),
  last: name === 'ada' ? 'Lovelace' : 'Example',
});

async function connectorFiles(
  { root, registry, configuration, tests }: Project,
  choices: Choices,
  context: Context,
  render: RenderTemplate,
): Promise<WantedFile[]> {
  const { example } = choices;
  const isUsual = context.registry === registryFileName;
  const files: WantedFile[] = [
    {
      path: registry.path,
      what: 'registry',
      text: await render('connectors_registry.json', context),
    },
  ];
  if (configuration === undefined) {
    const own = { ...context, registry: isUsual ? null : context.registry };
    files.push({
      path: join(root, 'connector.config.yaml'),
      what: 'configuration',
      text: await render('connector.config.yaml', own),
    });
  }
  if (example === null) return files;
  const mock = join(root, 'mocks', 'api.example.com', 'hello.json');
  files.push({ path: mock, what: 'answer', text: await render('hello.json', context) });
  if (!choices.tests || tests) return files;
  const ofTest = { ...context, schemas: context.schemas === null ? null : join('..', context.schemas) };
  files.push({
    path: join(root, 'tests', `${example.permalink}.connector-test.yaml`),
    what: 'test file',
    text: await render('hello.connector-test.yaml', {
      ...ofTest,
      schemas: ofTest.schemas && withSlashes(ofTest.schemas),
    }),
  });
  return files;
}

async function secretFiles(
  { root, secretsFile, ignoredAbove }: Project,
  context: Context,
  render: RenderTemplate,
): Promise<WantedFile[]> {
  const ignored = [context.secretsFile, otherSecrets];
  const block = await render('gitignore', { ignored });
  const merge = (names: readonly string[]) => (text: string) => withNames(text, names);
  const ignore: WantedFile = {
    path: join(root, '.gitignore'),
    what: '.gitignore',
    text: block,
    merge: (text) => withBlock(text, block, isIgnored(text, context.secretsFile)),
  };
  return [
    {
      path: secretsFile,
      what: 'secrets file',
      // For its owner alone.
      mode: 0o600,
      text: await render('secrets.env', context),
      merge: merge(context.secrets),
    },
    {
      path: `${secretsFile}.example`,
      what: 'example of the secrets file',
      text: await render('secrets.env.example', context),
      merge: merge(context.secretNames),
    },
    ...(ignoredAbove ? [] : [ignore]),
  ];
}

async function editorFiles(project: Project): Promise<WantedFile[]> {
  const { root, installedSchemas } = project;
  const settings = (text: string) => withSchemas(text, schemaFolder(project, true) ?? '');
  const files: WantedFile[] = [
    {
      path: join(root, '.vscode', 'settings.json'),
      what: 'settings of VS Code',
      text: `${settings('').text}\n`,
      merge: settings,
    },
  ];
  if (installedSchemas !== undefined) return files;
  const folder = await packageFolder('schemas');
  const copies = schemaNames.map(async (name) => ({
    path: join(root, copiedSchemas, name),
    what: 'schema',
    text: await readFile(join(folder, name), 'utf8'),
  }));
  return [...files, ...(await Promise.all(copies))];
}

async function workflowFiles(
  { root, repository, workflow }: Project,
  { ci }: Choices,
  context: Context,
  render: RenderTemplate,
): Promise<WantedFile[]> {
  if (ci === 'none' || workflow !== undefined) return [];
  const path = join(repository ?? root, '.github', 'workflows', 'connectors.yml');
  return [{ path, what: 'workflow', text: await render('connectors.yml', context) }];
}

async function agentFiles(
  { root }: Project,
  context: Context,
  render: RenderTemplate,
): Promise<WantedFile[]> {
  const block = await render('agents.md', context);
  const merge = (text: string) => withBlock(text, block, text.includes(agentMark));
  return [{ path: join(root, 'AGENTS.md'), what: 'notes for coding agents', text: block, merge }];
}

/** As texts name it. */
const inside = (folder: string, path: string): string => withSlashes(relative(folder, path)) || dirname(path);
