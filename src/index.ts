/** The public API: load a registry and a workspace, and run what is in them. */
export {
  anonymous,
  loadWorkspace,
  type Persona,
  type Route,
  SecretMask,
  type Workspace,
} from './config/index.js';
export type { Diagnostic } from './lint/diagnostic.js';
export { type ValidateOptions, validateRegistry } from './lint/validate.js';
export { type Clock, type RandomSource, systemClock, systemRandom } from './platform/clock.js';
export type { PlannedStep, RunEvent, RunListener } from './platform/events.js';
export { responseBodyLimit_bytes, upstreamTimeout_ms } from './platform/limits.js';
export { type RenderOptions, renderConnector } from './platform/render/render-connector.js';
export type {
  DebugRequest,
  RenderedField,
  RenderedStep,
  RenderFault,
  RenderResult,
  RenderWarning,
} from './platform/render/result.js';
export type * from './platform/result.js';
export { createRunner, type Runner, type RunnerOptions, type RunOptions } from './platform/runner.js';
export type { Call, PlatformSettings, SecretCollector, SecretSource } from './platform/settings.js';
export type {
  ExchangeObserver,
  ExchangeOptions,
  OutgoingRequest,
  Transport,
  UpstreamResponse,
} from './platform/transport/transport.js';
export { TransportError } from './platform/transport/transport.js';
export { createUndiciTransport, type UndiciTransportOptions } from './platform/transport/undici.js';
export {
  type Composite,
  findRegistry,
  loadRegistry,
  type Problem,
  parseRegistry,
  type Registry,
  type SimpleConnector,
  type Step,
} from './registry/index.js';
export { UserError } from './text/user-error.js';
