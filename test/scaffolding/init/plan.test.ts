/** What `init` plans, from facts alone: nothing of these projects is on a disk. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Choices, Plan, Project } from '../../../src/scaffolding/init/model.js';
import { planChanges } from '../../../src/scaffolding/init/plan.js';
import { wantedFiles } from '../../../src/scaffolding/init/wanted-files.js';

const root = '/work/acme';
const at = (...names: string[]) => join(root, ...names);

const empty: Project = {
  root,
  repository: undefined,
  registry: { path: at('connectors_registry.json'), isThere: false },
  configuration: undefined,
  secretsFile: at('.connector-secrets.env'),
  ignoredAbove: false,
  tests: false,
  hasEditorSettings: false,
  workflow: undefined,
  installedSchemas: undefined,
  isDependency: false,
  widgetTemplate: [],
  otherService: false,
};
const usual: Choices = {
  example: { name: 'Hello', permalink: 'hello' },
  user: 'ada',
  tests: true,
  ci: 'github',
  vscode: true,
  agents: false,
};

async function planned(
  facts: Partial<Project> = {},
  chosen: Partial<Choices> = {},
  existing: Record<string, string> = {},
): Promise<Plan> {
  const project = { ...empty, ...facts };
  const choices = { ...usual, ...chosen };
  const wanted = await wantedFiles(project, choices);
  return planChanges(
    project,
    choices,
    wanted,
    new Map(Object.entries(existing).map(([name, text]) => [at(name), text])),
  );
}

const paths = ({ changes }: Plan, action: string) =>
  changes.filter((change) => change.action === action).map(({ path }) => path.slice(root.length + 1));
const textOf = ({ changes }: Plan, path: string) =>
  changes.find((change) => change.path === at(path))?.after ?? '';

const registry: Project['registry'] = {
  path: at('connectors_registry.json'),
  isThere: true,
  secrets: [{ name: 'crm_api_key', usedBy: 'orders' }],
  secretNames: ['known_already', 'crm_api_key'],
  variables: [{ name: 'portal_host', usedBy: 'orders, contacts' }],
  permalink: 'orders',
};

describe('the plan of init', () => {
  it('makes everything out of nothing', async () => {
    const plan = await planned();
    expect(paths(plan, 'create')).toEqual([
      'connectors_registry.json',
      'connector.config.yaml',
      'mocks/api.example.com/hello.json',
      'tests/hello.connector-test.yaml',
      '.connector-secrets.env',
      '.connector-secrets.env.example',
      '.gitignore',
      '.vscode/settings.json',
      '.vscode/connector-schemas/connectors-registry.schema.json',
      '.vscode/connector-schemas/connector-test.schema.json',
      '.vscode/connector-schemas/connector-config.schema.json',
      '.github/workflows/connectors.yml',
    ]);
    expect(plan.next).toEqual(['validate', 'test', 'run hello']);
  });

  it('leaves out what nobody wants', async () => {
    const none = { example: null, ci: 'none', vscode: false } as const;
    const plan = await planned({}, none);
    expect(paths(plan, 'create')).toEqual([
      'connectors_registry.json',
      'connector.config.yaml',
      '.connector-secrets.env',
      '.connector-secrets.env.example',
      '.gitignore',
    ]);
    expect(JSON.parse(textOf(plan, 'connectors_registry.json'))).toEqual({
      connectors: [],
      composite_connectors: [],
    });
    expect(textOf(plan, 'connector.config.yaml')).not.toMatch(/\$schema|^routes/m);
  });

  it('names what the registry needs, and gives it no connector', async () => {
    const plan = await planned({ registry }, { example: null }, { 'connectors_registry.json': '' });
    expect(paths(plan, 'keep')).toEqual(['connectors_registry.json']);
    expect(paths(plan, 'create')).not.toContain('mocks/api.example.com/hello.json');
    expect(textOf(plan, '.connector-secrets.env')).toMatch(/^crm_api_key=$/m);
    expect(textOf(plan, '.connector-secrets.env')).not.toContain('known_already');
    expect(textOf(plan, '.connector-secrets.env.example')).toMatch(/^known_already=\ncrm_api_key=$/m);
    expect(textOf(plan, 'connector.config.yaml')).toContain('#   "portal_host": ""   # orders, contacts');
    expect(plan.notes.join('\n')).toMatch(/crm_api_key[\s\S]*portal_host/);
    expect(plan.next).toEqual(['validate', 'doctor', 'run orders']);
    // Nothing to test yet: a step that finds no test file would fail.
    expect(textOf(plan, '.github/workflows/connectors.yml')).not.toMatch(/^ +- run: .* test$/m);
  });

  it('adds lines to secrets, and keeps those that are there', async () => {
    const existing = {
      '.connector-secrets.env': 'other=1\n',
      '.gitignore': 'node_modules',
      'connectors_registry.json': '',
    };
    const plan = await planned({ registry }, { example: null }, existing);
    expect(paths(plan, 'merge')).toEqual(['.connector-secrets.env', '.gitignore']);
    expect(textOf(plan, '.connector-secrets.env')).toBe('other=1\ncrm_api_key=\n');
  });

  it('keeps a configuration, and says how the first connector gets its answers', async () => {
    const plan = await planned({ configuration: at('package.json') });
    expect(paths(plan, 'create')).not.toContain('connector.config.yaml');
    expect(paths(plan, 'keep')).toEqual(['package.json']);
    expect(plan.next.at(-1)).toBe('run hello --route https://api.example.com=./mocks/api.example.com');
    // Whose names are in it nobody can tell.
    expect(textOf(plan, 'tests/hello.connector-test.yaml')).not.toContain('user: ada');
  });

  it('puts the workflow at the top of the repository, and works in the project', async () => {
    const plan = await planned({ repository: '/work' });
    const workflow = plan.changes.find(({ path }) => path.startsWith('/work/.github/'));
    expect(workflow?.after).toContain('working-directory: "acme"');
  });

  it('uses the installed package where there is one', async () => {
    const plan = await planned({
      installedSchemas: at('node_modules/connector-cli/schemas'),
      isDependency: true,
    });
    expect(paths(plan, 'create').filter((path) => path.includes('schema'))).toEqual([]);
    expect(textOf(plan, '.vscode/settings.json')).toContain('./node_modules/connector-cli/schemas/');
    expect(textOf(plan, 'tests/hello.connector-test.yaml')).toContain(
      '$schema=../node_modules/connector-cli/schemas/connector-test.schema.json',
    );
    expect(textOf(plan, '.github/workflows/connectors.yml')).toMatch(
      /npm ci[\s\S]*npx connector-cli validate/,
    );
  });

  it('appends notes for agents once', async () => {
    const plan = await planned({}, { agents: true }, { 'AGENTS.md': '# Ours\n' });
    expect(textOf(plan, 'AGENTS.md')).toMatch(/^# Ours\n\n<!-- connector-cli -->/);
    const again = await planned({}, { agents: true }, { 'AGENTS.md': textOf(plan, 'AGENTS.md') });
    expect(paths(again, 'keep')).toContain('AGENTS.md');
  });
});
