/** `oauth_client_credentials`: a token from the token endpoint, sent as a bearer token. platform.md section 6. */
import { defaultTokenLifetime_s } from '../limits.js';
import { encodeForm } from '../query.js';
import type { AuthenticationStep, Credentials } from './scheme.js';
import { readTokenResponse } from './token-response.js';

const advice =
  'Check `client_id`, `client_secret`, `scope` and `token_url`, and that the secrets have values here.';

export async function clientCredentials(step: AuthenticationStep): Promise<Credentials> {
  const clientId = step.text('client_id');
  const clientSecret = step.credential('client_secret');
  const tokenUrl = step.text('token_url');
  const scope = step.optionalText('scope') ?? '';
  const identity = { clientId, secret: clientSecret, tokenUrl, scope };

  let token = step.tokens.get(identity)?.token;
  if (token === undefined) {
    const form: [string, string][] = [
      ['grant_type', 'client_credentials'],
      ['client_id', clientId],
      ['client_secret', clientSecret],
    ];
    if (scope !== '') form.push(['scope', scope]);
    const fetched = await step.requestToken('token_url', tokenUrl, encodeForm(form), (response) =>
      readTokenResponse(response, step.secrets, advice),
    );
    token = fetched.token;
    step.tokens.set(identity, token, fetched.lifetime_s ?? defaultTokenLifetime_s);
  }
  return { headers: [['Authorization', `Bearer ${token}`]], query: [] };
}
