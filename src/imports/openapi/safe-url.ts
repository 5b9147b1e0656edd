/** URLs of a document in the form that a connector may call. platform.md section 2. */
import { isAddressLiteral, isLocalName, refusedAddress } from '../../platform/addresses.js';
import { needsEncoding } from '../../platform/url-policy.js';
import type { Draft } from './draft.js';
import { oneLine } from './values.js';

/** Names that their writer meant to be replaced. */
const placeholder =
  /^$|^your|^my[-_]?(?:api|app|company|custom|domain|host|instance|org|shop|site|store|sub|tenant|team|work)|here$|^x{3,}$|change[-_]?me|placeholder|[<>[\]{}]|^(?:company|customer|domain|host|hostname|instance|org|organi[sz]ation|subdomain|tenant|tenant[-_]?id|workspace)$/i;

export const isPlaceholder = (text: string): boolean => placeholder.test(text);

/** Of a host without port, its variables replaced by a word: why the platform would refuse it, or null. */
export function refusedHost(host: string): string | null {
  if (!URL.canParse(`https://${host}/`)) return 'is not valid';
  const { hostname } = new URL(`https://${host}/`);
  if (isLocalName(hostname)) return 'is the machine of whoever asks';
  return isAddressLiteral(hostname) && refusedAddress(hostname) !== null ? 'is not a public address' : null;
}

/** The literal part of a path, with what may not stand in a URL encoded. */
export const encodedPath = (path: string): string =>
  path
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(new RegExp(needsEncoding.source, 'gu'), (character) =>
      encodeURIComponent(character.toWellFormed()),
    );

/**
 * A URL without variables, such as that of a token server: HTTPS, and a host that connectors may call. Where it has none that they
 * may call, a variable stands for the host.
 * @param server a template, which a URL without a host starts from
 * @param what names it in notes: `token URL`
 * @param variable for the host
 */
export function callableUrl(
  text: string,
  server: string,
  what: string,
  variable: string,
  draft: Draft,
): string {
  const trimmed = text.trim();
  if (trimmed !== '' && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(trimmed)) {
    const origin = /^https:\/\/[^/]*/.exec(server)?.[0] ?? server;
    return trimmed.startsWith('/') ? `${origin}${encodedPath(trimmed)}` : `${server}/${encodedPath(trimmed)}`;
  }
  const absolute = trimmed.replace(/^(?=\/\/)/, 'https:');
  if (!/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) {
    draft.note(
      `The document has no usable ${what}: set the variable that stands for its host, and check its path.`,
    );
    return `https://${draft.variable(variable, '')}/`;
  }
  const url = new URL(absolute);
  if (url.protocol === 'http:')
    draft.note(`The ${what} of the document is plain HTTP; connectors call HTTPS only.`);
  const path = encodedPath(url.pathname + url.search);
  const reason = refusedHost(url.hostname);
  if (reason === null) return `https://${url.host}${path}`;
  draft.note(
    `The host ${oneLine(url.host, 100)} of the ${what} ${reason}: set the variable that stands for it.`,
  );
  return `https://${draft.variable(variable, '')}${path}`;
}
