/** The authentication of one request: picks the scheme and gives it what it may use. platform.md section 6. */
import { listNames } from '../../text/suggest.js';
import { apiKey } from './api-key.js';
import { jwt } from './jwt.js';
import { clientCredentials } from './oauth-client-credentials.js';
import { jwtBearer } from './oauth-jwt-bearer.js';
import type { AuthenticationStep, Credentials, Scheme } from './scheme.js';

const none: Credentials = { headers: [], query: [] };

const schemes = new Map<string, Scheme>([
  ['none', () => none],
  ['api_key', apiKey],
  ['apikey', apiKey],
  ['oauth_client_credentials', clientCredentials],
  ['jwt', jwt],
  ['oauth_jwt_bearer', jwtBearer],
]);

const timed: ReadonlySet<string> = new Set(['oauth_client_credentials', 'jwt', 'oauth_jwt_bearer']);

/** Whether authenticating takes time of its own, a phase in the waterfall: signing, or a token request. */
export const isTimed = (type: string): boolean => timed.has(type);

/** @throws {StepError} */
export async function authenticate(type: string, step: AuthenticationStep): Promise<Credentials> {
  const scheme = schemes.get(type);
  // Such a registry is refused before it runs; this answers for whoever runs one all the same.
  if (!scheme) {
    throw step.refuse('there is no such type of authentication', `There are ${listNames(schemes.keys())}.`);
  }
  return await scheme(step);
}
