/** Whether an upstream was asked and answered the same as when it was recorded, but for what is new each time. */
import type { RecordedExchange, RecordedOutcome } from './model.js';

/** Times, ids and counters of single answers. */
const volatileHeader =
  /^(?:age|date|expires|server-timing|traceparent|tracestate|x-runtime|x-response-time|cf-ray|x-served-by|x-timer|x-cache(?:-hits)?|via|x-amz-cf-id|x-envoy-upstream-service-time|(?:x-)?rate-?limit-(?:remaining|reset)|(?:[a-z]+-)*(?:request|correlation|trace|transaction|span)-?id)$/i;

export const isSameExchange = (left: RecordedExchange, right: RecordedExchange): boolean =>
  JSON.stringify(left.request) === JSON.stringify(right.request) &&
  identity(left.outcome) === identity(right.outcome);

function identity(outcome: RecordedOutcome): string {
  if (outcome.type === 'failure') {
    const { failure, code, phase } = outcome;
    return JSON.stringify([failure, code, phase]);
  }
  const { status, headers, body } = outcome;
  const kept = headers
    .filter(([name]) => !volatileHeader.test(name))
    .map(([name, value]) => [name, typeof value === 'string' ? value : Buffer.from(value).toString('hex')])
    .sort(([left = ''], [right = '']) => (left < right ? -1 : left > right ? 1 : 0));
  return JSON.stringify([status, kept, Buffer.from(body).toString('base64')]);
}
