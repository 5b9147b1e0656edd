/** `oauth_jwt_bearer`: a signed assertion for an access token, as RFC 7523 has it. platform.md section 6. */
import { Dict } from '../../jinja/index.js';
import { assertionLifetime_s, defaultTokenLifetime_s } from '../limits.js';
import { encodeForm } from '../query.js';
import { readClaims } from './claims.js';
import { defaultAlgorithm } from './jwt.js';
import type { AuthenticationStep, Credentials } from './scheme.js';
import type { TokenOrigin } from './token-cache.js';
import { readTokenResponse } from './token-response.js';

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const advice =
  'Check `client_id`, `subject`, `audience`, `private_key` and `token_url`, and that the server knows the public key.';

export async function jwtBearer(step: AuthenticationStep): Promise<Credentials> {
  const clientId = step.text('client_id');
  const key = step.credential('private_key');
  const tokenUrl = step.text('token_url');
  const subject = step.text('subject');
  const audience = step.text('audience');
  const algorithm = step.optionalText('algorithm') ?? defaultAlgorithm;
  const additional = readClaims('additional_claims', step);
  const headers = step.object('jwt_headers');
  const lifetime_s = step.seconds('token_ttl') ?? defaultTokenLifetime_s;

  const identity = { clientId, secret: key, tokenUrl, scope: '' };
  const origin: TokenOrigin = { subject, audience, additional_claims: lasting(additional, step) };
  const cached = step.tokens.get(identity);
  if (cached) {
    warnOfOther(origin, cached.origin, step);
    return bearer(cached.token);
  }
  const now = step.unixSeconds();
  const payload = Dict.of([
    ['iss', clientId],
    ['sub', subject],
    ['aud', audience],
    ['iat', now],
    ['exp', now + assertionLifetime_s],
  ]);
  for (const [hash, entry] of additional?.entries ?? []) payload.entries.set(hash, [...entry]);
  const assertion = step.sign({ payload, key, algorithm, headers });
  const form = encodeForm([
    ['grant_type', grantType],
    ['assertion', assertion],
  ]);
  const answer = await step.requestToken('token_url', tokenUrl, form, (response) =>
    readTokenResponse(response, step.secrets, advice),
  );
  if (answer.lifetime_s !== null && answer.lifetime_s < lifetime_s) {
    step.warn(
      'token-ttl-too-long',
      `the token lives for ${answer.lifetime_s} s, and \`token_ttl\` keeps it as if it lived for ${lifetime_s} s: it would still be sent when the server refuses it. Set \`token_ttl\` to ${answer.lifetime_s}`,
    );
  }
  step.tokens.set(identity, answer.token, lifetime_s, origin);
  return bearer(answer.token);
}

const bearer = (token: string): Credentials => ({
  headers: [['Authorization', `Bearer ${token}`]],
  query: [],
});

/** Differ from one assertion to the next without making another token of it. */
const passing = new Set(['iat', 'exp', 'nbf', 'jti']);

function lasting(claims: Dict | null, step: AuthenticationStep): string {
  const kept = new Dict();
  for (const [hash, entry] of claims?.entries ?? []) {
    if (!passing.has(entry[0] as string)) kept.entries.set(hash, entry);
  }
  return step.json(kept);
}

/** The cache does not look at what the assertion says, so another subject may get this one's token. */
function warnOfOther(wanted: TokenOrigin, cached: TokenOrigin, step: AuthenticationStep): void {
  const others = Object.keys(wanted).filter((name) => wanted[name] !== cached[name]);
  if (others.length === 0) return;
  step.warn(
    'token-shared',
    `the access token was fetched for another ${others.map((name) => `\`${name}\``).join(' and ')}: tokens are shared by whatever agrees on client id, private key and token URL, so this request acts for the one that came first`,
  );
}
