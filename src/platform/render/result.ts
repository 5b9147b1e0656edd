/** What `render` finds: every field of every request as it would go out. Nothing here is masked yet. */
import type { FaultPlace } from '../field-renderer.js';
import type { ConnectorKind, RunWarning, TemplateFault } from '../result.js';

export interface RenderFault {
  /** `template`, `url`, `header`, `jwt`, `body-not-json`; of the call: `method`, `anonymous` or the platform's own code. */
  code: string;
  /** What sort of template fault it is; null for everything else. */
  kind: TemplateFault['kind'] | null;
  message: string;
  hint: string | null;
  /** Null where the call is at fault and not a field. */
  place: FaultPlace | null;
}

export interface RenderWarning extends RunWarning {
  hint: string | null;
  /** Null where no field is meant. */
  place: FaultPlace | null;
}

export interface RenderedField {
  /** A path to name it by: `url`, `headers.Authorization`, `authentication.claims.sub`. */
  name: string;
  /** As a person reads it in the registry: `headers[0].value (Authorization)`. */
  label: string;
  pointer: string;
  template: string;
  /**
   * The text that would go out; the template where it uses a secret. Null where it cannot be known: the field has an error, depends
   * on steps that were not run, or is a `response_body` without an answer.
   */
  rendered: string | null;
  uses_secret: boolean;
  /** The steps that were not run and that the field reads. */
  depends_on: readonly string[];
  errors: readonly RenderFault[];
}

/** A value of `authentication.config`; numbers as they are written. */
export type RenderedConfig =
  | { kind: 'text'; text: string | null }
  | { kind: 'literal'; source: string }
  | { kind: 'array'; items: readonly RenderedConfig[] }
  | { kind: 'object'; entries: ReadonlyMap<string, RenderedConfig> };

/** The header X-Debug-Request. platform.md section 9. */
export interface DebugRequest {
  url: string | null;
  method: string;
  headers: ReadonlyMap<string, string | null>;
  query_parameters: ReadonlyMap<string, string | null>;
  authentication: { type: string; config: ReadonlyMap<string, RenderedConfig> } | null;
  request_body: string | null;
  /** The template. */
  response_body: string | null;
  response_content_type: string | null;
}

export interface RenderedStep {
  name: string;
  index: number;
  debug_request: DebugRequest;
  fields: readonly RenderedField[];
  errors: readonly RenderFault[];
}

export interface RenderResult {
  permalink: string;
  kind: ConnectorKind;
  steps: readonly RenderedStep[];
  /** How many steps the connector has, whether they are among `steps` or not. */
  step_count: number;
  /** Why the platform would refuse the call before anything is rendered. */
  errors: readonly RenderFault[];
  warnings: readonly RenderWarning[];
  /** Whether any answer that was recorded or given was read. */
  used_answers: boolean;
}
