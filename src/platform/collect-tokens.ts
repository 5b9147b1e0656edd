/** Finds tokens in upstream answers, so that they are masked wherever they turn up later. */
import { utf8Text } from '../text/utf8.js';
import type { SecretCollector } from './settings.js';
import type { UpstreamResponse } from './transport/transport.js';

export const tokenFields: ReadonlySet<string> = new Set([
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'api_key',
  'apikey',
  'password',
]);

/** Shorter values are words, flags and test data rather than tokens. */
const shortestToken = 8;

/** Token answers are small; a large body is data, and is not searched. */
const longestAnswer_bytes = 64 * 1024;

export function collectTokens(response: UpstreamResponse, secrets: SecretCollector): void {
  if (response.body.length <= longestAnswer_bytes) collectTokensIn(utf8Text(response.body), secrets);
}

/** The same for an answer that is text already. */
export function collectTokensIn(text: string | null, secrets: SecretCollector): void {
  if ((text?.length ?? 0) > longestAnswer_bytes) return;
  if (text === null || !/token|secret|key|password/i.test(text)) return;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return;
  }
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, child] of Object.entries(next)) {
      if (typeof child === 'string') {
        if (child.length >= shortestToken && tokenFields.has(name.toLowerCase())) secrets.add(child);
      } else {
        pending.push(child);
      }
    }
  }
}
