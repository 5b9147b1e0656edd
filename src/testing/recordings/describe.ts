/** What there is to say of a replay, in words. */
import type { SentCall } from '../calls/sent-call.js';
import type { LocatedExchange, RecordedRequest } from './model.js';
import type { Mismatch, Replay } from './replay.js';

const owner = ({ step, purpose }: Pick<SentCall, 'step' | 'purpose'>): string =>
  `${purpose === 'token' ? 'token for ' : ''}step ${step}`;

/** One line for each difference: `step orders: query contact_id: recorded "7", now "8"`. */
export function mismatchLines({ call, nearest, differences }: Mismatch): string[] {
  if (nearest === null) return [`${owner(call)}: ${call.method} ${call.url} is not in the recording`];
  return differences.map((difference) => `${owner(call)}: ${difference}`);
}

/** `GET https://api.example.com/orders (step orders)`. */
export const describeRecorded = (request: RecordedRequest): string =>
  `${request.method} ${request.url} (${owner(request)})`;

/** `2026-11-21`, or from the first to the last day; of what was used, or of all where nothing was. */
export function recordedDates(replay: Replay, all: readonly LocatedExchange[]): string {
  const used = replay.used();
  const days = (used.length > 0 ? used : all).map(({ recorded_at }) => recorded_at.slice(0, 10)).sort();
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

/** What was asked before, where this call itself is not in the file. */
export const otherCallNote =
  'this call was not recorded; the answers are those of other calls (another user, payload, query or header)';
