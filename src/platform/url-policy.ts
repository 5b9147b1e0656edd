/**
 * The URL rules of platform.md section 2, applied to a rendered URL.
 */
import { isAddressLiteral, isLocalName, refusedAddress } from './addresses.js';

export interface AcceptedUrl {
  /** The origin in canonical form, `https://host[:port]`. */
  origin: string;
  hostname: string;
  /** Path and query exactly as rendered, beginning with `/`; a fragment never leaves. */
  pathAndQuery: string;
  hasQuery: boolean;
  fragment: string | null;
}

export interface UrlRefusal {
  reason: string;
  advice: string;
  /** Where in the rendered URL, in UTF-16 units. */
  index: number;
}

export interface UrlPolicy {
  /** Lets a URL name a private address or plain HTTP; the configuration's `http.allowPrivateNetwork`. */
  allowPrivateNetwork: boolean;
}

const shape = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)(?:#([\s\S]*))?$/i;

/** What RFC 3986 lets stand in a URL without encoding; everything else has to be percent-encoded. */
export const needsEncoding = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/u;

export const publicOnly =
  'Connectors reach public HTTPS addresses only; use a route to send this traffic elsewhere.';

/** Checks a rendered URL; never throws. */
export function checkUrl(rendered: string, policy: UrlPolicy): AcceptedUrl | UrlRefusal {
  const refuse = (reason: string, advice: string, index = 0): UrlRefusal => ({ reason, advice, index });
  if (rendered.trim() === '')
    return refuse('the URL is empty', 'Check the template: it rendered to nothing.');
  const literal = /\{\{\s*get_(variable|secret)\('([^']*)'\)\s*\}\}/.exec(rendered);
  if (literal) {
    return refuse(
      `the URL still holds ${literal[0]}`,
      literal[1] === 'variable'
        ? `Set the variable '${literal[2]}' (configuration \`variables\`, or --variable ${literal[2]}=...).`
        : 'Secrets are not available in a URL; use a header, a query parameter or a variable.',
      literal.index,
    );
  }
  const unencoded = needsEncoding.exec(rendered);
  if (unencoded) {
    return refuse(
      `the URL holds ${characterName(unencoded[0])}, which has to be percent-encoded`,
      unencoded[0] === '{' || unencoded[0] === '}'
        ? 'Single braces are no placeholder; a template expression has two: `{{ ... }}`.'
        : 'Move the value to `query_parameters`, which encodes it, or apply `| urlencode`.',
      unencoded.index,
    );
  }
  const brokenEscape = /%(?![0-9A-Fa-f]{2})/.exec(rendered);
  if (brokenEscape) {
    return refuse(
      'the URL holds a % that is not followed by two hexadecimal digits',
      'Write %25 for a percent sign, or move the value to `query_parameters`.',
      brokenEscape.index,
    );
  }
  const parts = shape.exec(rendered);
  if (!parts) return refuse('this is not an absolute URL', 'A connector URL begins with https://.');
  const [, scheme = '', authority = '', rest = '', fragment] = parts;
  const authorityIndex = scheme.length + 3;
  if (scheme.toLowerCase() !== 'https' && !(policy.allowPrivateNetwork && scheme.toLowerCase() === 'http')) {
    return refuse(`the protocol is ${scheme}, not https`, 'Connectors call HTTPS URLs only.');
  }
  if (authority === '')
    return refuse('the URL has no host', 'Check the template of the host.', authorityIndex);
  if (authority.includes('@')) {
    return refuse(
      'the URL holds credentials before the host',
      'Use an `authentication` block or a header instead.',
      authorityIndex,
    );
  }
  let parsed: URL;
  try {
    parsed = new URL(`${scheme}://${authority}/`);
  } catch {
    return refuse(`the host '${authority}' is not valid`, 'Check the host and the port.', authorityIndex);
  }
  const name = parsed.hostname;
  if (parsed.port === '0' || !(name.startsWith('[') || isName(name))) {
    return refuse(`the host '${authority}' is not valid`, 'Check the host and the port.', authorityIndex);
  }
  if (!policy.allowPrivateNetwork) {
    if (isLocalName(parsed.hostname)) {
      return refuse(`'${parsed.hostname}' is this machine`, publicOnly, authorityIndex);
    }
    const refused = isAddressLiteral(parsed.hostname) ? refusedAddress(parsed.hostname) : null;
    if (refused) return refuse(refused, publicOnly, authorityIndex);
  }
  return {
    origin: parsed.origin,
    hostname: parsed.hostname,
    pathAndQuery: rest.startsWith('/') ? withoutDotSegments(rest) : `/${rest}`,
    hasQuery: rest.includes('?'),
    fragment: fragment ?? null,
  };
}

export const isRefused = (checked: AcceptedUrl | UrlRefusal): checked is UrlRefusal => 'reason' in checked;

/** Labels of 1 to 63 characters, 253 in all, perhaps with the dot of the root: RFC 1035 section 2.3.4. */
function isName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return name.length <= 253 && name.split('.').every((label) => label.length >= 1 && label.length <= 63);
}

/** HTTP clients resolve `.` and `..` before they send; nothing else of the text may change. */
function withoutDotSegments(pathAndQuery: string): string {
  const queryAt = pathAndQuery.indexOf('?');
  const path = queryAt < 0 ? pathAndQuery : pathAndQuery.slice(0, queryAt);
  if (!/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return pathAndQuery;
  return new URL(path, 'https://host.invalid').pathname + (queryAt < 0 ? '' : pathAndQuery.slice(queryAt));
}

/** As messages call a character: `a space`, `'<' (U+003C)`. */
export function characterName(character: string): string {
  if (character === ' ') return 'a space';
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  return code < 0x20 || code === 0x7f ? `the control character U+${hex}` : `'${character}' (U+${hex})`;
}
