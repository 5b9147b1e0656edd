/**
 * A clock that stands still until somebody lets time pass. A mocked upstream that takes 20 s takes them here, so that
 * nobody waits, and what a run measures is the same each time.
 */
import type { Clock } from '../platform/clock.js';
import type { Timers } from '../platform/transport/timers.js';

interface Timer {
  readonly due_ms: number;
  readonly callback: () => void;
}

export class VirtualTime implements Clock, Timers {
  #elapsed_ms = 0;
  readonly #timers = new Set<Timer>();

  /** @param unixSeconds the instant at which it starts; templates see it all along, as with `--now` */
  constructor(private readonly start_s: number) {}

  now_ms(): number {
    return this.#elapsed_ms;
  }
  date_ms(): number {
    return this.start_s * 1000 + this.#elapsed_ms;
  }
  unixSeconds(): number {
    return this.start_s;
  }

  start(callback: () => void, after_ms: number): Timer {
    const timer = { due_ms: this.#elapsed_ms + after_ms, callback };
    this.#timers.add(timer);
    return timer;
  }
  stop(timer: unknown): void {
    this.#timers.delete(timer as Timer);
  }

  /**
   * Lets time pass; what is due on the way is called at its moment.
   * @param isOver asked after each of these: nobody waits any longer, and time stands still again
   */
  advance(by_ms: number, isOver: () => boolean = () => false): void {
    const target_ms = this.#elapsed_ms + by_ms;
    for (let next = this.#next(target_ms); next; next = this.#next(target_ms)) {
      this.#timers.delete(next);
      this.#elapsed_ms = Math.max(this.#elapsed_ms, next.due_ms);
      next.callback();
      if (isOver()) return;
    }
    if (Number.isFinite(target_ms)) this.#elapsed_ms = target_ms;
  }

  #next(until_ms: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.due_ms <= until_ms && (next === undefined || timer.due_ms < next.due_ms)) next = timer;
    }
    return next;
  }
}
