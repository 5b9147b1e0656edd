/** What of keys and tokens must never be shown. */
import type { SecretCollector } from '../settings.js';

/** Shorter lines of a key are its padding or end, and say nothing of it. */
const shortestLine = 16;

/** Collects a key, and each line of one that has several. */
export function collectKey(key: string, secrets: SecretCollector): void {
  secrets.add(key);
  if (!key.includes('-----BEGIN ')) return;
  for (const line of key.split(/\r\n|\n|\r|\\r|\\n/)) {
    const text = line.trim();
    if (text.length >= shortestLine && !text.startsWith('-----')) secrets.add(text);
  }
}

/** Collects a signed token, and its signature by itself. */
export function collectToken(token: string, secrets: SecretCollector): void {
  secrets.add(token);
  const signature = token.slice(token.lastIndexOf('.') + 1);
  if (signature !== '') secrets.add(signature);
}
