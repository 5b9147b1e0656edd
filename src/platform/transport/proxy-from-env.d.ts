/** The library has no types of its own. */
declare module 'proxy-from-env' {
  export function getProxyForUrl(url: string | { protocol: string; host: string; port: string }): string;
}
