/** The shapes of `connector-cli/testing`: what a test gives, and what it gets. contracts.md, Package exports. */
import type { Persona } from '../../config/index.js';
import type { ConnectorKind, RunError, RunWarning, StepState } from '../../platform/result.js';
import type { Registry } from '../../registry/model.js';
import type { UpstreamMocks } from './mock-upstream.js';

/** The same text, or one that the expression matches. A text between slashes is an expression, as in test files. */
export type TextMatch = string | number | boolean | RegExp;

/** Which calls; every condition that is given has to hold. The same as in test files. */
export interface CallMatch {
  /** A call of this step, or of a simple connector by its permalink. */
  step?: string | undefined;
  /** A token request to this URL. It excludes `step` and `url`. */
  token?: string | RegExp | undefined;
  method?: string | undefined;
  /** An absolute URL; a query in it counts as `query`. An expression is held against the whole URL. */
  url?: string | RegExp | undefined;
  /** Other parameters may be there; null for one that is not. */
  query?: Readonly<Record<string, TextMatch | null>> | undefined;
  /** Other headers may be there, null for one that is not; case makes no difference. */
  headers?: Readonly<Record<string, TextMatch | null>> | undefined;
  body?: TextMatch | undefined;
}

/** An answer. At most one of `json`, `body`, `file`, `base64`, `networkError` and `timeout`. */
export interface MockAnswer {
  /** 200 where it is absent. */
  status?: number | undefined;
  headers?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
  /** Any value that JSON can hold; a `bigint` keeps all of its digits. */
  json?: unknown;
  body?: string | undefined;
  /** Relative to the directory of `mockUpstream`, else to that of the runner. */
  file?: string | undefined;
  base64?: string | undefined;
  /** A code of Node's: `ECONNRESET`. */
  networkError?: string | undefined;
  timeout?: boolean | undefined;
  /** On the runner's own time: nobody waits. */
  delayMs?: number | undefined;
}

/** Makes an answer of the call. What it throws ends the run: an assertion in it fails the test. */
export type MockAnswerFunction = (call: SentCall) => Omit<MockAnswer, 'file'>;

/** One answer and the calls that it is for. */
export interface MockedCall extends CallMatch {
  /** Members of objects that are not named may be there. */
  json?: unknown;
  /** Of a list each answers once, the last one every further call. */
  respond: MockAnswer | MockAnswerFunction | readonly (MockAnswer | MockAnswerFunction)[];
  /** How many calls it answers; any number where it is absent. */
  times?: number | undefined;
}

/** A call that is expected to have been sent. */
export interface SentMatch extends CallMatch {
  /** The whole body as JSON. */
  json?: unknown;
  /** A part of the body: members of objects that are not named may be there. */
  jsonContains?: unknown;
}

/** What a template sees of `user`; every field that is absent is None. */
export interface PersonaFields {
  /** For messages alone. */
  name?: string;
  id?: string | number | null;
  email?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  username?: string | null;
  /** By the number of the field. */
  profile_fields?: Readonly<Record<string | number, unknown>>;
}

export interface TestRunnerOptions {
  /** What paths are relative to and where the search for files begins; the current directory where it is absent. */
  directory?: string | URL | undefined;
  /** A path, the text of a registry, one as an object or one that is loaded; the nearest file where it is absent. */
  registry?: string | Registry | Readonly<Record<string, unknown>> | undefined;
  /** A path; the nearest one where it is absent, and none with `false`. */
  config?: string | false | undefined;
  /** An environment of the configuration. */
  env?: string | undefined;
  /** A user of the configuration, or whoever; its default user where it is absent. */
  user?: string | Persona | PersonaFields | undefined;
  /** Over those of the configuration. */
  variables?: Readonly<Record<string, string>> | undefined;
  /** Mock values, over those of the configuration. No other source of secrets is read. */
  secrets?: Readonly<Record<string, string>> | undefined;
  /** What `now()` gives: Unix seconds or an ISO 8601 time; 2026-01-01T00:00:00Z where it is absent. */
  now?: number | string | Date | undefined;
  tenantId?: string | null | undefined;
}

export interface TestRunOptions {
  /** The only answers there are. */
  upstream?: UpstreamMocks | readonly MockedCall[] | undefined;
  user?: TestRunnerOptions['user'];
  now?: TestRunnerOptions['now'];
  /** Any value that JSON can hold; a text is sent as it is. */
  payload?: unknown;
  query?: Readonly<Record<string, string | number | boolean>> | undefined;
  headers?: Readonly<Record<string, string | number | boolean>> | undefined;
  pathParams?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** The caller's method; that of the connector where it is absent. */
  method?: string | undefined;
  /** Where a simple connector and a composite have the same permalink. */
  kind?: ConnectorKind | undefined;
}

export interface TestRunner {
  /**
   * Runs a connector as the platform would; what the platform answers with an error is a result as well.
   * @throws {UnmatchedCallError} where nothing answers a call
   * @throws {UserError} where the connector cannot be run at all
   */
  run<Body = unknown>(permalink: string, options?: TestRunOptions): Promise<TestRunResult<Body>>;
}

export interface TestRunResult<Body = unknown> {
  readonly permalink: string;
  readonly kind: ConnectorKind;
  readonly ok: boolean;
  /** The status that the widget gets. */
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else text; null when it is empty or not UTF-8. */
  readonly body: Body;
  /** As it came; null where it is not UTF-8. */
  readonly text: string | null;
  /** `errors.scope`, to the letter. */
  readonly scope: string | null;
  readonly error: RunError | null;
  readonly warnings: readonly RunWarning[];
  /** Every request that went out, in order. */
  readonly sent: readonly SentCall[];
  readonly steps: readonly TestStep[];
  /** Answers that no call asked for, as a person reads them: `step orders`. */
  readonly unusedMocks: readonly string[];
  /** The same in every run. */
  readonly requestId: string;
  /** Milliseconds on the runner's own time, which passes in mocks with `delayMs` alone. */
  readonly durationMs: number;
}

export interface SentCall {
  /** A simple connector has one step, named after its permalink. */
  readonly step: string;
  readonly purpose: 'call' | 'token';
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Decoded; of a name that repeats the first value. */
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null without one, or where it is not UTF-8. */
  readonly body: string | null;
  /** The body parsed; undefined where it is no JSON. */
  readonly json: unknown;
}

export interface TestStep {
  readonly name: string;
  readonly index: number;
  readonly state: StepState;
  /** Of the upstream's answer; null where none came. */
  readonly status: number | null;
  /** Of the upstream's answer, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** What later steps see: transformed where the step has a `response_body`. */
  readonly body: string | null;
  readonly durationMs: number;
}
