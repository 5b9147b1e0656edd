/** Contacts every host that the registry names, each once, a few at a time. */
import { fileURLToPath } from 'node:url';
import { isFileUrl } from '../platform/routing.js';
import { mapBounded } from './bounded.js';
import { type Check, plural } from './check.js';
import type { Skew } from './clock.js';
import type { Destination, Destinations } from './destinations.js';
import { hostChecks } from './host-checks.js';
import type { Probe, Prober } from './probe.js';

const atOnce = 6;

/** Nobody's registry names more; a hostile one shall not make this machine call on thousands. */
const mostHosts = 200;

/** `waitingFor` is the host that has been waited for the longest; null where none is. */
export type ProgressListener = (done: number, total: number, waitingFor: string | null) => void;

export interface HostSettings {
  /** `http.allowPrivateNetwork`. */
  readonly allowPrivateNetwork: boolean;
  readonly probe: Prober;
  readonly onProgress: ProgressListener;
  readonly signal: AbortSignal;
}

export interface HostFindings {
  readonly checks: Check[];
  readonly skews: Skew[];
}

/** Interrupted, it gives what is known so far. */
export async function hostFindings(
  all: readonly Destination[],
  settings: HostSettings,
): Promise<HostFindings> {
  const destinations = all.filter(({ target }) => !isFileUrl(target));
  const { allowPrivateNetwork, probe, onProgress, signal } = settings;
  const targets = new Map<string, { target: string; publicOnly: boolean }>();
  for (const each of destinations) {
    const publicOnly = !each.routed && !allowPrivateNetwork;
    const known = targets.get(each.target);
    // A route to a target is a wish: where it is also called directly, one contact has to do for both.
    targets.set(each.target, { target: each.target, publicOnly: publicOnly && known?.publicOnly !== false });
  }
  const probes = new Map<string, Probe>();
  const contacted = [...targets.values()].slice(0, mostHosts);
  const waiting = new Set<string>();
  const tell = () => onProgress(probes.size, contacted.length, [...waiting][0] ?? null);
  await mapBounded(contacted, atOnce, async ({ target, publicOnly }) => {
    if (signal.aborted) return;
    waiting.add(target);
    tell();
    try {
      probes.set(target, await probe(target, publicOnly));
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    waiting.delete(target);
    tell();
  });
  const checks = destinations.flatMap((each) => {
    const found = probes.get(each.target);
    return found ? hostChecks(each, found) : [];
  });
  const reached = new Set(contacted.map(({ target }) => target));
  const beyond = destinations.filter(({ target }) => !reached.has(target));
  return {
    checks: [
      ...folderChecks(all.filter(({ target }) => isFileUrl(target))),
      ...checks,
      ...skippedHosts(beyond, `only the first ${mostHosts} are contacted`),
    ],
    skews: [...probes].flatMap(([target, { answer }]) =>
      answer === null || answer.skew_ms === null
        ? []
        : [{ host: new URL(target).host, skew_ms: answer.skew_ms }],
    ),
  };
}

/** A folder answers for these; that it is there the configuration made sure of. */
const folderChecks = (destinations: readonly Destination[]): Check[] =>
  destinations.map(({ origin, target, usedBy }) => ({
    id: 'route',
    group: 'hosts',
    state: 'ok',
    title: 'route',
    detail: `nothing is contacted: the files in ${fileURLToPath(target)} answer`,
    advice: null,
    facts: { routed_to: target },
    subject: origin,
    usedBy,
  }));

/** Hosts that nothing can be asked of. */
export const unknownHostChecks = (unknown: Destinations['unknown']): Check[] =>
  unknown.map(({ url, reason, advice, refused, usedBy }) => ({
    id: refused ? 'host-refused' : 'host-unknown',
    group: 'hosts',
    state: refused ? 'problem' : 'note',
    title: 'URL',
    detail: refused ? `every call fails: ${reason}` : `cannot be checked: ${reason}`,
    advice,
    subject: url,
    usedBy,
  }));

/** In place of the hosts' own checks where the network is not to be touched. */
export function skippedHosts(destinations: readonly Destination[], why: string): Check[] {
  if (destinations.length === 0) return [];
  return [
    {
      id: 'hosts-skipped',
      group: 'hosts',
      state: 'note',
      title: 'not checked',
      detail: `${plural(destinations.length, 'host')}: ${why}`,
      advice: null,
      facts: {
        hosts: destinations.map(({ origin, target, routed, usedBy }) => ({
          origin,
          routed_to: routed ? target : null,
          used_by: usedBy,
        })),
      },
    },
  ];
}
