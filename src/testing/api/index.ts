/** `connector-cli/testing`: connectors in the tests of Vitest, Jest or Node. */
export { anonymous, type Persona } from '../../config/index.js';
export type { ConnectorKind, RunError, RunWarning, StepState } from '../../platform/result.js';
export { UserError } from '../../text/user-error.js';
export { UnmatchedCallError } from './errors.js';
export { type ConnectorMatchers, type MatcherResult, matchers } from './matchers.js';
export {
  type MockConditions,
  type MockUpstreamOptions,
  mockUpstream,
  type Respond,
  type UpstreamMocks,
} from './mock-upstream.js';
export { persona, personas } from './personas.js';
export { createRunner } from './runner.js';
export type {
  CallMatch,
  MockAnswer,
  MockAnswerFunction,
  MockedCall,
  PersonaFields,
  SentCall,
  SentMatch,
  TestRunner,
  TestRunnerOptions,
  TestRunOptions,
  TestRunResult,
  TestStep,
  TextMatch,
} from './types.js';
