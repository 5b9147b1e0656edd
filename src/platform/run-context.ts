/** What every step of one run shares. */
import type { SourceFile } from '../text/source.js';
import type { TokenCache } from './authentication/token-cache.js';
import type { Contexts } from './contexts.js';
import type { RunListener } from './events.js';
import type { ExchangeContext } from './exchange.js';
import type { FieldRenderer } from './field-renderer.js';
import type { HttpCaches } from './http-cache.js';
import type { PlatformSettings, SecretCollector } from './settings.js';
import type { RunClock } from './step-recorder.js';

export interface RunContext {
  settings: PlatformSettings;
  file: SourceFile;
  contexts: Contexts;
  renderer: FieldRenderer;
  exchange: ExchangeContext;
  tokens: TokenCache;
  caches: HttpCaches;
  secrets: SecretCollector;
  clock: RunClock;
  listener: RunListener;
  /** The same warning, of the same step, is given once. */
  warn(code: string, message: string, step: string | null): void;
}
