/**
 * Which proxy a request goes through: `http.proxy` of the configuration, else what HTTPS_PROXY, HTTP_PROXY and ALL_PROXY
 * of the environment say. NO_PROXY exempts hosts from both.
 */
import { getProxyForUrl } from 'proxy-from-env';
import { isLoopback } from '../addresses.js';
import { TransportError } from './transport.js';

/**
 * The proxy for a URL, or null where the connection is direct; a target on loopback is never reached through one.
 * @param configured `http.proxy` of the configuration
 * @throws {TransportError} `PROXY_INVALID` where the setting that applies is no URL of an HTTP proxy
 */
export function proxyFor(url: URL, configured: string | undefined): URL | null {
  if (isLoopback(url.hostname)) return null;
  const [written, setting] =
    configured !== undefined && configured !== ''
      ? [isExempt(url) ? '' : configured, '`http.proxy`']
      : [fromEnvironment(url), 'HTTPS_PROXY, HTTP_PROXY or ALL_PROXY'];
  if (written === '') return null;
  const proxy = parsed(written);
  if (proxy) return proxy;
  // The value itself may hold a password.
  const message = `the proxy in ${setting} is no URL of an HTTP proxy; it is written http://proxy.example.com:3128`;
  throw new TransportError('network', 'PROXY_INVALID', null, message);
}

/** How messages name a proxy: without its credentials. */
export const proxyName = (proxy: URL): string => `${proxy.protocol}//${proxy.host}`;

/** Whom the proxy is told it speaks to; null where its URL holds no credentials. */
export function proxyCredentials(proxy: URL): { user: string; password: string } | null {
  if (proxy.username === '' && proxy.password === '') return null;
  return { user: percentDecoded(proxy.username), password: percentDecoded(proxy.password) };
}

/** What no output may show: the passwords of every proxy that is set, as they are written and as they are meant. */
export function proxyPasswords(configured: string | undefined): string[] {
  const settings = ['https_proxy', 'http_proxy', 'all_proxy'].flatMap((name) => [
    process.env[name],
    process.env[name.toUpperCase()],
  ]);
  const passwords = new Set<string>();
  for (const setting of [configured, ...settings]) {
    if (!setting) continue;
    // By hand as well: a URL that does not parse may hold one all the same.
    const byHand = /^(?:[^/@:]*:\/\/)?[^:@/]*:(.*)@/.exec(setting)?.[1];
    for (const password of [parsed(setting)?.password, byHand]) {
      if (password) passwords.add(password).add(percentDecoded(password));
    }
  }
  return [...passwords];
}

function parsed(written: string): URL | null {
  const url = URL.canParse(written) ? new URL(written) : null;
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
}

function fromEnvironment(url: URL): string {
  const scheme = url.protocol.slice(0, -1);
  const found = getProxyForUrl(url.href);
  // The library gives a value without a scheme that of the target; for curl and most others it is an HTTP proxy.
  const isBare = [`${scheme}_proxy`, 'all_proxy'].some((name) =>
    [process.env[name], process.env[name.toUpperCase()]].some(
      (value) => value && found === `${scheme}://${value}`,
    ),
  );
  return isBare ? `http${found.slice(scheme.length)}` : found;
}

/** True where NO_PROXY names the host. */
function isExempt({ host, port, protocol }: URL): boolean {
  if (!(process.env.no_proxy || process.env.NO_PROXY)) return false;
  // The library answers for whole settings only. For a protocol `no` its setting is NO_PROXY itself: the answer is
  // empty exactly where the host is exempt.
  return (
    getProxyForUrl({ protocol: 'no:', host, port: port || (protocol === 'https:' ? '443' : '80') }) === ''
  );
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
