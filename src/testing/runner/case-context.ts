/** What a case needs before it can run: its connector, its user, its secrets, its call. */
import { dirname, resolve } from 'node:path';
import { findPersona, registerSecrets, SecretMask, type Workspace } from '../../config/index.js';
import { Secrets } from '../../config/secrets/secrets.js';
import { upstreamTimeout_ms } from '../../platform/limits.js';
import type { Call, PlatformSettings } from '../../platform/settings.js';
import type { Composite, Registry, SimpleConnector } from '../../registry/model.js';
import { listNames, suggest } from '../../text/suggest.js';
import { UserError } from '../../text/user-error.js';
import type { TestCase } from '../model.js';

export interface CaseContext {
  connector: SimpleConnector | Composite;
  settings: PlatformSettings;
  call: Call;
  mask: SecretMask;
}

/** Without a connector where the registry has none and the case expects that: it asks for the status 404. */
export type PreparedCase = CaseContext | (Omit<CaseContext, 'connector'> & { connector: null });

/**
 * @param workspace of the environment that the case asks for
 * @param testFile the path that `@file` of a mock secret is relative to
 * @throws {UserError} where the case names what does not exist
 */
export function prepareCase(
  testCase: TestCase,
  registry: Registry,
  workspace: Workspace,
  testFile: string,
): PreparedCase {
  const connector = findConnector(testCase, registry);
  const persona = findPersona(workspace.users, testCase.user?.value ?? workspace.defaultUser);
  const own = new Secrets({}, [written(testCase.secrets, resolve(testFile))]);
  const mask = new SecretMask();
  registerSecrets(own, mask);
  registerSecrets(workspace.secrets, mask);
  return {
    connector,
    mask,
    call: callOf(testCase, workspace),
    settings: {
      tenantId: workspace.tenantId,
      persona,
      variables: new Map([...workspace.variables, ...testCase.variables]),
      secrets: { get: (name) => (own.get(name) ?? workspace.secrets.get(name))?.value },
      // Mocks are asked by the address that the template rendered to.
      routes: [],
      timeout_ms: workspace.http.timeoutMs ?? upstreamTimeout_ms,
      allowPrivateNetwork: workspace.http.allowPrivateNetwork,
    },
  };
}

const written = (secrets: ReadonlyMap<string, string>, file: string) =>
  new Map(
    [...secrets].map(([name, value]) => [
      name,
      { value, literal: false, source: `\`secrets\` in ${dirname(file)}`, file },
    ]),
  );

function callOf({ request }: TestCase, workspace: Workspace): Call {
  const defaults = workspace.request;
  return {
    payload: request.payload ?? defaults.payload ?? null,
    headers: [...(request.headers ?? defaults.headers)],
    query: [...(request.query ?? defaults.query)],
    pathParams: [...(request.pathParams ?? defaults.pathParams)],
    ...(request.method === null ? {} : { method: request.method.toUpperCase() }),
  };
}

/** A case with answers of its own means a connector that it misspelt. platform.md section 8. */
const expectsNone = ({ expect, upstream }: TestCase): boolean =>
  expect.status?.value === 404 && upstream.type === 'mocks' && upstream.mocks.length === 0;

/** @throws {UserError} where not exactly one entry answers to the permalink, and the case expects one */
function findConnector(testCase: TestCase, registry: Registry): PreparedCase['connector'] {
  const { connector, kind } = testCase;
  const permalink = connector.value;
  const { simple, composite } = registry.find(permalink);
  const found = [...(kind === 'composite' ? [] : simple), ...(kind === 'simple' ? [] : composite)];
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only && new Set(found.map((each) => each.kind)).size > 1) {
    throw new UserError({
      code: 'permalink-ambiguous',
      message: `'${permalink}' is the permalink of a simple connector and of a composite`,
      hint: 'Say which: `kind: simple` or `kind: composite`.',
    });
  }
  if (only) {
    throw new UserError({
      code: 'permalink-not-unique',
      message: `${found.length} entries of the registry have the permalink '${permalink}'`,
    });
  }
  if (expectsNone(testCase)) return null;
  const known = [
    ...(kind === 'composite' ? [] : registry.connectors),
    ...(kind === 'simple' ? [] : registry.composites),
  ]
    .map((each) => each.permalink)
    .filter((each) => each !== '');
  const near = suggest(permalink, known);
  throw new UserError({
    code: 'permalink-unknown',
    message: `the registry has no ${kind === null ? 'connector' : kind === 'simple' ? 'simple connector' : 'composite'} with the permalink '${permalink}'`,
    hint: near
      ? `Did you mean '${near}'?`
      : known.length > 0
        ? `It has: ${listNames(known)}.`
        : 'It has none.',
  });
}
