/** Which header of a request its `authentication` block sets. platform.md section 6. */
import type { Authentication } from '../../registry/model.js';

const bearerTypes: ReadonlySet<string> = new Set(['oauth_client_credentials', 'jwt', 'oauth_jwt_bearer']);

/** In lower case; null where it sets none, or one that only a run can tell. */
export function headerOf(authentication: Authentication | null): string | null {
  if (!authentication) return null;
  if (bearerTypes.has(authentication.type)) return 'authorization';
  const isKey = authentication.type === 'api_key' || authentication.type === 'apikey';
  if (!isKey || authentication.text('in')?.value !== 'header') return null;
  const name = authentication.text('key')?.value ?? '';
  return name === '' || name.includes('{') ? null : name.toLowerCase();
}
