import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { findUpward, unreadable } from '../text/read-file.js';
import { UserError } from '../text/user-error.js';
import { checkDocument, configurationError } from './check-document.js';
import type {
  ConfigurationDocument,
  EnvironmentDocument,
  KeyPath,
  LintDocument,
  TestDocument,
} from './document.js';
import {
  type EffectiveSettings,
  findEnvironment,
  mergeSettings,
  type RequestDefaults,
} from './environment.js';
import { type LoadedDocument, loadDocument } from './load-document.js';
import { anonymousName, findPersona, type Persona, readPersonas } from './personas.js';
import { checkRoute, type Route, resolveRoute } from './routes.js';
import { loadSecrets, type SecretWarning } from './secrets/load-secrets.js';
import type { Secrets } from './secrets/secrets.js';

export interface WorkspaceOptions {
  readonly cwd: string;
  /** `--config`, relative to `cwd`; without it the nearest configuration upward. */
  readonly configPath?: string | undefined;
  /** Looks for no configuration. */
  readonly withoutConfiguration?: boolean;
  /** `--registry`, relative to `cwd`; it wins over the configuration's. */
  readonly registryPath?: string | undefined;
  /** `--env`. */
  readonly environmentName?: string | undefined;
  readonly processEnv: Readonly<Record<string, string | undefined>>;
  /** Only the mock values that the configuration itself holds: no secrets file is read, nor the environment. */
  readonly mockSecretsOnly?: boolean;
}

/** Everything a command needs to know of the place it works in. Paths are absolute. contracts.md, Configuration. */
export interface Workspace {
  /** The directory of the configuration, or of the registry, or else the current one. */
  readonly root: string;
  readonly configFile: string | undefined;
  /** Undefined where neither an option nor the configuration names one and none was found. It need not exist. */
  readonly registryPath: string | undefined;
  readonly environmentName: string | undefined;
  readonly tenantId: string | null;
  /** `anonymous` is always among them. */
  readonly users: ReadonlyMap<string, Persona>;
  /** A name that is in `users`. */
  readonly defaultUser: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly secrets: Secrets;
  /** Where secrets are read from, or would be if the files were there. */
  readonly secretsFiles: readonly string[];
  readonly request: RequestDefaults;
  readonly routes: readonly Route[];
  readonly http: HttpSettings;
  /** As written. */
  readonly lint: LintDocument;
  readonly test: TestDocument;
  readonly warnings: readonly WorkspaceWarning[];
}

export interface HttpSettings {
  /** For each upstream exchange, in milliseconds; undefined where the platform's own holds. */
  readonly timeoutMs: number | undefined;
  readonly allowPrivateNetwork: boolean;
  readonly caPath: string | undefined;
  readonly proxy: string | undefined;
}

export type WorkspaceWarning = SecretWarning;

const registryFileName = 'connectors_registry.json';

/** @throws UserError for whatever makes the configuration unusable, with its place where the format tells */
export async function loadWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const loaded = options.withoutConfiguration
    ? undefined
    : await loadDocument(options.cwd, options.configPath);
  const document = loaded ? checkDocument(loaded) : {};
  const environment = findEnvironment(document, options.environmentName, loaded?.file);
  const settings = mergeSettings(document, environment, options.environmentName, loaded?.numberSource);
  const at = placesIn(loaded, environment, options.environmentName);

  const configDirectory = loaded && dirname(loaded.file);
  const registryPath = await findRegistryPath(options, document, configDirectory);
  const root = configDirectory ?? (registryPath ? dirname(registryPath) : resolve(options.cwd));
  const {
    secrets,
    files: secretsFiles,
    warnings,
  } = await loadSecrets({
    root,
    configFile: loaded?.file,
    environmentFile: environment.secretsFile,
    baseFile: document.secretsFile,
    secrets: settings.secrets,
    processEnv: options.processEnv,
    mocksOnly: options.mockSecretsOnly ?? false,
  });
  const users = readUsers(settings, at);
  return {
    root,
    configFile: loaded?.file,
    registryPath,
    environmentName: options.environmentName,
    tenantId: settings.tenantId ?? null,
    users,
    defaultUser: defaultUserOf(settings, users, at),
    variables: settings.variables,
    secrets,
    secretsFiles,
    request: settings.request,
    routes: await readRoutes(settings, root, at),
    http: await readHttp(settings, root, at),
    lint: document.lint ?? {},
    test: document.test ?? {},
    warnings,
  };
}

type ErrorAt = (
  path: KeyPath,
  details: { code: string; message: string; hint?: string | undefined },
) => UserError;

/** Errors about a key at the place where it was set: in the chosen environment, or else at the top. */
function placesIn(
  loaded: LoadedDocument | undefined,
  environment: EnvironmentDocument,
  environmentName: string | undefined,
): ErrorAt {
  return (path, details) => {
    let value: unknown = environment;
    const isOwn = path.every((key) => {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
      value = (value as Record<string | number, unknown>)[key];
      return true;
    });
    const place = isOwn && environmentName !== undefined ? ['environments', environmentName, ...path] : path;
    return configurationError(loaded, place, details);
  };
}

/** The file that a command works on, as an absolute path. */
export async function findRegistryPath(
  { cwd, registryPath }: Pick<WorkspaceOptions, 'cwd' | 'registryPath'>,
  { registry }: ConfigurationDocument,
  configDirectory: string | undefined,
): Promise<string | undefined> {
  if (registryPath !== undefined) return resolve(cwd, registryPath);
  if (registry !== undefined && configDirectory !== undefined) return resolve(configDirectory, registry);
  return findUpward(cwd, registryFileName);
}

function readUsers(settings: EffectiveSettings, at: ErrorAt): ReadonlyMap<string, Persona> {
  if (settings.users.has(anonymousName)) {
    throw at(['users', anonymousName], {
      code: 'reserved-user',
      message: `The user \`${anonymousName}\` always exists and cannot be defined.`,
      hint: 'Give the user another name.',
    });
  }
  return readPersonas(settings.users);
}

function defaultUserOf(
  { defaultUser }: EffectiveSettings,
  users: ReadonlyMap<string, Persona>,
  at: ErrorAt,
): string {
  if (defaultUser === undefined) return anonymousName;
  try {
    return findPersona(users, defaultUser).name;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const message = `\`defaultUser\` names nobody: ${error.message}`;
    throw at(['defaultUser'], { code: error.code, message, hint: error.hint });
  }
}

async function readRoutes({ routes }: EffectiveSettings, root: string, at: ErrorAt): Promise<Route[]> {
  const read: Route[] = [];
  for (const [from, to] of routes) {
    try {
      read.push(await resolveRoute(checkRoute(from, to), root));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const hint =
        'A route maps an origin to a URL, "https://api.example.com": "http://127.0.0.1:4010", or to a folder of answers: ./mocks.';
      throw at(['routes', from], { code: error.code, message: error.message, hint });
    }
  }
  return read;
}

async function readHttp({ http }: EffectiveSettings, root: string, at: ErrorAt): Promise<HttpSettings> {
  const caPath = http.ca === undefined ? undefined : resolve(root, http.ca);
  if (caPath !== undefined) {
    try {
      await access(caPath, constants.R_OK);
    } catch (error) {
      const { code, message } = unreadable(caPath, `certificate file \`${http.ca}\``, error);
      throw at(['http', 'ca'], { code, message });
    }
  }
  if (http.proxy !== undefined && !(/^https?:\/\//i.test(http.proxy) && URL.canParse(http.proxy))) {
    const hint = 'It is written http://proxy.example.com:3128.';
    throw at(['http', 'proxy'], { code: 'bad-proxy', message: '`http.proxy` is no HTTP URL.', hint });
  }
  return {
    timeoutMs: http.timeoutMs,
    allowPrivateNetwork: http.allowPrivateNetwork ?? false,
    caPath,
    proxy: http.proxy,
  };
}
