/** Whether this machine, its configuration and its network can run the connectors of a registry. */
import {
  type Route,
  registerSecrets,
  type SecretMask,
  type Workspace,
  type WorkspaceOptions,
} from '../config/index.js';
import type { Clock } from '../platform/clock.js';
import { proxyPasswords } from '../platform/transport/proxy.js';
import type { Lookup } from '../platform/transport/resolve.js';
import type { Registry } from '../registry/index.js';
import { certificateFindings } from './certificates.js';
import type { Check } from './check.js';
import { clockCheck } from './clock.js';
import { configurationFindings } from './configuration.js';
import { type Destinations, destinationsOf } from './destinations.js';
import { hostFindings, type ProgressListener, skippedHosts, unknownHostChecks } from './hosts.js';
import { createProber } from './probe.js';
import { type Machine, programChecks } from './program.js';
import { proxyFindings } from './proxies.js';
import { proxyReachChecks } from './proxy-reach.js';
import { secretChecks } from './secrets.js';
import { usageOf } from './usage.js';
import { userChecks } from './users.js';
import { variableChecks } from './variables.js';

export interface DiagnosisOptions {
  readonly machine: Machine;
  readonly workspace: WorkspaceOptions;
  /** Of the command line; they win over the configuration's. */
  readonly variables: ReadonlyMap<string, string>;
  readonly routes: readonly Route[];
  /** Touch nothing of the network. */
  readonly offline: boolean;
  /** For each host. */
  readonly timeout_ms: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Where secrets are put as soon as they are known; see `Check`. */
  readonly mask: SecretMask;
  readonly onProgress?: ProgressListener;
  /** In place of the operating system's. */
  readonly lookup?: Lookup;
}

export interface Diagnosis {
  readonly checks: Check[];
  /** Some hosts were not checked. */
  readonly interrupted: boolean;
}

export async function diagnose(options: DiagnosisOptions): Promise<Diagnosis> {
  const { workspace, registry, checks: found } = await configurationFindings(options.workspace);
  for (const password of proxyPasswords(workspace?.http.proxy)) options.mask.add(password);
  if (workspace) registerSecrets(workspace.secrets, options.mask);
  const { authorities, checks: certificates } = await certificateFindings({
    caPath: workspace?.http.caPath,
    startDirectory: process.cwd(),
    processEnv: options.workspace.processEnv,
    now_ms: options.clock.date_ms(),
  });
  const checks = [...programChecks(options.machine), ...found];
  if (!workspace) {
    checks.push(notChecked(registry), ...certificates);
    return { checks, interrupted: options.signal.aborted };
  }
  const variables = new Map([...workspace.variables, ...options.variables]);
  const routes = [...options.routes, ...workspace.routes];
  checks.push(...nameChecks(registry, workspace, options), ...userChecks(workspace, registry));
  const destinations: Destinations = registry
    ? destinationsOf(registry, { variables, routes, allowPrivateNetwork: workspace.http.allowPrivateNetwork })
    : { known: [], unknown: [] };
  checks.push(...(await networkChecks(destinations, { workspace, authorities, certificates }, options)));
  return { checks, interrupted: options.signal.aborted };
}

/** Without the configuration nobody knows of values, routes and proxies: to contact hosts might contact the wrong ones. */
const notChecked = (registry: Registry | null): Check => ({
  id: 'configuration-needed',
  group: 'configuration',
  state: 'note',
  title: 'not checked',
  detail: `secrets, variables, users, proxy${registry ? ' and hosts' : ''}: the configuration has to be usable first`,
  advice: null,
});

function nameChecks(registry: Registry | null, workspace: Workspace, options: DiagnosisOptions): Check[] {
  if (!registry) return [];
  const usage = usageOf(registry);
  const isWhole = registry.problems.every(({ severity }) => severity !== 'error');
  return [
    ...secretChecks(usage, workspace.secrets, isWhole),
    ...variableChecks(usage, { configured: workspace.variables, given: options.variables }),
  ];
}

interface NetworkSetup {
  workspace: Workspace;
  /** PEM texts of `http.ca`. */
  authorities: readonly string[];
  certificates: readonly Check[];
}

async function networkChecks(
  { known, unknown }: Destinations,
  { workspace, authorities, certificates }: NetworkSetup,
  options: DiagnosisOptions,
): Promise<Check[]> {
  const { http } = workspace;
  const { offline, signal, timeout_ms, clock, lookup } = options;
  const targets = [...new Set(known.map(({ target }) => target))];
  const proxies = proxyFindings(targets, {
    configured: http.proxy,
    processEnv: options.workspace.processEnv,
  });
  if (offline) {
    return [
      ...(await proxyReachChecks(proxies.uses, null)),
      ...proxies.checks,
      ...certificates,
      ...unknownHostChecks(unknown),
      ...skippedHosts(known, '--offline was given'),
    ];
  }
  const network = { timeout_ms, signal, ...(lookup ? { lookup } : {}) };
  const probe = createProber({
    ...network,
    clock,
    certificateAuthorities: authorities,
    proxy: http.proxy,
  });
  const [reached, hosts] = await Promise.all([
    proxyReachChecks(proxies.uses, network),
    hostFindings(known, {
      allowPrivateNetwork: http.allowPrivateNetwork,
      probe,
      signal,
      onProgress: options.onProgress ?? (() => {}),
    }),
  ]);
  const clocks = known.length > 0 && !signal.aborted ? [clockCheck(hosts.skews)] : [];
  return [
    ...reached,
    ...proxies.checks,
    ...certificates,
    ...hosts.checks,
    ...unknownHostChecks(unknown),
    ...clocks,
  ];
}
