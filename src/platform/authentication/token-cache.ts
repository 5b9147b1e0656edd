/** Access tokens that were fetched, shared by all steps that agree on what they were fetched with. platform.md section 6. */
import type { Clock } from '../clock.js';
import { tokenExpiryMargin_s } from '../limits.js';

export interface TokenIdentity {
  clientId: string;
  /** The client secret, or the private key. */
  secret: string;
  tokenUrl: string;
  scope: string;
}

/** What the request for a token said beyond its identity, by field; other requests may come to share the token. */
export type TokenOrigin = Readonly<Record<string, string>>;

export interface CachedToken {
  readonly token: string;
  readonly origin: TokenOrigin;
}

export class TokenCache {
  private readonly tokens = new Map<string, CachedToken & { expires_ms: number }>();

  constructor(private readonly clock: Clock) {}

  get(identity: TokenIdentity): CachedToken | undefined {
    const entry = this.tokens.get(key(identity));
    return entry && entry.expires_ms > this.clock.now_ms() ? entry : undefined;
  }

  /** Keeps a token until a minute before it expires; one that lives no longer than that is not kept. */
  set(identity: TokenIdentity, token: string, lifetime_s: number, origin: TokenOrigin = {}): void {
    const useful_s = lifetime_s - tokenExpiryMargin_s;
    if (useful_s <= 0) return;
    const expires_ms = this.clock.now_ms() + useful_s * 1000;
    this.tokens.set(key(identity), { token, origin, expires_ms });
  }
}

const key = ({ clientId, secret, tokenUrl, scope }: TokenIdentity): string =>
  JSON.stringify([clientId, secret, tokenUrl, scope]);
