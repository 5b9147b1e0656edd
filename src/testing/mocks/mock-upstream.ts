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
      return mock.answer ? mock.answer(call) : mock.respond;
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

  /**
   * The one with the fewest differences; among those one for calls of the same purpose, as a step that is misspelt looks
   * no more like a token request; then the one of which most holds, and then the first.
   */
  #nearest(call: SentCall): NearestMock | null {
    const [nearest] = this.mocks
      .map((mock) => {
        const { matched, differences } = checkCondition(mock.when, call);
        const times = mock.times === 1 ? 'once' : `${mock.times} times`;
        const isKin = (mock.when.token !== null) === (call.purpose === 'token');
        return {
          mock,
          matched,
          distance: isKin ? 0 : 1,
          differences: this.#isExhausted(mock)
            ? [...differences, `it answers ${times}, and has done so`]
            : differences,
        };
      })
      .sort(
        (a, b) =>
          a.differences.length - b.differences.length || a.distance - b.distance || b.matched - a.matched,
      );
    return nearest ?? null;
  }
}
