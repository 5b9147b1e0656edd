/** How a request differs from a recorded one: `query contact_id: recorded "7", now "8"`. */
import { clause, cut, short } from '../calls/wording.js';
import { compareJson } from '../json/compare.js';
import { readJson } from '../json/read.js';
import type { RecordedRequest } from './model.js';

/** By the part of the request that differs: `query contact_id`, `body`. */
export type RequestDifferences = ReadonlyMap<string, string>;

type Pairs = readonly (readonly [name: string, value: string])[];

export function compareRequests(recorded: RecordedRequest, now: RecordedRequest): RequestDifferences {
  const found = new Map<string, string>();
  comparePart('method', [recorded.method], [now.method], found);
  const [was, is] = [splitUrl(recorded.url), splitUrl(now.url)];
  comparePart('url', [was.address], [is.address], found);
  comparePairs('query', was.query, is.query, found);
  comparePairs('header', recorded.headers, now.headers, found);
  compareBodies(recorded.body, now.body, found);
  return found;
}

function splitUrl(url: string): { address: string; query: Pairs } {
  const at = url.indexOf('?');
  if (at < 0) return { address: url, query: [] };
  const query = [...new URLSearchParams(url.slice(at + 1).replace(/#.*$/s, ''))];
  return { address: url.slice(0, at), query };
}

function comparePairs(what: string, recorded: Pairs, now: Pairs, found: Map<string, string>): void {
  const names = new Set([...recorded, ...now].map(([name]) => name));
  const valuesOf = (pairs: Pairs, name: string) =>
    pairs.filter(([each]) => each === name).map(([, value]) => value);
  for (const name of names) {
    comparePart(`${what} ${name}`, valuesOf(recorded, name), valuesOf(now, name), found);
  }
}

function comparePart(
  part: string,
  recorded: readonly string[],
  now: readonly string[],
  found: Map<string, string>,
): void {
  const isSame = recorded.length === now.length && recorded.every((value, at) => sameText(value, now[at]));
  if (!isSame) found.set(part, clause(part, listed(recorded), listed(now)));
}

const listed = (values: readonly string[]): string | null =>
  values.length === 0 ? null : values.map(short).join(' and ');

/** What was made of a masked value may be percent-encoded or in base64. */
const sameText = (recorded: string, now = ''): boolean => recorded === now || recorded === marks(now);

const marks = (text: string): string => text.replaceAll('Kioq', '***').replace(/(?:%2A){3}/gi, '***');

function compareBodies(recorded: string | null, now: string | null, found: Map<string, string>): void {
  if (recorded === now || (recorded !== null && now !== null && sameText(recorded, now))) return;
  const [was, is] = [recorded, now].map((body) => (body === null ? null : readJson(body)));
  if (was && is) {
    const [first, ...others] = compareJson(was, is, 'exact');
    if (!first) return;
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    const path = first.path === '' ? 'body' : `body ${first.path}`;
    const shown = (value: string | null) => value && cut(value);
    found.set('body', `${clause(path, shown(first.expected), shown(first.actual))}${more}`);
    return;
  }
  if (recorded !== null && now !== null && isForm(recorded) && isForm(now)) {
    comparePairs('body', [...new URLSearchParams(recorded)], [...new URLSearchParams(now)], found);
    return;
  }
  found.set('body', clause('body', recorded && short(recorded), now && short(now)));
}

const isForm = (body: string): boolean => /^[^\s=&{["]+=[^\s&]*(?:&[^\s=&]+=[^\s&]*)*$/.test(body);
