/** What the runner and an authentication scheme know of each other. platform.md section 6. */
import type { SecretCollector } from '../settings.js';
import type { UpstreamResponse } from '../transport/transport.js';
import type { TokenCache } from './token-cache.js';

/** What a scheme adds to the request. */
export interface Credentials {
  headers: readonly (readonly [name: string, value: string])[];
  query: readonly (readonly [key: string, value: string])[];
}

/** What a scheme may ask of the step it authenticates. */
export interface AuthenticationStep {
  /** A rendered value of the configuration. @throws {StepError} where its template fails or it is missing */
  text(name: string): string;
  /** The same, or null where the configuration does not have it. */
  optionalText(name: string): string | null;
  /**
   * Posts a form to a token endpoint and reads the answer.
   * @throws {StepError} where the URL is refused, the network fails or `read` finds no token
   */
  requestToken<T>(
    field: string,
    tokenUrl: string,
    form: string,
    read: (response: UpstreamResponse) => T,
  ): Promise<T>;
  tokens: TokenCache;
  secrets: SecretCollector;
}

export type Scheme = (step: AuthenticationStep) => Credentials | Promise<Credentials>;
