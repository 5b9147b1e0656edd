/** `oauth_client_credentials`: a token from the token endpoint, sent as a bearer token. platform.md section 6. */

import { encodeForm } from '../query.js';
import type { UpstreamResponse } from '../transport/transport.js';
import type { AuthenticationStep, Credentials } from './scheme.js';
import { readTokenResponse } from './token-response.js';

export async function clientCredentials(step: AuthenticationStep): Promise<Credentials> {
  const clientId = step.text('client_id');
  const clientSecret = step.text('client_secret');
  const tokenUrl = step.text('token_url');
  const scope = step.optionalText('scope') ?? '';
  const identity = { clientId, secret: clientSecret, tokenUrl, scope };
  step.secrets.add(clientSecret);

  let token = step.tokens.get(identity);
  if (token === undefined) {
    const form: [string, string][] = [
      ['grant_type', 'client_credentials'],
      ['client_id', clientId],
      ['client_secret', clientSecret],
    ];
    if (scope !== '') form.push(['scope', scope]);
    const fetched = await step.requestToken('token_url', tokenUrl, encodeForm(form), readToken(step));
    token = fetched.token;
    step.tokens.set(identity, token, fetched.lifetime_s);
  }
  return { headers: [['Authorization', `Bearer ${token}`]], query: [] };
}

const readToken = (step: AuthenticationStep) => (response: UpstreamResponse) => {
  const answer = readTokenResponse(response);
  step.secrets.add(answer.token);
  return answer;
};
