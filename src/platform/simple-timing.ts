/** The timing headers of a simple connector's answer. platform.md section 9. */
import type { HeaderMap, RunTiming, StepResult } from './result.js';
import { answerHeaders, oneDecimal, timingJson, timingTotals } from './timing-headers.js';

/** What the headers say beyond the result tree. */
export interface SimpleTimes {
  cache_ms: number;
  /** The host that was called; null where the cache answered, or nothing was sent. */
  external_host: string | null;
}

interface Breakdown {
  setup_ms: number;
  transform_ms: number;
  cache_ms: number;
  http_request_ms: number;
}

export function simpleHeaders(
  contentType: string | null,
  requestId: string,
  timing: RunTiming,
  step: StepResult,
  times: SimpleTimes,
): HeaderMap {
  const breakdown = breakdownOf(timing, step, times);
  return answerHeaders(contentType, requestId, {
    serverTiming: serverTiming(timing, step, times, breakdown),
    connectorTiming: connectorTiming(requestId, timing, step, times, breakdown),
  });
}

/** The parts add up to the total: the set-up is what the others are not, a token request included. */
function breakdownOf({ total_ms }: RunTiming, step: StepResult, { cache_ms }: SimpleTimes): Breakdown {
  const transform_ms = step.phases?.template_ms ?? 0;
  const { dns_ms = 0, connect_ms = 0, tls_ms = 0, wait_ms = 0, download_ms = 0 } = step.phases ?? {};
  const http_request_ms = dns_ms + connect_ms + tls_ms + wait_ms + download_ms;
  const setup_ms = Math.max(0, total_ms - transform_ms - cache_ms - http_request_ms);
  return { setup_ms, transform_ms, cache_ms, http_request_ms };
}

const isHit = (step: StepResult): boolean => step.cache === 'hit' || step.cache === 'revalidated';

function serverTiming(
  { total_ms }: RunTiming,
  step: StepResult,
  { external_host }: SimpleTimes,
  parts: Breakdown,
): string {
  const entry = (name: string, time_ms: number, text: string) =>
    `${name};dur=${time_ms.toFixed(1)};desc="${text}"`;
  return [
    entry('setup', parts.setup_ms, 'Setup'),
    entry('transform', parts.transform_ms, 'Template'),
    entry('cache', parts.cache_ms, isHit(step) ? 'Cache Hit' : 'Cache Miss'),
    ...(external_host === null ? [] : [entry('external', parts.http_request_ms, external_host)]),
    entry('total', total_ms, 'Total'),
  ].join(', ');
}

function connectorTiming(
  requestId: string,
  timing: RunTiming,
  step: StepResult,
  { external_host }: SimpleTimes,
  parts: Breakdown,
): string {
  return timingJson({
    ...timingTotals(requestId, timing),
    breakdown: {
      setup_ms: oneDecimal(parts.setup_ms),
      transform_ms: oneDecimal(parts.transform_ms),
      cache_ms: oneDecimal(parts.cache_ms),
      http_request_ms: oneDecimal(parts.http_request_ms),
    },
    cache_hit: isHit(step),
    ...(external_host === null ? {} : { external_host }),
    ...(step.failure?.kind === 'timeout' ? { timeout: true } : {}),
    ...(step.failure === null ? {} : { error: step.failure.detail }),
  });
}
