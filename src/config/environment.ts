import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import type {
  ConfigurationDocument,
  EnvironmentDocument,
  HttpDocument,
  KeyPath,
  RequestDocument,
  UserDocument,
} from './document.js';

import { exactJson, exactText, type NumberSource, unknownSource } from './exact-numbers.js';

/** The base configuration with one environment laid over it: maps are merged key by key, other values replaced. */
export interface EffectiveSettings {
  readonly tenantId: string | undefined;
  readonly users: ReadonlyMap<string, UserDocument>;
  readonly defaultUser: string | undefined;
  readonly variables: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, string>;
  readonly routes: ReadonlyMap<string, string>;
  readonly request: RequestDefaults;
  readonly http: HttpDocument;
}

/** The mock request. Values that were written as numbers or truth values are text, to the digit. */
export interface RequestDefaults {
  /** The body's text, its numbers as they are written; undefined where none is configured. */
  readonly payload: string | undefined;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly pathParams: ReadonlyMap<string, string>;
}

/** @throws UserError `unknown-environment`, with the nearest name or all of them */
export function findEnvironment(
  document: ConfigurationDocument,
  name: string | undefined,
  file: string | undefined,
): EnvironmentDocument {
  if (name === undefined) return {};
  const environments = new Map(Object.entries(document.environments ?? {}));
  const environment = environments.get(name);
  if (environment) return environment;
  const near = suggest(name, environments.keys());
  const known =
    environments.size === 0
      ? 'The configuration has no `environments`.'
      : `Environments: ${listNames(environments.keys())}.`;
  throw new UserError({
    code: 'unknown-environment',
    file,
    message: `There is no environment \`${name}\`.`,
    hint: near === undefined ? known : `Did you mean \`${near}\`?`,
  });
}

/** @param environmentName of `over`; undefined where none was chosen */
export function mergeSettings(
  base: ConfigurationDocument,
  over: EnvironmentDocument,
  environmentName?: string,
  numberSource: NumberSource = unknownSource,
): EffectiveSettings {
  return {
    tenantId: over.tenantId ?? base.tenantId,
    users: merge(base.users, over.users),
    defaultUser: over.defaultUser ?? base.defaultUser,
    variables: merge(base.variables, over.variables),
    secrets: merge(base.secrets, over.secrets),
    // The environment's own come first: of two that fit equally well the first counts.
    routes: new Map([...merge(over.routes), ...merge(base.routes, over.routes)]),
    request: mergeRequests(
      { request: base.request ?? {}, path: ['request'] },
      { request: over.request ?? {}, path: ['environments', environmentName ?? '', 'request'] },
      numberSource,
    ),
    http: { ...base.http, ...over.http },
  };
}

const merge = <Value>(...maps: (Readonly<Record<string, Value>> | undefined)[]): Map<string, Value> =>
  new Map(maps.flatMap((map) => Object.entries(map ?? {})));

interface PlacedRequest {
  readonly request: RequestDocument;
  readonly path: KeyPath;
}

function mergeRequests(
  base: PlacedRequest,
  over: PlacedRequest,
  numberSource: NumberSource,
): RequestDefaults {
  const texts = (key: 'query' | 'headers' | 'pathParams'): Map<string, string> =>
    new Map(
      [base, over].flatMap(({ request, path }) =>
        Object.entries(request[key] ?? {}).map(
          ([name, value]) => [name, exactText(value, [...path, key, name], numberSource)] as const,
        ),
      ),
    );
  const { request, path } = over.request.payload === undefined ? base : over;
  return {
    payload: payloadText(request.payload, [...path, 'payload'], numberSource),
    query: texts('query'),
    headers: texts('headers'),
    pathParams: texts('pathParams'),
  };
}

/** A string is sent as it is. */
function payloadText(payload: unknown, path: KeyPath, numberSource: NumberSource): string | undefined {
  if (payload === undefined || typeof payload === 'string') return payload;
  return exactJson(payload, path, numberSource);
}
