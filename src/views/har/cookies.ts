/** The cookies that a request sent and an answer set. */
import type { Cookie } from 'har-format';
import type { Mask } from '../text.js';
import { type Fields, headerValue } from './fields.js';

export function requestCookies(headers: Fields, mask: Mask): Cookie[] {
  const value = headerValue(headers, 'cookie');
  if (value === undefined) return [];
  return value
    .split(';')
    .map((part) => split(part))
    .filter(([name, text]) => name !== '' || text !== '')
    .map(([name, text]) => ({ name: mask(name), value: mask(text) }));
}

/** @param received_at_ms where a `Max-Age` counts from, in milliseconds since 1970 */
export function responseCookies(headers: Fields, received_at_ms: number, mask: Mask): Cookie[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => cookieOf(value, received_at_ms, mask));
}

function cookieOf(header: string, received_at_ms: number, mask: Mask): Cookie {
  const [pair = '', ...rest] = header.split(';');
  const [name, value] = split(pair);
  const attributes = new Map(
    rest.map((part) => {
      const [key, text] = /=/.test(part) ? split(part) : [part.trim(), ''];
      return [key.toLowerCase(), text] as const;
    }),
  );
  const path = attributes.get('path');
  const domain = attributes.get('domain');
  const expires = expiry(attributes, received_at_ms);
  return {
    name: mask(name),
    value: mask(value),
    ...(path === undefined ? {} : { path: mask(path) }),
    ...(domain === undefined ? {} : { domain: mask(domain) }),
    ...(expires === null ? {} : { expires }),
    httpOnly: attributes.has('httponly'),
    secure: attributes.has('secure'),
  };
}

/** A name without an equals sign is, to browsers, a value without a name. */
function split(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  return at === -1 ? ['', pair.trim()] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

/** The last moment that a four-digit year can name. */
const latest_ms = Date.UTC(9999, 11, 31, 23, 59, 59);

/** ISO 8601; null for a cookie that ends with its session. `Max-Age` wins over `Expires` (RFC 6265, 5.3). */
function expiry(attributes: ReadonlyMap<string, string>, received_at_ms: number): string | null {
  const maxAge = attributes.get('max-age') ?? '';
  const time_ms = /^-?\d+$/.test(maxAge)
    ? received_at_ms + Math.max(Number(maxAge), 0) * 1000
    : Date.parse(attributes.get('expires') ?? '');
  return Number.isNaN(time_ms) || time_ms < 0 ? null : new Date(Math.min(time_ms, latest_ms)).toISOString();
}
