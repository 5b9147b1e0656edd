/** The registry and the configuration that a test runner works on. */
import { loadWorkspace, type Persona, type Workspace } from '../../config/index.js';
import { loadRegistry, parseRegistry, type Registry, refuseUnreadable } from '../../registry/index.js';
import { UserError } from '../../text/user-error.js';
import { directoryPath } from './directory.js';
import type { TestRunnerOptions } from './types.js';

export interface TestProject {
  directory: string;
  registry: Registry;
  workspace: Workspace;
}

/** @throws {UserError} where one of them cannot be used */
export async function loadProject(options: TestRunnerOptions): Promise<TestProject> {
  const directory = directoryPath(options.directory);
  const given = options.registry;
  const path = typeof given === 'string' && !isJsonText(given) ? given : undefined;
  const workspace = await loadWorkspace({
    cwd: directory,
    ...(options.config === false ? { withoutConfiguration: true } : { configPath: options.config }),
    registryPath: path,
    environmentName: options.env,
    processEnv: {},
    mockSecretsOnly: true,
  });
  const registry = await registryOf(path === undefined ? given : undefined, workspace);
  refuseUnreadable(registry);
  const { tenantId = workspace.tenantId } = options;
  return { directory, registry, workspace: { ...workspace, tenantId } };
}

const isJsonText = (text: string): boolean => /^\s*\{/.test(text);

async function registryOf(given: TestRunnerOptions['registry'], workspace: Workspace): Promise<Registry> {
  if (typeof given === 'string') return parseRegistry(given, registryName);
  if (given !== undefined) {
    return isRegistry(given) ? given : parseRegistry(JSON.stringify(given, null, 2), registryName);
  }
  if (workspace.registryPath !== undefined) return loadRegistry(workspace.registryPath);
  throw new UserError({
    code: 'no-registry',
    message: `There is no connectors_registry.json in ${workspace.root} or above it.`,
    hint: 'Give `registry` or `directory` to createRunner.',
  });
}

/** Of one that is in no file, for places in messages. */
const registryName = 'connectors_registry.json';

const isRegistry = (value: object): value is Registry =>
  'find' in value && typeof value.find === 'function' && 'file' in value;

/** With one user more. */
export const withUser = (workspace: Workspace, user: Persona): Workspace => ({
  ...workspace,
  users: new Map([...workspace.users, [user.name, user]]),
});
