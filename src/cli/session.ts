/** What the commands that call connectors prepare from flags and configuration. */
import { findPersona, registerSecrets, resolveRoute, SecretMask, type Workspace } from '../config/index.js';
import { upstreamTimeout_ms } from '../platform/limits.js';
import type { Call, PlatformSettings } from '../platform/settings.js';
import { proxyPasswords } from '../platform/transport/proxy.js';
import type { Registry } from '../registry/index.js';
import { openRegistry } from './open-registry.js';
import type { CallOptions, GlobalOptions } from './options.js';
import { readPayload } from './payload.js';
import type { Streams } from './streams.js';
import { workingDirectory } from './working-directory.js';

export interface Session {
  workspace: Workspace;
  registry: Registry;
  settings: PlatformSettings;
  call: Call;
  mask: SecretMask;
  /** PEM texts to trust besides Node's own. */
  certificateAuthorities: string[];
}

/** @throws {UserError} for whatever is missing, unreadable or contradictory */
export async function openSession(
  options: GlobalOptions & CallOptions & { timeout?: number },
  streams: Streams,
): Promise<Session> {
  const cwd = await workingDirectory(options.cwd, streams);
  const { workspace, registry } = await openRegistry(options, { cwd, processEnv: streams.env });
  const mask = new SecretMask();
  registerSecrets(workspace.secrets, mask);
  const { http } = workspace;
  for (const password of proxyPasswords(http.proxy)) mask.add(password);
  const routes = await Promise.all((options.route ?? []).map((route) => resolveRoute(route, cwd)));
  return {
    workspace,
    registry,
    mask,
    call: await readCall(workspace, options, streams),
    certificateAuthorities: await readAuthorities(http.caPath),
    settings: {
      tenantId: workspace.tenantId,
      persona: findPersona(workspace.users, options.user ?? workspace.defaultUser),
      variables: new Map([...workspace.variables, ...(options.variable ?? [])]),
      secrets: { get: (name) => workspace.secrets.get(name)?.value },
      // A route of the command line comes first and so wins over the configuration's for the same origin.
      routes: [...routes, ...workspace.routes],
      timeout_ms: options.timeout ?? http.timeoutMs ?? upstreamTimeout_ms,
      allowPrivateNetwork: http.allowPrivateNetwork,
    },
  };
}

/** Reading certificates takes OpenSSL, which most runs need a little later if at all. */
async function readAuthorities(path: string | undefined): Promise<string[]> {
  if (path === undefined) return [];
  const { readCertificates } = await import('../platform/transport/read-certificates.js');
  return [await readCertificates(path)];
}

async function readCall(workspace: Workspace, options: CallOptions, streams: Streams): Promise<Call> {
  const { request } = workspace;
  const payload =
    options.payload === undefined ? (request.payload ?? null) : await readPayload(options.payload, streams);
  return {
    payload,
    headers: [...new Map([...request.headers, ...(options.header ?? [])])],
    query: [...new Map([...request.query, ...(options.query ?? [])])],
    pathParams: [...new Map([...request.pathParams, ...(options.pathParam ?? [])])],
  };
}

/** What the configuration promises and does not hold. */
export function warnOfWorkspace(session: Session, options: GlobalOptions, streams: Streams): void {
  if (options.quiet) return;
  for (const { message, hint } of session.workspace.warnings) {
    streams.stderr.write(`warning: ${message} ${hint}\n`);
  }
}
