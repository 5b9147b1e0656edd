import { resolve } from 'node:path';
import { directoryPath } from './directory.js';
import type { CallMatch, MockAnswer, MockAnswerFunction, MockedCall } from './types.js';

type Answer = MockAnswer | MockAnswerFunction;

/** A mock's conditions beside what names the call. */
export type MockConditions = Omit<MockedCall, 'respond'>;

/** The answers of an upstream. It never changes: each method gives a new one with one answer more. */
export interface UpstreamMocks {
  readonly mocks: readonly MockedCall[];
  /** The calls of a step, or of a simple connector by its permalink. */
  step(name: string, conditions?: Omit<MockConditions, 'step' | 'token'>): Respond;
  /** Token requests to this URL. */
  token(url: string | RegExp, conditions?: Omit<MockConditions, 'step' | 'token' | 'url'>): Respond;
  /** Calls that are like this one. */
  call(conditions: MockConditions): Respond;
}

export interface Respond {
  /** Of several answers each is for one call, the last one for every further call. */
  respond(first: Answer, ...further: Answer[]): UpstreamMocks;
}

export interface MockUpstreamOptions {
  /** What `file` of an answer is relative to; the runner's directory where it is absent. */
  directory?: string | URL | undefined;
}

/** The first mock whose conditions hold answers a call. */
export function mockUpstream(
  mocks: readonly MockedCall[] = [],
  { directory }: MockUpstreamOptions = {},
): UpstreamMocks {
  const base = directory === undefined ? null : directoryPath(directory);
  const withBase = (mock: MockedCall): MockedCall => (base === null ? mock : located(mock, base));
  return upstreamOf(mocks.map(withBase), withBase);
}

function upstreamOf(mocks: readonly MockedCall[], withBase: (mock: MockedCall) => MockedCall): UpstreamMocks {
  const adding = (match: CallMatch & MockConditions): Respond => ({
    respond: (first, ...further) => {
      const respond = further.length === 0 ? first : [first, ...further];
      return upstreamOf([...mocks, withBase({ ...match, respond })], withBase);
    },
  });
  return {
    mocks,
    step: (step, conditions = {}) => adding({ ...conditions, step }),
    token: (token, conditions = {}) => adding({ ...conditions, token }),
    call: adding,
  };
}

function located(mock: MockedCall, base: string): MockedCall {
  const place = (answer: Answer): Answer =>
    typeof answer === 'function' || answer.file === undefined
      ? answer
      : { ...answer, file: resolve(base, answer.file) };
  const { respond } = mock;
  return { ...mock, respond: isList(respond) ? respond.map(place) : place(respond) };
}

const isList = (respond: MockedCall['respond']): respond is readonly Answer[] => Array.isArray(respond);
