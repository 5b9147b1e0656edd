/** The local clock against those of the hosts: a JWT that was signed in the past or the future is refused. */
import { type Check, someOf } from './check.js';

/** Beyond it, hosts begin to refuse signed tokens. */
const tolerance_ms = 30_000;

export interface Skew {
  readonly host: string;
  /** How far the local clock is ahead of the host's; negative where it is behind. */
  readonly skew_ms: number;
}

export function clockCheck(skews: readonly Skew[]): Check {
  const about = { id: 'clock', group: 'clock', title: 'local clock' } as const;
  if (skews.length === 0) {
    return { ...about, state: 'note', detail: 'no host could tell whether it is right', advice: null };
  }
  const facts = { skews: skews.map(({ host, skew_ms }) => ({ host, skew_s: seconds(skew_ms) })) };
  const off = skews.filter(({ skew_ms }) => Math.abs(skew_ms) > tolerance_ms);
  if (off.length === 0) {
    const largest = Math.max(...skews.map(({ skew_ms }) => Math.abs(seconds(skew_ms))));
    const hosts = skews.length === 1 ? skews[0]?.host : `${skews.length} hosts`;
    const detail = `agrees with ${hosts} to within ${Math.max(largest, 1)} s`;
    return { ...about, state: 'ok', detail, advice: null, facts };
  }
  const others = skews.length - off.length;
  return {
    ...about,
    state: 'warning',
    detail: someOf(off.map(({ host, skew_ms }) => `${describeSkew(skew_ms)} ${host}`)),
    advice:
      others > 0
        ? `Other hosts agree with it, so theirs may be wrong; they would refuse signed JWTs all the same.`
        : 'Set the clock of this machine (NTP): hosts refuse JWTs that are signed with a wrong time.',
    facts,
  };
}

/** `ahead of` or `behind`, with how much. */
export function describeSkew(skew_ms: number): string {
  const distance_s = Math.abs(seconds(skew_ms));
  const amount =
    distance_s < 120
      ? `${distance_s} s`
      : distance_s < 7200
        ? `${Math.round(distance_s / 60)} min`
        : distance_s < 48 * 3600
          ? `${Math.round(distance_s / 3600)} h`
          : `${Math.round(distance_s / 86_400).toLocaleString('en-US')} days`;
  return skew_ms > 0 ? `${amount} ahead of` : `${amount} behind`;
}

const seconds = (time_ms: number): number => Math.round(time_ms / 1000);
