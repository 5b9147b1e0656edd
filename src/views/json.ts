/** `run --json`: the document that other programs read. Its shape is a contract; fields may be added. */

import type {
  HeaderMap,
  RequestRecord,
  ResponseRecord,
  RunError,
  RunResult,
  RunTiming,
  StepFailure,
  StepResult,
  TemplateFault,
} from '../platform/result.js';
import { utf8Text } from '../text/utf8.js';
import { curlCommand } from './curl.js';
import { formatJson, type JsonDocument, RawJson, writeJson } from './json-text.js';
import type { Mask } from './text.js';

type JsonObject = { [key: string]: JsonDocument | undefined };

/**
 * The document's text, two spaces a level, without a newline at the end. Strings are masked by value, so it is valid
 * JSON whatever a secret looks like. A JSON body is spliced in as the upstream wrote it, to the digit.
 */
export function runJson(result: RunResult, mask: Mask, runs?: readonly RunResult[]): string {
  return writeJson({
    permalink: mask(result.permalink),
    kind: result.kind,
    ok: result.ok,
    status: result.status,
    headers: headersOf(result.headers, mask),
    ...bodyOf(result.body, mask),
    body_bytes: result.body.length,
    error: result.error === null ? null : errorOf(result.error, mask),
    request_id: result.request_id,
    started_at: new Date(result.started_at_ms).toISOString(),
    timing: timingOf(result.timing),
    steps: result.steps.map((step) => stepOf(step, mask)),
    warnings: result.warnings.map(({ code, message, step }) => ({
      code,
      message: mask(message),
      step: orNull(step, mask),
    })),
    interrupted: result.interrupted,
    ...(runs === undefined ? {} : { runs: runs.map(summaryOf) }),
  });
}

/** One of several runs; the document itself is the last one's. */
const summaryOf = (result: RunResult): JsonObject => ({
  ok: result.ok,
  status: result.status,
  request_id: result.request_id,
  started_at: new Date(result.started_at_ms).toISOString(),
  timing: timingOf(result.timing),
  cache: result.steps.at(0)?.cache ?? null,
});

/** `body` parsed when it is JSON, else text, null when empty; bytes that are not UTF-8 come as `body_base64`. */
function bodyOf(bytes: Uint8Array, mask: Mask): JsonObject {
  if (bytes.length === 0) return { body: null };
  const text = utf8Text(bytes);
  if (text === null) return { body: null, body_base64: mask(Buffer.from(bytes).toString('base64')) };
  if (formatJson(text, { mask }) === null) return { body: mask(text) };
  return { body: new RawJson((depth) => formatJson(text, { mask, depth }) ?? 'null') };
}

function errorOf(error: RunError, mask: Mask): JsonObject {
  const { scope, code, detail, step, index, params } = error;
  return {
    scope: orNull(scope, mask),
    code,
    detail: mask(detail),
    step: orNull(step, mask),
    index,
    ...(params === undefined ? {} : { params: params.map(mask) }),
  };
}

const timingOf = (timing: RunTiming): JsonObject => ({
  total_ms: rounded(timing.total_ms),
  internal_ms: rounded(timing.internal_ms),
  external_ms: rounded(timing.external_ms),
});

function stepOf(step: StepResult, mask: Mask): JsonObject {
  return {
    name: mask(step.name),
    index: step.index,
    state: step.state,
    started_ms: roundedOrNull(step.started_ms),
    duration_ms: roundedOrNull(step.duration_ms),
    status_code: step.status_code,
    phases: step.phases === null ? null : roundedAll(step.phases),
    requests: step.requests.map((request) => requestOf(request, mask)),
    response: step.response === null ? null : responseOf(step.response, mask),
    cache: step.cache,
    timeline: step.timeline.map(({ phase, started_ms, duration_ms }) => ({
      phase,
      started_ms: rounded(started_ms),
      duration_ms: rounded(duration_ms),
    })),
    failure: step.failure === null ? null : failureOf(step.failure, step.requests.at(-1), mask),
  };
}

function requestOf(request: RequestRecord, mask: Mask): JsonObject {
  return {
    purpose: request.purpose,
    method: mask(request.method),
    url: mask(request.url),
    routed_to: orNull(request.routed_to, mask),
    headers: headersOf(request.headers, mask),
    body: orNull(request.body, mask),
    status_code: request.status_code,
    error_body: orNull(request.error_body, mask),
    started_ms: rounded(request.started_ms),
    duration_ms: rounded(request.duration_ms),
    phases: roundedAll(request.phases),
    reused_connection: request.reused_connection,
    remote_address: request.remote_address,
  };
}

function responseOf(response: ResponseRecord, mask: Mask): JsonObject {
  return {
    status_code: response.status_code,
    headers: headersOf(response.headers, mask),
    body: orNull(response.body, mask),
    transformed: orNull(response.transformed, mask),
    body_bytes: response.body_bytes,
    truncated: response.truncated,
  };
}

function failureOf(failure: StepFailure, request: RequestRecord | undefined, mask: Mask): JsonObject {
  return {
    kind: failure.kind,
    scope: orNull(failure.scope, mask),
    detail: mask(failure.detail),
    advice: orNull(failure.advice, mask),
    template: failure.template === null ? null : faultOf(failure.template, mask),
    network: failure.network === null ? null : { ...failure.network, host: mask(failure.network.host) },
    curl: request === undefined ? null : curlCommand(request, mask),
  };
}

function faultOf(fault: TemplateFault, mask: Mask): JsonObject {
  return {
    ...fault,
    field: mask(fault.field),
    pointer: mask(fault.pointer),
    template: mask(fault.template),
    message: mask(fault.message),
    hint: orNull(fault.hint, mask),
  };
}

/** Header names of an upstream are outside text, too. */
const headersOf = (headers: HeaderMap, mask: Mask): JsonObject =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [mask(name), mask(value)]));

const orNull = (text: string | null, mask: Mask): string | null => (text === null ? null : mask(text));

/** Microseconds are what the clock can tell. */
const rounded = (time_ms: number): number => Math.round(time_ms * 1000) / 1000;
const roundedOrNull = (time_ms: number | null): number | null => (time_ms === null ? null : rounded(time_ms));
const roundedAll = (times: Readonly<Record<string, number>>): JsonObject =>
  Object.fromEntries(Object.entries(times).map(([name, time_ms]) => [name, rounded(time_ms)]));
