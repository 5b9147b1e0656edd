import { listNames, suggest } from '../text/suggest.js';
import { UserError } from '../text/user-error.js';
import type {
  ConfigurationDocument,
  EnvironmentDocument,
  HttpDocument,
  Scalar,
  UserDocument,
} from './document.js';

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

/** The mock request. Values that were written as numbers or truth values are text, as a browser would send them. */
export interface RequestDefaults {
  /** Undefined where none is configured. */
  readonly payload: unknown;
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

export function mergeSettings(base: ConfigurationDocument, over: EnvironmentDocument): EffectiveSettings {
  const payload = over.request?.payload === undefined ? base.request?.payload : over.request.payload;
  return {
    tenantId: over.tenantId ?? base.tenantId,
    users: merge(base.users, over.users),
    defaultUser: over.defaultUser ?? base.defaultUser,
    variables: merge(base.variables, over.variables),
    secrets: merge(base.secrets, over.secrets),
    // The environment's own come first: of two that fit equally well the first counts.
    routes: new Map([...merge(over.routes), ...merge(base.routes, over.routes)]),
    request: {
      payload,
      query: asText(merge(base.request?.query, over.request?.query)),
      headers: asText(merge(base.request?.headers, over.request?.headers)),
      pathParams: asText(merge(base.request?.pathParams, over.request?.pathParams)),
    },
    http: { ...base.http, ...over.http },
  };
}

const merge = <Value>(...maps: (Readonly<Record<string, Value>> | undefined)[]): Map<string, Value> =>
  new Map(maps.flatMap((map) => Object.entries(map ?? {})));

const asText = (values: ReadonlyMap<string, Scalar>): Map<string, string> =>
  new Map([...values].map(([name, value]) => [name, String(value)]));
