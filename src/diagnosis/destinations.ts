/** The hosts that a registry's requests go to, as far as its templates tell before anything runs. */
import type { Route } from '../config/index.js';
import { applyRoutes, routedFolder } from '../platform/routing.js';
import { staticUrl } from '../platform/static-url.js';
import { checkUrl, isRefused } from '../platform/url-policy.js';
import type { Registry, RequestDefinition, TextField } from '../registry/index.js';
import { userOf } from './usage.js';

/** An origin that the registry names, and where its traffic goes from here. */
export interface Destination {
  /** `https://host[:port]`, canonical. */
  readonly origin: string;
  /** The origin that is contacted: another one where a route says so, or the `file:` URL of a folder. */
  readonly target: string;
  readonly routed: boolean;
  readonly usedBy: readonly string[];
}

/** A URL whose host cannot be told, or breaks the URL rules. */
export interface Unreachable {
  /** The template, as written. */
  readonly url: string;
  readonly reason: string;
  readonly advice: string | null;
  /** The URL rules refuse it, so that every run fails. */
  readonly refused: boolean;
  readonly usedBy: readonly string[];
}

export interface Destinations {
  readonly known: readonly Destination[];
  readonly unknown: readonly Unreachable[];
}

export interface DestinationSettings {
  readonly variables: ReadonlyMap<string, string>;
  readonly routes: readonly Route[];
  readonly allowPrivateNetwork: boolean;
}

/** In the order of the file; each origin once for every place that its traffic goes to. */
export function destinationsOf(registry: Registry, settings: DestinationSettings): Destinations {
  const known = new Map<string, Collected<Omit<Destination, 'usedBy'>>>();
  const unknown = new Map<string, Collected<Omit<Unreachable, 'usedBy'>>>();
  for (const { field, user } of urlsOf(registry)) {
    const found = locate(field.value, settings);
    if ('origin' in found) add(known, `${found.origin} ${found.target}`, found, user);
    else add(unknown, `${found.url} ${found.reason}`, found, user);
  }
  return { known: finished(known), unknown: finished(unknown) };
}

interface Collected<Value> {
  value: Value;
  users: Set<string>;
}

function add<Value>(all: Map<string, Collected<Value>>, key: string, value: Value, user: string): void {
  const collected = all.get(key) ?? { value, users: new Set() };
  collected.users.add(user);
  all.set(key, collected);
}

const finished = <Value>(all: Map<string, Collected<Value>>): (Value & { usedBy: string[] })[] =>
  [...all.values()].map(({ value, users }) => ({ ...value, usedBy: [...users] }));

function* urlsOf(registry: Registry): Iterable<{ field: TextField; user: string }> {
  for (const entry of [...registry.connectors, ...registry.composites]) {
    const owner = entry.permalink || entry.name || entry.pointer;
    if (entry.kind === 'simple') yield* urlsIn(entry, owner);
    else for (const step of entry.steps) yield* urlsIn(step, userOf(owner, step.name));
  }
}

function* urlsIn({ url, authentication }: RequestDefinition, user: string) {
  const tokenUrl = authentication?.type.startsWith('oauth') ? authentication.text('token_url') : null;
  for (const field of [tokenUrl, url]) if (field && field.value.trim() !== '') yield { field, user };
}

function locate(
  template: string,
  { variables, routes, allowPrivateNetwork }: DestinationSettings,
): Omit<Destination, 'usedBy'> | Omit<Unreachable, 'usedBy'> {
  const found = staticUrl(template, variables);
  if ('reason' in found) return { url: template, reason: found.reason, advice: null, refused: false };
  // Only the origin matters here: what is wrong further behind may still be computed.
  const [head = '', protocolAndHost] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(found.known) ?? [found.known];
  const checked = checkUrl(protocolAndHost === undefined ? head : `${head}/`, { allowPrivateNetwork });
  if (isRefused(checked)) {
    return { url: template, reason: checked.reason, advice: checked.advice, refused: true };
  }
  const rest = found.known.slice(head.length).replace(/#.*$/s, '');
  const routed = applyRoutes(`${checked.origin}${rest}`, routes);
  const folder = routed.routed ? routedFolder(routed.url, routes) : null;
  return { origin: checked.origin, target: folder ?? new URL(routed.url).origin, routed: routed.routed };
}
