/** The configuration file and the registry: found, readable, and fit for the platform. */
import { relative } from 'node:path';
import { loadWorkspace, type Workspace, type WorkspaceOptions } from '../config/index.js';
import { findRegistry, loadRegistry, type Registry } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import { type Check, plural } from './check.js';

export interface ConfigurationFindings {
  /** Null where the configuration is unusable: nothing is then known of secrets, routes and the like. */
  workspace: Workspace | null;
  /** Null where there is none that could be read. */
  registry: Registry | null;
  checks: Check[];
}

/** Never throws for what the user did wrong: that is a check. */
export async function configurationFindings(options: WorkspaceOptions): Promise<ConfigurationFindings> {
  const checks: Check[] = [];
  let workspace: Workspace | null = null;
  try {
    workspace = await loadWorkspace(options);
    checks.push(...workspaceChecks(workspace, options.cwd));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    checks.push(brokenConfiguration(error, options.cwd));
  }
  const { registry, check } = await registryFindings(workspace, options);
  return { workspace, registry, checks: [...checks, check] };
}

function workspaceChecks({ configFile, environmentName, warnings }: Workspace, cwd: string): Check[] {
  const file: Check = {
    id: 'configuration-file',
    group: 'configuration',
    state: 'ok',
    title: 'file',
    detail: configFile === undefined ? 'none found; everything in it is optional' : shown(configFile, cwd),
    advice: null,
    facts: { file: configFile ?? null },
  };
  const environment: Check = {
    id: 'environment',
    group: 'configuration',
    state: 'ok',
    title: 'environment',
    detail: environmentName ?? 'none; --env chooses one',
    advice: null,
    facts: { environment: environmentName ?? null },
  };
  const warned = warnings.map(({ code, message, hint, file: about }): Check => {
    return {
      id: code,
      group: 'configuration',
      state: 'warning',
      title: 'secrets file',
      detail: message.replace(/\.$/, ''),
      advice: hint,
      subject: about,
    };
  });
  return [file, ...(configFile === undefined ? [] : [environment]), ...warned];
}

const brokenConfiguration = (error: UserError, cwd: string): Check => ({
  id: 'configuration-file',
  group: 'configuration',
  state: 'problem',
  title: 'file',
  detail: described(error, cwd),
  advice: error.hint ?? null,
  facts: { ...placeFacts(error), code: error.code },
});

async function registryFindings(
  workspace: Workspace | null,
  { cwd, registryPath }: WorkspaceOptions,
): Promise<{ registry: Registry | null; check: Check }> {
  const path = workspace ? workspace.registryPath : (registryPath ?? (await findRegistry(cwd)));
  const about = { id: 'registry', group: 'configuration', title: 'registry' } as const;
  if (path === undefined) {
    const detail = 'there is no connectors_registry.json in this directory or above it';
    const advice = 'Go to the repository that holds it, or name it with --registry <path>.';
    return { registry: null, check: { ...about, state: 'problem', detail, advice, facts: { file: null } } };
  }
  try {
    const registry = await loadRegistry(path);
    return { registry, check: { ...about, ...registryFacts(registry, cwd) } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const check = {
      ...about,
      state: 'problem' as const,
      detail: described(error, cwd),
      advice: error.hint ?? null,
    };
    return { registry: null, check: { ...check, facts: { ...placeFacts(error), code: error.code } } };
  }
}

function registryFacts(
  registry: Registry,
  cwd: string,
): Pick<Check, 'state' | 'detail' | 'advice' | 'facts'> {
  const { file, connectors, composites, problems } = registry;
  const errors = problems.filter(({ severity }) => severity === 'error');
  // Faults of the text itself explain the others.
  const first = errors.find(({ pointer }) => pointer === '') ?? errors[0] ?? problems[0];
  const counts = `${plural(connectors.length, 'simple connector')}, ${plural(composites.length, 'composite')}`;
  const facts = {
    file: file.path,
    connectors: connectors.length,
    composites: composites.length,
    structural_errors: errors.length,
    structural_warnings: problems.length - errors.length,
  };
  if (!first) return { state: 'ok', detail: `${shown(file.path, cwd)}: ${counts}`, advice: null, facts };
  const place = first.span ? file.positionAt(first.span.start) : null;
  const at = place ? ` in line ${place.line}, column ${place.column}` : '';
  const isRejected = errors.length > 0;
  const count = isRejected ? errors.length : problems.length;
  const kind = plural(count, isRejected ? 'structural problem' : 'structural warning');
  const told = `${kind},${count > 1 ? ' first of all' : ''}${at}: ${first.message.replace(/\.$/, '')}`;
  return {
    state: isRejected ? 'problem' : 'warning',
    detail: `${shown(file.path, cwd)}: ${counts}; ${isRejected ? 'the platform would reject the file: ' : ''}${told}`,
    advice: isRejected ? 'Mend it first: one bad field keeps the whole file from being synchronised.' : null,
    facts,
  };
}

/** Relative to where the command was started, as long as that is shorter. */
function shown(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}

function described({ message, file, line, column }: UserError, cwd: string): string {
  const place = [file && shown(file, cwd), line, column].filter((part) => part !== undefined).join(':');
  const sentence = message.replace(/\.$/, '');
  return place ? `${sentence} (${place})` : sentence;
}

const placeFacts = ({ file, line, column }: UserError): Record<string, unknown> => ({
  file: file ?? null,
  line: line ?? null,
  column: column ?? null,
});
