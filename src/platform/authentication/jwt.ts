/** `jwt`: the rendered claims, signed on every call and sent as a bearer token. platform.md section 6. */
import { Dict } from '../../jinja/index.js';
import { readClaims } from './claims.js';
import type { AuthenticationStep, Credentials } from './scheme.js';

export const defaultAlgorithm = 'RS256';

export function jwt(step: AuthenticationStep): Credentials {
  const key = step.credential('private_key');
  const algorithm = step.optionalText('algorithm') ?? defaultAlgorithm;
  const payload = readClaims('claims', step) ?? new Dict();
  const headers = step.object('jwt_headers');
  const token = step.sign({ payload, key, algorithm, headers });
  return { headers: [['Authorization', `Bearer ${token}`]], query: [] };
}
