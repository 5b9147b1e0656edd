/** From what a run saw to what a file may hold. */
import { TransportError, type UpstreamResponse } from '../../platform/transport/transport.js';
import type { SentCall } from '../calls/sent-call.js';
import { withLearntSecrets } from './learnt-secrets.js';
import { answerHeaders, requestHeaders } from './mask-headers.js';
import { type Mask, maskBytes, maskPlain, maskText } from './mask-text.js';
import type { RecordedExchange, RecordedOutcome, RecordedRequest } from './model.js';
import type { SeenExchange } from './recorder.js';

/**
 * To be called when the run is over: an answer may hold a token that only a later one made known.
 * @param mask hides the secrets that the run collected
 */
export function maskExchanges(seen: readonly SeenExchange[], mask: Mask): RecordedExchange[] {
  const answers = seen.flatMap(({ outcome }) =>
    outcome === null || outcome instanceof TransportError ? [] : [outcome],
  );
  const whole = withLearntSecrets(mask, answers);
  return seen.flatMap(({ call, began_ms, duration_ms, outcome }) => {
    const masked = outcome && maskOutcome(outcome, call.method, whole);
    if (masked === null) return [];
    const recorded_at = isoSeconds(began_ms);
    return [{ recorded_at, duration_ms, request: maskRequest(call, whole), outcome: masked }];
  });
}

export const isoSeconds = (date_ms: number): string =>
  new Date(date_ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** The same for a request that is recorded and for one that is held against it. */
export function maskRequest(call: SentCall, mask: Mask): RecordedRequest {
  const { step, purpose, method, url, headers, body } = call;
  return {
    step,
    purpose,
    method,
    url: maskPlain(url, mask),
    headers: requestHeaders(headers, mask),
    body: body === null || body === '' ? null : maskText(body, mask),
  };
}

/** Null where the run was interrupted. */
function maskOutcome(
  outcome: UpstreamResponse | TransportError,
  method: string,
  mask: Mask,
): RecordedOutcome | null {
  if (outcome instanceof TransportError) {
    const { failure, code, phase, message } = outcome;
    return failure === 'aborted' ? null : { type: 'failure', failure, code, phase, message: mask(message) };
  }
  const body = maskBytes(outcome.body, mask);
  const isChanged = body !== outcome.body && method !== 'HEAD';
  const headers = answerHeaders(outcome.headerList, mask, isChanged);
  return { type: 'answer', status: outcome.statusCode, headers, body };
}
