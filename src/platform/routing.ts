/**
 * Routes send an origin's traffic elsewhere. A route is an explicit wish of the user: its target may be HTTP and
 * loopback, while the URL that the template rendered still obeys the URL rules. contracts.md, Configuration.
 */
import type { Route } from '../config/index.js';

export interface RoutedTarget {
  url: string;
  routed: boolean;
}

/** The longest matching route wins; without one the URL stays as it is. `url` is absolute and canonical in its origin. */
export function applyRoutes(url: string, routes: readonly Route[]): RoutedTarget {
  let best: { prefix: string; to: string } | null = null;
  for (const { from, to } of routes) {
    const prefix = withoutTrailingSlash(canonicalOrigin(from));
    if (!startsAtBoundary(url, prefix)) continue;
    if (!best || prefix.length > best.prefix.length) best = { prefix, to };
  }
  if (!best) return { url, routed: false };
  const rest = url.slice(best.prefix.length);
  return {
    url: withoutTrailingSlash(best.to) + (rest === '' || rest.startsWith('?') ? `/${rest}` : rest),
    routed: true,
  };
}

/** The `file:` URL of the folder that a routed URL lies in; null where a server answers. */
export function routedFolder(url: string, routes: readonly Route[]): string | null {
  if (!isFileUrl(url)) return null;
  const folders = routes.map(({ to }) => withoutTrailingSlash(to)).filter((to) => startsAtBoundary(url, to));
  return folders.reduce<string | null>((a, b) => (a !== null && a.length >= b.length ? a : b), null);
}

export const isFileUrl = (url: string): boolean => /^file:/i.test(url);

/** `HTTPS://API.example.com:443/x` and `https://api.example.com/x` name the same route. */
function canonicalOrigin(text: string): string {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)([\s\S]*)$/i.exec(text);
  if (!parts) return text;
  try {
    return new URL(parts[1] ?? '').origin + (parts[2] ?? '');
  } catch {
    return text;
  }
}

const withoutTrailingSlash = (text: string): string => text.replace(/\/+$/, '');

const startsAtBoundary = (url: string, prefix: string): boolean =>
  url.startsWith(prefix) && (url.length === prefix.length || /[/?#]/.test(url[prefix.length] ?? ''));
