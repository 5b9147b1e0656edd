/** The headers of an answer, and a composite's timing headers. platform.md section 9. */
import type { HeaderMap, RunTiming, StepResult } from './result.js';

/** Durations are floats on the platform, whose JSON writes 7.0 where JavaScript's writes 7. */
export const timingJson = (timing: object): string =>
  JSON.stringify(timing).replace(/(_ms":\d+)(?=[,}])/g, '$1.0');

export const oneDecimal = (ms: number): number => Math.round(ms * 10) / 10;

/** What the timing of both kinds of connector begins with. */
export const timingTotals = (requestId: string, timing: RunTiming) => ({
  request_id: requestId,
  total_ms: oneDecimal(timing.total_ms),
  internal_ms: oneDecimal(timing.internal_ms),
  external_ms: oneDecimal(timing.external_ms),
});

/** `step.auth;dur=120.5;desc="Step: auth", total;dur=210.1;desc="Total"`; a step that did not run has no entry. */
export function compositeServerTiming(steps: readonly StepResult[], total_ms: number): string {
  const entries = steps
    .filter((step) => step.duration_ms !== null)
    .map(({ name, duration_ms }) => `step.${name};dur=${(duration_ms ?? 0).toFixed(1)};desc="Step: ${name}"`);
  return [...entries, `total;dur=${total_ms.toFixed(1)};desc="Total"`].join(', ');
}

export function compositeConnectorTiming(
  requestId: string,
  timing: RunTiming,
  steps: readonly StepResult[],
): string {
  return timingJson({
    ...timingTotals(requestId, timing),
    steps: steps
      .filter((step) => step.duration_ms !== null)
      .map(({ name, index, duration_ms, status_code }) => ({
        name,
        index,
        duration_ms: oneDecimal(duration_ms ?? 0),
        status_code,
      })),
  });
}

export function compositeHeaders(
  contentType: string | null,
  requestId: string,
  timing: RunTiming,
  steps: readonly StepResult[],
): HeaderMap {
  return answerHeaders(contentType, requestId, {
    serverTiming: compositeServerTiming(steps, timing.total_ms),
    connectorTiming: compositeConnectorTiming(requestId, timing, steps),
  });
}

export const answerHeaders = (
  contentType: string | null,
  requestId: string,
  timing: { serverTiming: string; connectorTiming: string },
): HeaderMap => ({
  ...(contentType === null ? {} : { 'content-type': contentType }),
  'x-request-id': requestId,
  'server-timing': timing.serverTiming,
  'x-connector-timing': timing.connectorTiming,
});
