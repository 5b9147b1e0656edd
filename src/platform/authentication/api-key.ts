/** `api_key` and its deprecated spelling `apikey`: a header, or a query parameter. platform.md section 6. */
import type { AuthenticationStep, Credentials } from './scheme.js';

export function apiKey(step: AuthenticationStep): Credentials {
  const key = step.text('key');
  const value = step.credential('value');
  return step.text('in') === 'query'
    ? { headers: [], query: [[key, value]] }
    : { headers: [[key, value]], query: [] };
}
