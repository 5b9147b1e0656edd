/** The options of the SDK's calls. platform.md section 10. */

/** What other clients of HTTP call them. */
export const meantOptions: ReadonlyMap<string, string> = new Map([
  ['body', 'payload'],
  ['data', 'payload'],
  ['json', 'payload'],
  ['requestBody', 'payload'],
  ['request_body', 'payload'],
  ['query', 'queryParams'],
  ['params', 'queryParams'],
  ['qs', 'queryParams'],
  ['searchParams', 'queryParams'],
  ['queryParameters', 'queryParams'],
  ['query_parameters', 'queryParams'],
  ['pathParameters', 'pathParams'],
  ['path_parameters', 'pathParams'],
  ['path', 'pathParams'],
  ['slug', 'permalink'],
]);

/** Those of simple calls. A composite's ignores two of them, and throws for `pathParams`. */
export const knownOptions: ReadonlySet<string> = new Set([
  'permalink',
  'method',
  'payload',
  'queryParams',
  'headers',
  'pathParams',
]);
