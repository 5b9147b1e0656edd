/** The configuration and the registry that a command works on. */
import { loadWorkspace, type Workspace, type WorkspaceOptions } from '../config/index.js';
import { loadRegistry, type Registry, refuseUnreadable } from '../registry/index.js';
import type { GlobalOptions } from './options.js';
import { noRegistry } from './working-directory.js';

export interface OpenedRegistry {
  workspace: Workspace;
  registry: Registry;
}

/** @throws {UserError} where one of them cannot be read, or there is no registry */
export async function openRegistry(
  options: GlobalOptions & { env?: string },
  where: Pick<WorkspaceOptions, 'cwd' | 'processEnv' | 'mockSecretsOnly'>,
): Promise<OpenedRegistry> {
  const workspace = await openWorkspace(options, where);
  if (workspace.registryPath === undefined) throw noRegistry();
  const registry = await loadRegistry(workspace.registryPath);
  refuseUnreadable(registry);
  return { workspace, registry };
}

/** @throws {UserError} where the configuration cannot be used */
export const openWorkspace = (
  { config, registry, env }: GlobalOptions & { env?: string },
  where: Pick<WorkspaceOptions, 'cwd' | 'processEnv' | 'mockSecretsOnly'>,
): Promise<Workspace> =>
  loadWorkspace({ ...where, configPath: config, registryPath: registry, environmentName: env });
