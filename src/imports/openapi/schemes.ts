/** The security schemes of a document, and the alternatives that an operation accepts. */
import type { OpenApiDocument } from './document.js';
import type { Operation } from './operations.js';
import { isHeaderName, longestKey } from './parameters.js';
import { isObject, type JsonObject, member, textOf } from './values.js';

export interface Scheme {
  readonly name: string;
  readonly value: JsonObject | null;
  readonly scopes: readonly string[];
  readonly kind: Kind;
}

export type Kind =
  | 'header-key'
  | 'query-key'
  | 'cookie-key'
  | 'bearer'
  | 'basic'
  | 'client-credentials'
  | 'user-token'
  | 'unknown';

/** How far a kind is from what a connector can do by itself. */
const cost: Record<Kind, number> = {
  'header-key': 0,
  'query-key': 0,
  'client-credentials': 0,
  bearer: 0,
  basic: 0,
  'cookie-key': 2,
  'user-token': 3,
  unknown: 20,
};

/** No authentication at all comes after every kind that a connector can do, and before what it cannot. */
const costOfNone = 5;

/** What an operation accepts, the best first; alike ones in the order of the document. Empty where it asks for nothing. */
export function alternativesOf(document: OpenApiDocument, operation: Operation): Scheme[][] {
  const stated = member(operation.value, 'security') ?? member(document.root, 'security');
  return (Array.isArray(stated) ? stated : [])
    .filter(isObject)
    .map((each) => schemesOf(document, each))
    .sort((a, b) => costOf(a) - costOf(b));
}

/** Of all schemes of a document. */
export const kindsOf = (document: OpenApiDocument): Kind[] =>
  Object.values(allSchemes(document)).map((each) => kindOf(document.target(each)));

const allSchemes = ({ root, specification }: OpenApiDocument): JsonObject => {
  const found =
    specification === 'swagger-2'
      ? member(root, 'securityDefinitions')
      : member(member(root, 'components'), 'securitySchemes');
  return isObject(found) ? found : {};
};

const schemesOf = (document: OpenApiDocument, requirement: JsonObject): Scheme[] =>
  Object.entries(requirement).map(([name, scopes]) => {
    const target = document.target(member(allSchemes(document), name));
    return {
      name,
      value: 'value' in target && isObject(target.value) ? target.value : null,
      scopes: Array.isArray(scopes) ? scopes.filter((each): each is string => typeof each === 'string') : [],
      kind: kindOf(target),
    };
  });

function kindOf(target: object): Kind {
  const scheme = member(target, 'value');
  const type = textOf(scheme, 'type');
  const place = textOf(scheme, 'in');
  const http = textOf(scheme, 'scheme')?.toLowerCase();
  const name = textOf(scheme, 'name') ?? '';
  if (
    type === 'apiKey' &&
    (place === 'header' ? isHeaderName(name) : name !== '' && name.length <= longestKey)
  ) {
    return place === 'header'
      ? 'header-key'
      : place === 'query'
        ? 'query-key'
        : place === 'cookie'
          ? 'cookie-key'
          : 'unknown';
  }
  if (type === 'basic' || (type === 'http' && http === 'basic')) return 'basic';
  if (type === 'http' && http === 'bearer') return 'bearer';
  if (type === 'oauth2') return clientCredentials(scheme) ? 'client-credentials' : 'user-token';
  return type === 'openIdConnect' ? 'user-token' : 'unknown';
}

/** The flow without a user: `clientCredentials`, in Swagger 2 `application`. */
export function clientCredentials(scheme: unknown): JsonObject | null {
  if (textOf(scheme, 'flow') === 'application') return scheme as JsonObject;
  const flow = member(member(scheme, 'flows'), 'clientCredentials');
  return isObject(flow) ? flow : null;
}

const costOf = (schemes: readonly Scheme[]): number =>
  schemes.length === 0 ? costOfNone : schemes.reduce((sum, { kind }) => sum + cost[kind], 0);
