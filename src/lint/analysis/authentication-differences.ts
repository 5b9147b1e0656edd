/** Whether the value of one authentication block is most likely a slip, where others have another. platform.md section 6. */
import type { RequestDefinition } from '../../registry/model.js';
import { algorithms } from '../../registry/rules/authentication-fields.js';
import { isSlip } from './near.js';
import { isSecretName } from './secret-calls.js';

export interface Difference {
  readonly type: string;
  readonly field: string;
  readonly own: string;
  readonly usual: string;
  /** How many blocks have the usual value. */
  readonly count: number;
  readonly request: RequestDefinition;
  readonly others: readonly RequestDefinition[];
}

const call = /get_(?:secret|variable)\('([^']*)'\)/g;

interface Parts {
  /** The text without the names in its calls. */
  readonly frame: string;
  readonly names: readonly string[];
}

const partsOf = (text: string): Parts => ({
  frame: text.replace(call, '()'),
  names: [...text.matchAll(call)].map(([, name]) => name ?? ''),
});

/** Whether the two are so near that one is the other misspelt, however many others there are. */
export function isMistyped({ field, own, usual, request, others }: Difference): boolean {
  const [mine, theirs] = [partsOf(own), partsOf(usual)];
  if (!mine.names.every(isSecretName)) return false;
  if (mine.names.length > 0) {
    const [name = '', twin = ''] = [mine.names.join(' '), theirs.names.join(' ')];
    return mine.frame === theirs.frame && mine.names.length === theirs.names.length && isSlip(name, twin);
  }
  if (/[{}]/.test(own) || theirs.names.length > 0) return false;
  switch (field) {
    case 'client_secret':
    case 'private_key':
    case 'value':
    case 'token_url':
    case 'algorithm':
    case 'in':
      return false;
    case 'key':
      return own.toLowerCase() !== usual.toLowerCase() && isSlip(own, usual);
    case 'scope':
      return scopeSlip(own, usual) && !isAction(own, usual, request, others);
    default:
      return isSlip(own, usual);
  }
}

/** Whether nothing but a slip explains a value that one block alone has, where all others agree. */
export function isOdd(difference: Difference): boolean {
  const { type, field, own, usual } = difference;
  const [mine, theirs] = [partsOf(own), partsOf(usual)];
  if (!mine.names.every(isSecretName)) return false;
  const isReference = mine.names.length > 0;
  const isAlike = mine.frame === theirs.frame;
  const isLiteral = !/[{}]/.test(own);
  switch (field) {
    case 'client_secret':
      // One client has one secret. One that is written out has a rule of its own.
      return isReference && isAlike;
    case 'private_key':
      return type === 'oauth_jwt_bearer' && isReference && isAlike;
    case 'client_id':
      return type === 'oauth_client_credentials' && (isReference ? isAlike : isLiteral);
    case 'audience':
      return isReference ? isAlike : isLiteral && theirs.names.length === 0;
    case 'algorithm':
      return algorithms.includes(own) && algorithms.includes(usual);
    case 'in':
      return own === 'header' || own === 'query';
    case 'key':
      return isLiteral && own.toLowerCase() !== usual.toLowerCase();
    case 'token_url':
      return isOddUrl(own, usual);
    case 'scope':
      return isLiteral && isOddScope(difference);
    default:
      return false;
  }
}

/** Up to the path, and the path. */
const url = /^((?:https:\/\/)?(?:\{\{.*?\}\}|[^/{?#])*)(\/(?:\{\{.*?\}\}|[^{?#\s])*)?$/;

function isOddUrl(own: string, usual: string): boolean {
  const [mine, theirs] = [url.exec(own), url.exec(usual)];
  if (!mine || !theirs || !/^(?:https:\/\/|\{\{)/.test(own)) return false;
  const [, host = '', path = ''] = mine;
  const [, usualHost = '', usualPath = ''] = theirs;
  if (path === usualPath) return !host.includes('{{') && isOddHost(host, usualHost);
  return host.toLowerCase() === usualHost.toLowerCase() && isOddPath(path, usualPath);
}

/** Words by which hosts and tenants of one kind differ. */
const stages =
  /^(?:dev|test|testing|stage|staging|sandbox|preview|demo|qa|uat|int|prod|production|live|internal|partner|eu|us|[a-z]{1,3}\d*|.*\d.*)$/;

/** One label is misspelt, or is another word that names no stage and no region. */
function isOddHost(own: string, usual: string): boolean {
  if (isSlip(own, usual)) return true;
  const [labels, others] = [own, usual].map((host) => host.slice('https://'.length).toLowerCase().split('.'));
  if (!labels || !others || labels.length !== others.length) return false;
  const differing = labels.flatMap((label, index) => (label === others[index] ? [] : [index]));
  const [at = 0] = differing;
  if (differing.length !== 1 || at >= labels.length - 2) return false;
  return [labels[at], others[at]].every(
    (label = '') =>
      !/your|example|placeholder/.test(label) && !label.split('-').some((word) => stages.test(word)),
  );
}

/** A tenant stands in the middle of a path; anything else is the server's own. */
function isOddPath(own: string, usual: string): boolean {
  const [parts, others] = [own.split('/'), usual.split('/')];
  if (Math.abs(parts.length - others.length) === 1) return true;
  const differing = parts.flatMap((part, index) => (part === others[index] ? [] : [index]));
  const [at = 0] = differing;
  if (parts.length !== others.length || differing.length !== 1) return false;
  if (at === parts.length - 1) return true;
  const [part = '', other = ''] = [parts[at], others[at]];
  return isSlip(part, other) || (isVersioned(part, other) && part.length < 12);
}

/** `oauth` and `oauth2`, `v1` and `v2.0`. */
const isVersioned = (a: string, b: string): boolean => a.replace(/[\d.]+/g, '') === b.replace(/[\d.]+/g, '');

const scopesOf = (text: string): string[] => text.split(/[\s,]+/).filter((scope) => scope !== '');

const without = (scopes: readonly string[], others: readonly string[]): string[] =>
  scopes.filter((scope) => !others.includes(scope));

/** The scopes that one has and the other does not, if that is one each. */
function exchanged(own: string, usual: string): readonly [string, string] | null {
  const [mine, theirs] = [scopesOf(own), scopesOf(usual)];
  const [[added, ...more], [removed, ...rest]] = [without(mine, theirs), without(theirs, mine)];
  return added && removed && more.length + rest.length === 0 ? [added, removed] : null;
}

function scopeSlip(own: string, usual: string): boolean {
  const pair = exchanged(own, usual);
  return pair !== null && isSlip(...pair);
}

const actions: ReadonlySet<string> = new Set(
  'read write admin manage delete create update edit view readonly readwrite full all'.split(' '),
);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** Another action of the same resource, for a request that does something else. */
function isAction(
  own: string,
  usual: string,
  request: RequestDefinition,
  others: readonly RequestDefinition[],
): boolean {
  const [mine, theirs] = [wordsOf(own), wordsOf(usual)];
  const differing = [...without(mine, theirs), ...without(theirs, mine)];
  if (!differing.every((word) => actions.has(word))) return false;
  return others.every((other) => reads(other) !== reads(request));
}

const reads = ({ method }: RequestDefinition): boolean => method === 'GET' || method === 'HEAD';

/** Another action on the same resource, where the request does what the others do. Another resource is nobody's fault. */
function isOddScope({ own, usual, request, others }: Difference): boolean {
  const pair = exchanged(own, usual);
  if (!pair || others.some((other) => reads(other) !== reads(request))) return false;
  const [added, removed] = pair.map(wordsOf) as [string[], string[]];
  return [...without(added, removed), ...without(removed, added)].every((word) => actions.has(word));
}
