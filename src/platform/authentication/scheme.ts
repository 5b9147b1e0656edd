/** What the runner and an authentication scheme know of each other. platform.md section 6. */
import type { Dict } from '../../jinja/index.js';
import type { StepError } from '../failure.js';
import type { SecretCollector } from '../settings.js';
import type { UpstreamResponse } from '../transport/transport.js';
import type { TokenCache } from './token-cache.js';

/** What a scheme adds to the request. */
export interface Credentials {
  headers: readonly (readonly [name: string, value: string])[];
  query: readonly (readonly [key: string, value: string])[];
}

/** What a JWT is signed from. */
export interface JwtRequest {
  payload: Dict;
  key: string;
  algorithm: string;
  headers: Dict | null;
}

/** What a scheme may ask of the step it authenticates. */
export interface AuthenticationStep {
  /** A rendered value of the configuration. @throws {StepError} where its template fails or it is missing */
  text(name: string): string;
  /** The same, or null where the configuration does not have it. */
  optionalText(name: string): string | null;
  /** The same of a value that may be a secret by itself, which is collected. */
  credential(name: string): string;
  /** An object of the configuration with every text in it rendered; null where there is none. */
  object(name: string): Dict | null;
  /** A number of seconds, or a text that renders to one; null where there is none. */
  seconds(name: string): number | null;
  /** @throws {StepError} with the place of the field to blame */
  sign(request: JwtRequest): string;
  /** A value as compact JSON, to tell it from another. */
  json(value: Dict): string;
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
  /** The failure of a configuration that nothing can be made of. */
  refuse(message: string, hint: string | null): StepError;
  warn(code: string, message: string): void;
  /** The time that `now()` gives. */
  unixSeconds(): number;
  tokens: TokenCache;
  secrets: SecretCollector;
}

export type Scheme = (step: AuthenticationStep) => Credentials | Promise<Credentials>;
