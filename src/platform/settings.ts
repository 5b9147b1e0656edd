/** What a run needs to know of the place it runs in. The command line fills this from the configuration. */
import type { Persona, Route } from '../config/index.js';

export interface SecretSource {
  get(name: string): string | undefined;
}

/** Collects what must never be shown: secrets that a run used and whatever was derived from them. */
export interface SecretCollector {
  add(value: string): void;
}

export interface PlatformSettings {
  /** Null where none is configured: templates then see it as undefined. */
  tenantId: string | null;
  persona: Persona;
  variables: ReadonlyMap<string, string>;
  secrets: SecretSource;
  routes: readonly Route[];
  /** For each upstream exchange, in milliseconds. */
  timeout_ms: number;
  allowPrivateNetwork: boolean;
}

/** What the caller - a widget - sends. */
export interface Call {
  /** The body as text, or null without one. */
  payload: string | null;
  query: readonly (readonly [string, string])[];
  headers: readonly (readonly [string, string])[];
  /** Of a simple connector; the configured one where it is absent. Composites are always POSTed to. */
  method?: string;
  /** Of a simple connector. */
  pathParams?: readonly (readonly [string, string])[];
}
