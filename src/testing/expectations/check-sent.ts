/** What a case expects of the calls that went out. */
import type { RunResult } from '../../platform/result.js';
import { checkCondition } from '../calls/conditions.js';
import { describeCall, recordedCall, type SentCall } from '../calls/sent-call.js';
import type { Expectation, SentExpectation } from '../model.js';
import type { CaseFailure } from '../result.js';

/** Every request of a run, in the order in which they went out. */
export const callsOf = ({ steps }: RunResult): SentCall[] =>
  steps.flatMap(({ name, requests }) => requests.map((record) => recordedCall(name, record)));

export function* checkSent(expected: Expectation['sent'], run: RunResult): Iterable<CaseFailure> {
  if (expected === null) return;
  const calls = callsOf(run);
  if (expected.value.length === 0 && calls.length > 0) {
    const count = calls.length === 1 ? 'one call was sent' : `${calls.length} calls were sent`;
    yield {
      code: 'sent',
      message: `expected no call, and ${count}`,
      span: expected.span,
      comparison: null,
      notes: calls.map(describeCall),
    };
  }
  const free = new Set(calls);
  for (const each of expected.value) {
    const fitting = [...free].find((call) => checkCondition(each, call).differences.length === 0);
    if (fitting) free.delete(fitting);
    else yield notSent(each, [...free], calls.length);
  }
}

function notSent(expected: SentExpectation, free: readonly SentCall[], total: number): CaseFailure {
  const [nearest] = free
    .map((call) => ({ call, ...checkCondition(expected, call) }))
    .sort(
      (left, right) => left.differences.length - right.differences.length || right.matched - left.matched,
    );
  const notes = nearest
    ? [
        `the nearest that was sent: ${describeCall(nearest.call)}`,
        ...nearest.differences.map((difference) => `  ${difference}`),
      ]
    : [
        total === 0
          ? 'nothing was sent'
          : 'every call that was sent is taken by an expectation before this one',
      ];
  return {
    code: 'sent',
    message: 'no call that was sent is like this one',
    span: expected.span,
    comparison: null,
    notes,
  };
}
