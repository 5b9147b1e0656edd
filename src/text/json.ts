/** `application/json`, `application/problem+json; charset=utf-8`... */
export const isJsonType = (contentType: string | null): boolean =>
  /^\s*[\w.+-]+\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? '');

/** RFC 8259: no comments, no trailing commas. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
