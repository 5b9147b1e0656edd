/**
 * The platform's HTTP cache: answers to GET and HEAD of simple connectors, one name space per connector, kept as long
 * as the runner lives. platform.md section 5; what the sources leave open follows RFC 9111 for a shared cache, so that
 * answers to a request with `Authorization` are kept only where the upstream allows it.
 */
import CachePolicy from 'http-cache-semantics';
import type { Clock } from './clock.js';
import type { PreparedRequest } from './exchange.js';
import { httpCacheLimit_bytes } from './limits.js';
import type { HeaderMap } from './result.js';
import type { UpstreamResponse } from './transport/transport.js';

const cacheableMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const cacheableStatuses: ReadonlySet<number> = new Set([200, 301, 308]);
const forbidding = /(?:^|,)\s*(?:no-store|no-cache|private)\s*(?:[,=]|$)/i;

/** What the cache has for a request: an answer, or something to ask the upstream about. */
export type CacheLookup =
  | { kind: 'fresh'; response: UpstreamResponse }
  | { kind: 'stale'; entry: CacheEntry; conditions: readonly (readonly [string, string])[] }
  | { kind: 'nothing' };

export interface CacheEntry {
  policy: CachePolicy;
  response: UpstreamResponse;
  /** The request headers that `Vary` names, with their values. */
  variant: string;
}

export class HttpCaches {
  private readonly caches = new Map<string, HttpCache>();

  constructor(private readonly clock: Clock) {}

  /** The name space of one connector. */
  of(permalink: string): HttpCache {
    let cache = this.caches.get(permalink);
    if (!cache) {
      cache = new HttpCache(this.clock);
      this.caches.set(permalink, cache);
    }
    return cache;
  }
}

export class HttpCache {
  /** By method and URL; the variants that `Vary` tells apart stand side by side. */
  private readonly entries = new Map<string, CacheEntry[]>();
  private kept_bytes = 0;
  private readonly Policy: typeof CachePolicy;

  constructor(clock: Clock) {
    this.Policy = class extends CachePolicy {
      now(): number {
        return clock.date_ms();
      }
    };
  }

  static serves(method: string): boolean {
    return cacheableMethods.has(method);
  }

  find(request: PreparedRequest): CacheLookup {
    const asked = policyRequest(request);
    const variants = this.entries.get(keyOf(request)) ?? [];
    const fresh = variants.find(({ policy }) => policy.satisfiesWithoutRevalidation(asked));
    if (fresh) return { kind: 'fresh', response: served(fresh) };
    // A request with conditions of its own is not ours to put conditions on.
    if ([...conditional].some((name) => name in asked.headers)) return { kind: 'nothing' };
    for (const entry of variants) {
      const conditions = Object.entries(entry.policy.revalidationHeaders(asked)).filter(
        (header): header is [string, string] => conditional.has(header[0]) && typeof header[1] === 'string',
      );
      if (conditions.length > 0) return { kind: 'stale', entry, conditions };
    }
    return { kind: 'nothing' };
  }

  /** Keeps an answer where the rules allow it. */
  keep(request: PreparedRequest, response: UpstreamResponse): void {
    if (!cacheableStatuses.has(response.statusCode)) return;
    if (forbidding.test(response.headers['cache-control'] ?? '')) return;
    const policy = new this.Policy(policyRequest(request), policyResponse(response));
    const isOfUse =
      policy.timeToLive() > 0 || 'etag' in response.headers || 'last-modified' in response.headers;
    if (!policy.storable() || !isOfUse) return;
    this.put(request, { policy, response, variant: variantOf(request, response) });
  }

  /** The entry's answer, after the upstream confirmed it with 304; null where the 304 is about something else. */
  confirm(request: PreparedRequest, entry: CacheEntry, response: UpstreamResponse): UpstreamResponse | null {
    const { etag, 'last-modified': modified } = entry.response.headers;
    // Many a server repeats no validator in its 304.
    const headers = {
      ...(etag === undefined ? {} : { etag }),
      ...(modified === undefined ? {} : { 'last-modified': modified }),
      ...response.headers,
    };
    const { policy, matches } = entry.policy.revalidatedPolicy(
      policyRequest(request),
      policyResponse({ ...response, headers }),
    );
    if (!matches) return null;
    const confirmed = { ...entry, policy };
    this.put(request, confirmed);
    return served(confirmed);
  }

  private put(request: PreparedRequest, entry: CacheEntry): void {
    const key = keyOf(request);
    for (const other of this.entries.get(key) ?? []) {
      if (other.variant === entry.variant) this.remove(key, other);
    }
    const others = this.entries.get(key) ?? [];
    // Set anew, so that the map's order is the order of use.
    this.entries.delete(key);
    this.entries.set(key, [...others, entry]);
    this.kept_bytes += entry.response.body.length;
    this.evict();
  }

  private evict(): void {
    for (const [key, variants] of this.entries) {
      if (this.kept_bytes <= httpCacheLimit_bytes) return;
      for (const entry of variants) this.remove(key, entry);
    }
  }

  private remove(key: string, entry: CacheEntry): void {
    const rest = (this.entries.get(key) ?? []).filter((each) => each !== entry);
    this.kept_bytes -= entry.response.body.length;
    if (rest.length > 0) this.entries.set(key, rest);
    else this.entries.delete(key);
  }
}

const conditional: ReadonlySet<string> = new Set(['if-none-match', 'if-modified-since']);

const keyOf = ({ method, url }: PreparedRequest): string => `${method} ${url}`;

const policyRequest = ({ method, url, headers }: PreparedRequest) => ({
  method,
  url,
  headers: lowerCased(headers),
});

function variantOf(request: PreparedRequest, { headers }: UpstreamResponse): string {
  const asked = lowerCased(request.headers);
  const names = (headers.vary ?? '').split(',').map((name) => name.trim().toLowerCase());
  return JSON.stringify(names.sort().map((name) => [name, asked[name] ?? null]));
}

/** Directives are case-insensitive; the library compares them as they are written. */
function policyResponse({ statusCode, headers }: UpstreamResponse) {
  const control = headers['cache-control'];
  return {
    status: statusCode,
    headers: control === undefined ? headers : { ...headers, 'cache-control': control.toLowerCase() },
  };
}

function lowerCased(headers: PreparedRequest['headers']): HeaderMap {
  const map: HeaderMap = Object.create(null);
  for (const [name, value] of headers) map[name.toLowerCase()] = value;
  return map;
}

function served({ policy, response }: CacheEntry): UpstreamResponse {
  const headers: HeaderMap = Object.create(null);
  for (const [name, value] of Object.entries(policy.responseHeaders())) {
    if (value !== undefined) headers[name] = String(value);
  }
  const control = response.headers['cache-control'];
  if (control !== undefined) headers['cache-control'] = control;
  return { ...response, headers, headerList: Object.entries(headers), received_bytes: 0 };
}
