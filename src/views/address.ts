/** URLs as a person scans them. */

const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Host and path of a rendered URL; a template's text loses its scheme alone. Works on masked text, which need not be
 * a URL any more.
 */
export function hostAndPath(url: string): string {
  const rest = url.replace(scheme, '');
  if (rest.includes('{{') || rest.includes('{%')) return rest;
  return rest.replace(/[?#].*$/s, '').replace(/^[^/]*@/, '');
}

/** What a route changed, without the path and query that both URLs share: two origins, as a rule. */
export function routeOf(url: string, routed_to: string): { from: string; to: string } {
  const least = Math.min(url.length - originLength(url), routed_to.length - originLength(routed_to));
  let shared = 0;
  while (shared < least && url.at(-1 - shared) === routed_to.at(-1 - shared)) shared += 1;
  const tail = url.slice(url.length - shared);
  const kept = tail.includes('/') ? shared - tail.indexOf('/') : 0;
  return { from: url.slice(0, url.length - kept), to: routed_to.slice(0, routed_to.length - kept) };
}

const originLength = (url: string): number => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0;
