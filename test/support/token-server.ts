/**
 * A token endpoint for JWT bearer assertions on loopback, as strict as real ones: it takes a form alone, knows one grant
 * type, and has `jose` verify the assertion against the public key it was given.
 */
import { type CryptoKey, importSPKI, type JWTPayload, jwtVerify } from 'jose';
import { keyFile } from './keys.js';
import { type Answer, json, type Received } from './upstream.js';

export interface TokenServerOptions {
  /** File of the public key, and the only algorithm that is taken. */
  publicKey: string;
  algorithm: string;
  issuer: string;
  audience: string;
  /** The instant that the server takes for now, in Unix seconds. */
  now?: number;
}

export interface Assertion {
  payload: JWTPayload;
  header: Record<string, unknown>;
}

/** Answers `/token`; whatever it accepts is added to `accepted`. */
export function jwtBearerEndpoint(options: TokenServerOptions, accepted: Assertion[]): Answer {
  let key: Promise<CryptoKey> | null = null;
  return async (request, response) => {
    key ??= importSPKI(keyFile(options.publicKey), options.algorithm);
    const refusal = refuseForm(request);
    if (refusal) return json(response, { error: refusal }, 400);
    try {
      const verified = await jwtVerify(new URLSearchParams(request.body).get('assertion') ?? '', await key, {
        algorithms: [options.algorithm],
        issuer: options.issuer,
        audience: options.audience,
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
        maxTokenAge: 300,
        ...(options.now === undefined ? {} : { currentDate: new Date(options.now * 1000) }),
      });
      accepted.push({ payload: verified.payload, header: { ...verified.protectedHeader } });
      json(response, {
        access_token: `token-for-${verified.payload.sub}-${accepted.length}`,
        token_type: 'Bearer',
        expires_in: 3600,
      });
    } catch (error) {
      json(response, { error: 'invalid_grant', error_description: (error as Error).message }, 400);
    }
  };
}

function refuseForm({ method, headers, body }: Received): string | null {
  if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded') {
    return 'invalid_request';
  }
  const form = new URLSearchParams(body);
  const names = [...form.keys()].sort().join();
  if (names !== 'assertion,grant_type') return 'invalid_request';
  return form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer'
    ? null
    : 'unsupported_grant_type';
}
