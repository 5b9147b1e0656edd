/** The timers of an exchange, passed in so that a mocked upstream can take its time without anybody waiting. */
export interface Timers {
  /** @returns what `stop` takes */
  start(callback: () => void, after_ms: number): unknown;
  stop(timer: unknown): void;
}

export const systemTimers: Timers = {
  start: (callback, after_ms) => setTimeout(callback, after_ms),
  stop: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
