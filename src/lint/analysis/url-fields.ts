/** The fields of a request that hold URLs. */
import type { RequestDefinition, TextField } from '../../registry/model.js';
import type { UrlSite } from '../rule.js';

/** What of a URL's site the analysis of URLs looks at. */
export type UrlField = Pick<UrlSite, 'field' | 'name' | 'url'>;

/** Types without a token request ignore a `token_url`, and reading the registry says so. platform.md section 6. */
const withoutTokenUrl: ReadonlySet<string> = new Set(['none', 'api_key', 'apikey', 'jwt']);

/** The address that a token is asked for at. */
export const tokenUrlOf = ({ authentication }: RequestDefinition): TextField | null =>
  authentication && !withoutTokenUrl.has(authentication.type) ? authentication.text('token_url') : null;
