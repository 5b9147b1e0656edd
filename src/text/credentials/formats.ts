/** Credentials that their own form gives away, whatever field they stand in. */
import type { Span } from '../source.js';
import { isPlaceholder } from './placeholder.js';

export interface Credential extends Span {
  /** With its article: `a GitHub token`. */
  readonly what: string;
}

/** Each begins where no longer word does, so that a run of characters is searched once. */
const formats: readonly (readonly [what: string, pattern: string])[] = [
  ['an AWS access key', '(?:AKIA|ASIA)[A-Z0-9]{16}'],
  ['a GitHub token', 'gh[pousr]_[A-Za-z0-9]{36,255}'],
  ['a GitHub token', 'github_pat_[A-Za-z0-9_]{22,255}'],
  ['a GitLab token', 'glpat-[A-Za-z0-9_-]{20,64}'],
  ['a Slack token', 'xox[abeoprs]-[A-Za-z0-9-]{10,255}'],
  ['a Stripe key', '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,255}'],
  ['a Google API key', 'AIza[A-Za-z0-9_-]{35}'],
  ['a SendGrid key', 'SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64}'],
  ['a Twilio key', 'SK[0-9a-f]{32}'],
  ['a Shopify token', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
  ['an npm token', 'npm_[A-Za-z0-9]{36}'],
  ['a signed token (JWT)', 'eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]{16,}'],
];
const anyFormat = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${formats.map(([, pattern]) => `(${pattern})`).join('|')})(?![A-Za-z0-9_-])`,
  'g',
);
const pem = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----(.*?)(?:-----END [A-Z0-9 ]{1,80}-----|$)/gs;

/** What every one of them holds, for a search of a whole file: between escapes, nothing may be said of what stands around. */
export const anyMark =
  /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|[sr]k_(?:live|test)_|AIza|SG\.|SK[0-9a-f]{32}|shp(?:at|ca|pa|ss)_|npm_|eyJ|PRIVATE KEY|\\u/;

/** In the order of the text. Placeholders in one of the forms are not among them. */
export function knownCredentials(text: string): Credential[] {
  const found: Credential[] = [];
  for (const match of text.matchAll(anyFormat)) {
    const what = formats[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    if (what === undefined || isPlaceholder(match[0])) continue;
    found.push({ what, start: match.index, end: match.index + match[0].length });
  }
  if (!text.includes('-----BEGIN ')) return found;
  for (const match of text.matchAll(pem)) {
    const key = match[1]?.replace(/\\n|\s/g, '') ?? '';
    if (!/^[A-Za-z0-9+/=:,-]{40,}$/.test(key) || isPlaceholder(key.slice(0, 64))) continue;
    found.push({ what: 'a private key', start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}
