/**
 * The result tree of a run: everything that happened, as plain data in the shape that `run --json` publishes.
 * Views, recordings and tests read this tree; none reaches into the pipeline. Nothing here is masked yet: masking
 * happens where text leaves the program.
 *
 * All `*_ms` values are milliseconds with a fraction; `started_ms` counts from the start of the run.
 */

export type ConnectorKind = 'simple' | 'composite';

/** What a stretch of a step's time was spent on, in the order in which a step meets them. */
export const phaseNames = ['template', 'auth', 'dns', 'connect', 'tls', 'wait', 'download'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** One stretch of a step's time. `auth` spans a whole token request, its own network included. */
export interface PhaseSegment {
  phase: PhaseName;
  started_ms: number;
  duration_ms: number;
}

export type PhaseTotals = { [P in PhaseName as `${P}_ms`]: number };

/** The network's part of one exchange. */
export type ExchangePhases = Pick<
  PhaseTotals,
  'dns_ms' | 'connect_ms' | 'tls_ms' | 'wait_ms' | 'download_ms'
>;

export type HeaderMap = Record<string, string>;

/** Headers as they stood on the wire: names in their own case, repeated ones apart. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** One HTTP request that a step sent (or was about to send when it failed). */
export interface RequestRecord {
  purpose: 'token' | 'call';
  method: string;
  /** As rendered, before routing. */
  url: string;
  /** The URL that was really contacted where a route applied, else null. */
  routed_to: string | null;
  headers: HeaderMap;
  body: string | null;
  /** Null where no answer arrived. */
  status_code: number | null;
  /** The head of the answer's body where a token request got no token; null otherwise. */
  error_body: string | null;
  /** The answer to this request, a token's included; null where none arrived. */
  response: ResponseRecord | null;
  phases: ExchangePhases;
  started_ms: number;
  duration_ms: number;
  /** True where an open connection was used again, so that dns, connect and tls took no time. */
  reused_connection: boolean;
  /** The address contacted, `ip:port`; null where no connection was made. */
  remote_address: string | null;
}

/** An upstream's answer. `body` is null when it is not UTF-8; `transformed` when there is no `response_body`. */
export interface ResponseRecord {
  status_code: number;
  headers: HeaderMap;
  header_list: HeaderList;
  body: string | null;
  /** The decoded body's bytes, whatever they are. */
  bytes: Uint8Array;
  transformed: string | null;
  /** Bytes of the decoded body. */
  body_bytes: number;
  /** Bytes of the body as it came over the wire, before content decoding. */
  received_bytes: number;
  /** True where the body passed the bound and only its head was kept. */
  truncated: boolean;
}

export type FailureKind = 'http' | 'network' | 'timeout' | 'template' | 'jwt' | 'interrupted';

/** The template that failed, and where it stands in the registry file. */
export interface TemplateFault {
  /** `url`, `headers[0].value (Authorization)`, `request_body`... as a person reads it. */
  field: string;
  /** JSON pointer of the field in the registry. */
  pointer: string;
  /** The whole template text. */
  template: string;
  /** Place inside the template text; 1-based, columns in characters. Null where the fault has no single place. */
  template_position: { line: number; column: number; length: number } | null;
  /** The same place in the registry file, through JSON's escapes. */
  file: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  message: string;
  kind: 'syntax' | 'undefined' | 'runtime' | 'url' | 'header' | 'jwt';
  hint: string | null;
}

export interface StepFailure {
  kind: FailureKind;
  /** `errors.scope` of the platform, to the letter (platform.md section 8); null where it gives none. */
  scope: string | null;
  detail: string;
  /** What a person can do about it; null where nothing better than `detail` is known. */
  advice: string | null;
  template: TemplateFault | null;
  /** Where in the exchange the network failed, and the system's code for it. */
  network: { code: string; phase: PhaseName | null; host: string } | null;
}

export type StepState = 'done' | 'failed' | 'skipped';

/**
 * What the HTTP cache had for a simple connector's GET or HEAD: `revalidated` is an entry that the upstream confirmed
 * with 304. Null where the cache was not asked.
 */
export type CacheOutcome = 'hit' | 'revalidated' | 'miss';

export interface StepResult {
  name: string;
  index: number;
  state: StepState;
  started_ms: number | null;
  duration_ms: number | null;
  status_code: number | null;
  phases: PhaseTotals | null;
  /** The phases in the order in which they happened, for drawing. */
  timeline: PhaseSegment[];
  requests: RequestRecord[];
  response: ResponseRecord | null;
  cache: CacheOutcome | null;
  failure: StepFailure | null;
}

export interface RunWarning {
  /** Stable identifier such as `missing-secret`. */
  code: string;
  message: string;
  step: string | null;
}

export interface RunError {
  scope: string | null;
  code: string | null;
  detail: string;
  step: string | null;
  index: number | null;
  params?: string[];
}

export interface RunTiming {
  total_ms: number;
  /** Time that this program spent itself: templates, signing, bookkeeping. */
  internal_ms: number;
  /** Time spent waiting for others. */
  external_ms: number;
}

export interface RunResult {
  permalink: string;
  kind: ConnectorKind;
  ok: boolean;
  /** The status that the widget's request would get; 0 where the run was interrupted. */
  status: number;
  headers: HeaderMap;
  /** The answer's bytes, as the widget would get them. */
  body: Uint8Array;
  error: RunError | null;
  request_id: string;
  /** Wall-clock time of the run's start, in milliseconds since 1970; `--now` does not freeze it. */
  started_at_ms: number;
  timing: RunTiming;
  steps: StepResult[];
  warnings: RunWarning[];
  interrupted: boolean;
}
