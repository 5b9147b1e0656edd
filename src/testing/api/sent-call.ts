import type { SentCall as InternalCall } from '../calls/sent-call.js';
import { parsedJson } from './parsed-json.js';
import type { SentCall } from './types.js';

export const sentCallOf = (call: InternalCall): SentCall => ({
  step: call.step,
  purpose: call.purpose,
  method: call.method,
  url: call.url,
  query: firstOf(call.query),
  headers: firstOf(call.headers),
  body: call.body,
  json: parsedJson(call.body),
});

const firstOf = (pairs: InternalCall['query']): Record<string, string> =>
  Object.fromEntries([...pairs].reverse());
