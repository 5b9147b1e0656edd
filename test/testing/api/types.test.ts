/** What the compiler says of the types; it is run over the tests as over the sources. */
import { expect, expectTypeOf, it } from 'vitest';
import '../../../src/testing/api/vitest.js';
import type { Persona } from '../../../src/config/index.js';
import {
  createRunner,
  type MockAnswerFunction,
  mockUpstream,
  personas,
  type RunError,
  type SentCall,
  type TestRunnerOptions,
  type TestRunOptions,
  type TestRunResult,
  type UpstreamMocks,
} from '../../../src/testing/api/index.js';

it('types a run by what is asked of it', () => {
  const runner = createRunner();
  expectTypeOf(runner.run<{ id: number }>).returns.resolves.toEqualTypeOf<TestRunResult<{ id: number }>>();
  expectTypeOf<TestRunResult['body']>().toBeUnknown();
  expectTypeOf<TestRunResult['error']>().toEqualTypeOf<RunError | null>();
  expectTypeOf<TestRunResult['sent']>().toEqualTypeOf<readonly SentCall[]>();
  expectTypeOf<Parameters<MockAnswerFunction>>().toEqualTypeOf<[SentCall]>();
  expectTypeOf(personas).returns.resolves.toEqualTypeOf<Record<string, Persona>>();
  expectTypeOf(mockUpstream().step('a').respond({})).toEqualTypeOf<UpstreamMocks>();
  expectTypeOf<undefined>().toExtend<TestRunOptions['upstream']>();
  expectTypeOf<URL>().toExtend<TestRunnerOptions['directory']>();
});

it('refuses what would fail at run time', () => {
  // @ts-expect-error a misspelt condition
  mockUpstream([{ stpe: 'a', respond: {} }]);
  // @ts-expect-error a misspelt answer
  mockUpstream().step('a').respond({ jsno: 1 });
  const { respond } = mockUpstream().step('a');
  // @ts-expect-error a function cannot wait for a file
  respond(() => ({ file: 'a.json' }));
  // @ts-expect-error nor be asynchronous
  respond(async () => ({ json: 1 }));
  expectTypeOf(expect({}).toHaveScope).parameters.toEqualTypeOf<[scope: string | null]>();
  expectTypeOf(expect({}).toHaveSent).parameter(1).toEqualTypeOf<number | undefined>();
  expectTypeOf(expect({}).not.toHaveWarned).returns.toBeVoid();
});
