/** Who answers the calls of a case, and what there is to say of it afterwards. */
import type { SourceFile } from '../../text/source.js';
import { describeCall } from '../calls/sent-call.js';
import type { AnswerSource } from '../mocks/mock-transport.js';
import { MockUpstream, type UnmatchedCall } from '../mocks/mock-upstream.js';
import type { MockDefinition, TestCase } from '../model.js';
import type { CaseFailure } from '../result.js';

export interface CaseUpstreamSource extends AnswerSource {
  /** Calls that nothing answered. */
  failures(): CaseFailure[];
  /** The case's own answers that no call asked for. */
  unused(): MockDefinition[];
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
    answer: (call) => upstream.answer(call),
    failures: () => upstream.unmatched.map((each) => unmatchedFailure(each, testCase, source)),
    unused: () => own.filter((mock) => upstream.usesOf(mock) === 0),
    uses: (mock) => upstream.usesOf(mock) > 0,
  };
}

function unmatchedFailure(
  { call, nearest }: UnmatchedCall,
  { span }: TestCase,
  source: SourceFile,
): CaseFailure {
  const notes: string[] = [];
  if (nearest === null) {
    notes.push('the case has no mocks; `upstream` lists the answers that there are');
  } else {
    const { line } = source.positionAt(nearest.mock.span.start);
    notes.push(`the nearest mock: ${nearest.mock.label} (line ${line})`);
    notes.push(...nearest.differences.map((difference) => `  ${difference}`));
  }
  return {
    code: 'unmatched-call',
    message: `no mock answers ${describeCall(call)}`,
    span: nearest?.mock.span ?? span,
    comparison: null,
    notes,
  };
}
