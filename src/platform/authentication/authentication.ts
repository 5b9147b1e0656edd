/** The authentication of one request: picks the scheme and gives it what it may use. platform.md section 6. */
import { apiKey } from './api-key.js';
import { clientCredentials } from './oauth-client-credentials.js';
import type { AuthenticationStep, Credentials, Scheme } from './scheme.js';

const none: Credentials = { headers: [], query: [] };

const schemes = new Map<string, Scheme>([
  ['none', () => none],
  ['api_key', apiKey],
  ['apikey', apiKey],
  ['oauth_client_credentials', clientCredentials],
]);

/** Types that the platform knows and this program cannot run yet. */
export const unsupportedTypes: ReadonlySet<string> = new Set(['jwt', 'oauth_jwt_bearer']);

/** Whether authenticating takes time of its own, a phase in the waterfall. */
export const isTimed = (type: string): boolean => type === 'oauth_client_credentials';

export async function authenticate(type: string, step: AuthenticationStep): Promise<Credentials> {
  const scheme = schemes.get(type);
  if (!scheme) throw new Error(`no authentication scheme '${type}'`);
  return await scheme(step);
}
