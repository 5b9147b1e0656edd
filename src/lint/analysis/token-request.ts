/** Token requests that a step makes by hand, of the shapes that an `authentication` block makes itself. platform.md section 6. */
import type { RequestDefinition } from '../../registry/model.js';

export interface TokenRequest {
  /** The type of the `authentication` block that does the same. */
  readonly type: 'oauth_client_credentials' | 'oauth_jwt_bearer';
}

interface Grant extends TokenRequest {
  readonly name: string;
  /** All that the block sends; a request with more is beyond it. */
  readonly parameters: ReadonlySet<string>;
}

const grants: readonly Grant[] = [
  {
    type: 'oauth_client_credentials',
    name: 'client_credentials',
    parameters: new Set(['grant_type', 'client_id', 'client_secret', 'scope']),
  },
  {
    type: 'oauth_jwt_bearer',
    name: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    parameters: new Set(['grant_type', 'assertion']),
  },
];

/** Null for anything that is not certainly such a request. */
export function tokenRequestOf(request: RequestDefinition): TokenRequest | null {
  if (request.method !== 'POST' || !request.url) return null;
  const parameters = parametersOf(request);
  const names = parameters?.get('grant_type');
  const grant = grants.find(({ name }) => name === names);
  if (!parameters || !grant) return null;
  return [...parameters.keys()].every((name) => grant.parameters.has(name)) ? { type: grant.type } : null;
}

/** What the request sends in its URL, its query and its body, by name; null where that cannot be told. */
function parametersOf({
  url,
  queryParameters,
  requestBody,
}: RequestDefinition): ReadonlyMap<string, string> | null {
  const body = requestBody?.value.trim() ?? '';
  const query = url?.value.split('?')[1] ?? '';
  const isGrant = (text: string) => text.includes('grant_type');
  if (!isGrant(body) && !isGrant(query) && !queryParameters.some(({ key }) => isGrant(key.value)))
    return null;
  if (body.length > longestBody) return null;
  const parameters = new Map(queryParameters.map(({ key, value }) => [key.value, value?.value ?? '']));
  const isRead =
    readForm(query, parameters) &&
    (/["']grant_type["']\s*:/.test(body) ? readJson(body, parameters) : readForm(body, parameters));
  return isRead ? parameters : null;
}

/** A form with a few parameters is shorter. */
const longestBody = 4096;

const tag = /\{\{.*?\}\}/gs;

/** `a=1&b={{ x }}`; false for what is no form. */
function readForm(text: string, into: Map<string, string>): boolean {
  const plain = text.replace(tag, 'x').trim();
  if (plain === '') return true;
  if (plain.includes('{%') || plain.includes('{#')) return false;
  for (const pair of plain.split('&')) {
    const [, name, value] = /^\s*([\w.-]+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined) return false;
    into.set(name, decoded(value.trim()));
  }
  return true;
}

/** The members of one flat object, of JSON or of a template; false where anything is nested. */
function readJson(text: string, into: Map<string, string>): boolean {
  const inner = /^\{\{?\s*\{([^{}]*)\}\s*\|\s*(?:tojson|json_encode|urlencode)\s*\}\}$|^\{(.*)\}$/s.exec(
    text,
  );
  const members = (inner?.[1] ?? inner?.[2])?.replace(tag, '"x"');
  if (members === undefined || /[{}[\]]/.test(members)) return false;
  for (const [, name = '', value] of members.matchAll(/["'](\w+)["']\s*:\s*(?:["']([^"']*)["'])?/g)) {
    into.set(name, value ?? '');
  }
  return true;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
