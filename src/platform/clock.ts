/** The one clock and the one random source of a run, passed in so that tests and `--now` can freeze them. */
import { randomUUID } from 'node:crypto';

export interface Clock {
  /** A monotonic time in milliseconds, for durations. */
  now_ms(): number;
  /** Wall-clock time in milliseconds since 1970, for dates in reports; never frozen by `--now`. */
  date_ms(): number;
  /** Wall-clock time in whole Unix seconds, as templates see it. */
  unixSeconds(): number;
}

export interface RandomSource {
  uuid(): string;
}

export const systemRandom: RandomSource = { uuid: () => randomUUID() };

/** The machine's clock; with `frozenUnixSeconds`, templates see that instant while durations still run. */
export function systemClock(frozenUnixSeconds?: number): Clock {
  return {
    now_ms: () => performance.now(),
    date_ms: () => Date.now(),
    unixSeconds: () => frozenUnixSeconds ?? Math.floor(Date.now() / 1000),
  };
}
