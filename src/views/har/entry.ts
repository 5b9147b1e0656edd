/** One request of a run as an entry of the archive. */
import type { Entry } from 'har-format';
import type { RequestRecord, StepResult } from '../../platform/result.js';
import type { Mask } from '../text.js';
import { harRequest } from './request.js';
import { failedResponse, harResponse } from './response.js';
import { timingsOf } from './timings.js';

export interface RunFrame {
  pageId: string;
  started_at_ms: number;
  mask: Mask;
}

/** The fields with an underscore are this program's own, as the format allows; devtools read the resource type. */
export function entryOf(request: RequestRecord, step: StepResult, run: RunFrame): Entry {
  const { mask } = run;
  const error = errorOf(request, step, mask);
  const { time, timings } = timingsOf(request);
  const entry: Entry = {
    pageref: run.pageId,
    startedDateTime: new Date(run.started_at_ms + request.started_ms).toISOString(),
    time,
    request: harRequest(request, mask),
    response:
      request.response === null
        ? failedResponse(request, error ?? 'no answer arrived', mask)
        : harResponse(request.response, error, run.started_at_ms + request.started_ms, mask),
    cache: step.cache === null || request.purpose === 'token' ? {} : { comment: step.cache },
    timings,
    ...serverOf(request.remote_address, mask),
    _resourceType: 'fetch',
    _purpose: request.purpose,
    _step: mask(step.name),
  };
  if (request.routed_to !== null) entry._routedTo = mask(request.routed_to);
  if (error !== null) entry.comment = error;
  return entry;
}

/** Why this request failed; null where an answer arrived whole. A step stops at its first failure: its last request. */
function errorOf(request: RequestRecord, step: StepResult, mask: Mask): string | null {
  if (request.response !== null && !request.response.truncated) return null;
  const failure = step.requests.at(-1) === request ? step.failure : null;
  return failure === null ? null : mask(failure.detail);
}

/** `ip:port`, the IP in brackets where it is one of version 6. The port stands for the connection, as HAR allows. */
function serverOf(address: string | null, mask: Mask): Pick<Entry, 'serverIPAddress' | 'connection'> {
  const [, six, four, port] = /^(?:\[([^\]%]+)[^\]]*\]|([\d.]+)):(\d+)$/.exec(address ?? '') ?? [];
  const ip = six ?? four;
  if (ip === undefined || port === undefined || mask(ip) !== ip || mask(port) !== port) return {};
  return { serverIPAddress: ip, connection: port };
}
