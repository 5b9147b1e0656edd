/** The answers of a case: which mock is for which call, which were never used, and which calls none was for. */
import { checkCondition } from '../calls/conditions.js';
import type { SentCall } from '../calls/sent-call.js';
import type { MockDefinition, MockResponse } from '../model.js';

export interface UnmatchedCall {
  readonly call: SentCall;
  /** Null where the case has no mocks at all. */
  readonly nearest: NearestMock | null;
}

export interface NearestMock {
  readonly mock: MockDefinition;
  /** Why it does not answer the call. */
  readonly differences: readonly string[];
}

export class MockUpstream {
  readonly unmatched: UnmatchedCall[] = [];
  readonly #uses = new Map<MockDefinition, number>();

  /** @param mocks in the order in which they are asked: the first that fits answers */
  constructor(private readonly mocks: readonly MockDefinition[]) {}

  /** Null where nothing answers the call; it is noted in `unmatched` then. */
  answer(call: SentCall): MockResponse | null {
    for (const mock of this.mocks) {
      if (this.#isExhausted(mock) || checkCondition(mock.when, call).differences.length > 0) continue;
      this.#uses.set(mock, this.usesOf(mock) + 1);
      return mock.respond;
    }
    this.unmatched.push({ call, nearest: this.#nearest(call) });
    return null;
  }

  usesOf(mock: MockDefinition): number {
    return this.#uses.get(mock) ?? 0;
  }

  #isExhausted(mock: MockDefinition): boolean {
    return mock.times !== null && this.usesOf(mock) >= mock.times;
  }

  /** The one with the fewest differences; among those the one of which most holds, and then the first. */
  #nearest(call: SentCall): NearestMock | null {
    let nearest: (NearestMock & { matched: number }) | null = null;
    for (const mock of this.mocks) {
      const { matched, differences: found } = checkCondition(mock.when, call);
      const times = mock.times === 1 ? 'once' : `${mock.times} times`;
      const differences = this.#isExhausted(mock)
        ? [...found, `it answers ${times}, and has done so`]
        : found;
      const isNearer =
        nearest === null ||
        differences.length < nearest.differences.length ||
        (differences.length === nearest.differences.length && matched > nearest.matched);
      if (isNearer) nearest = { mock, differences, matched };
    }
    return nearest;
  }
}
