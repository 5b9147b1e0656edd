/** A request as tests look at it: what mocks are chosen by and what `sent` asserts. */
import type { RequestRecord } from '../../platform/result.js';
import type { OutgoingRequest, RequestSender } from '../../platform/transport/transport.js';
import { utf8Text } from '../../text/utf8.js';

export interface SentCall extends RequestSender {
  readonly method: string;
  /** As rendered, with its query. */
  readonly url: string;
  /** Decoded, in the order of the URL; a name may repeat. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Lower-case names, values as text; a name may repeat. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Null without one, or where it is not UTF-8. */
  readonly body: string | null;
}

export function outgoingCall(request: OutgoingRequest): SentCall {
  const { method, headers, body, sender } = request;
  const url = sender?.renderedUrl ?? request.url;
  return {
    step: sender?.step ?? '',
    purpose: sender?.purpose ?? 'call',
    method,
    url,
    query: queryOf(url),
    headers: headers.map(([name, value]) => [name.toLowerCase(), asText(value)] as const),
    body: body && utf8Text(body),
  };
}

export function recordedCall(step: string, record: RequestRecord): SentCall {
  const { purpose, method, url, headers, body } = record;
  return {
    step,
    purpose,
    method,
    url,
    query: queryOf(url),
    headers: Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const),
    body,
  };
}

/** `POST https://api.example.com/orders?x=1 (step orders)`. */
export const describeCall = ({ method, url, step, purpose }: SentCall): string =>
  `${method} ${url} (${purpose === 'token' ? 'token for ' : ''}step ${step})`;

function queryOf(url: string): [string, string][] {
  const at = url.indexOf('?');
  return at < 0 ? [] : [...new URLSearchParams(url.slice(at + 1).replace(/#.*$/s, ''))];
}

/** Header values travel as bytes, each in a character. */
const asText = (value: string): string => Buffer.from(value, 'latin1').toString('utf8');
