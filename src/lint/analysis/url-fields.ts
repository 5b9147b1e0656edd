/** The fields of a request that hold URLs. */
import type { RequestDefinition, TextField } from '../../registry/model.js';
import { type UrlText, urlTextOf } from './url-text.js';

export interface UrlField {
  readonly field: TextField;
  readonly name: 'url' | 'token_url';
  readonly url: UrlText;
}

/** Types without a token request ignore a `token_url`, and reading the registry says so. platform.md section 6. */
const withoutTokenUrl: ReadonlySet<string> = new Set(['none', 'api_key', 'apikey', 'jwt']);

/** Those whose template parses. */
export function* urlFieldsOf({ url, authentication }: RequestDefinition): Iterable<UrlField> {
  const asksForToken = authentication && !withoutTokenUrl.has(authentication.type);
  const fields = [
    ['url', url],
    ['token_url', asksForToken ? authentication.text('token_url') : null],
  ] as const;
  for (const [name, field] of fields) {
    const text = field && urlTextOf(field);
    if (text) yield { field, name, url: text };
  }
}
