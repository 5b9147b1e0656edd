/** Who answers the calls of a case, and what there is to say of it afterwards. */
import type { SourceFile } from '../../text/source.js';
import { describeCall } from '../calls/sent-call.js';
import type { AnswerSource } from '../mocks/mock-transport.js';
import { MockUpstream, type UnmatchedCall } from '../mocks/mock-upstream.js';
import type { MockDefinition, TestCase } from '../model.js';
import type { CaseFailure, UnusedAnswer } from '../result.js';

export interface CaseUpstreamSource extends AnswerSource {
  /** Whole Unix seconds: what `now()` gives where the case does not say; null where that is left to the program. */
  readonly now_s: number | null;
  /** Calls that nothing answered. */
  failures(): CaseFailure[];
  /** The case's own answers that no call asked for. */
  unused(): UnusedAnswer[];
  /** Whether the case used this one, its own or a shared one. */
  uses(mock: MockDefinition): boolean;
}

export function mockedUpstream(
  testCase: TestCase,
  shared: readonly MockDefinition[],
  source: SourceFile,
): CaseUpstreamSource {
  const own = testCase.upstream.type === 'mocks' ? testCase.upstream.mocks : [];
  const upstream = new MockUpstream([...own, ...shared]);
  return {
    now_s: null,
    answer: (call) => upstream.answer(call),
    failures: () => upstream.unmatched.map((each) => unmatchedFailure(each, testCase, source)),
    unused: () => own.filter((mock) => upstream.usesOf(mock) === 0),
    uses: (mock) => upstream.usesOf(mock) > 0,
  };
}

function unmatchedFailure(unmatched: UnmatchedCall, { span }: TestCase, source: SourceFile): CaseFailure {
  const { call, nearest } = unmatched;
  const missing = 'the case has no mocks; `upstream` lists the answers that there are';
  return {
    code: 'unmatched-call',
    message: `no mock answers ${describeCall(call)}`,
    span: nearest?.mock.span ?? span,
    comparison: null,
    notes: unmatchedNotes(unmatched, missing, source),
  };
}

/**
 * The nearest mock and what keeps it from answering.
 * @param missing what is said where there are no mocks
 * @param source where the mocks stand, to name the line; absent where they stand in no file
 */
export function unmatchedNotes(
  { nearest }: UnmatchedCall,
  missing: string,
  source: SourceFile | null = null,
): string[] {
  if (nearest === null) return [missing];
  const { label, span } = nearest.mock;
  const line = source === null ? '' : ` (line ${source.positionAt(span.start).line})`;
  return [`the nearest mock: ${label}${line}`, ...nearest.differences.map((difference) => `  ${difference}`)];
}
