/** Query strings and forms as the platform's server (Python's `urlencode`) writes them. */

/** `a b&c` becomes `a+b%26c`; letters, digits and `_.-~` stand as they are. */
export function formEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

export const encodeForm = (pairs: readonly (readonly [key: string, value: string])[]): string =>
  pairs.map(([key, value]) => `${formEncode(key)}=${formEncode(value)}`).join('&');

/** Appends parameters to the path and query of a URL. */
export function appendQuery(
  pathAndQuery: string,
  pairs: readonly (readonly [key: string, value: string])[],
): string {
  if (pairs.length === 0) return pathAndQuery;
  const joint = !pathAndQuery.includes('?') ? '?' : /[?&]$/.test(pathAndQuery) ? '' : '&';
  return `${pathAndQuery}${joint}${encodeForm(pairs)}`;
}
