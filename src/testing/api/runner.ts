import type { Persona } from '../../config/index.js';
import { UserError } from '../../text/user-error.js';
import { describeCall } from '../calls/sent-call.js';
import { MockUpstream, type UnmatchedCall } from '../mocks/mock-upstream.js';
import { prepareCase } from '../runner/case-context.js';
import { unmatchedNotes } from '../runner/case-upstream.js';
import { execute } from '../runner/execute.js';
import { UnmatchedCallError, withDetails } from './errors.js';
import { loadProject, type TestProject, withUser } from './load-project.js';
import { isPersona, persona } from './personas.js';
import { readCase } from './read-case.js';
import { testRunResult } from './run-result.js';
import { sentCallOf } from './sent-call.js';
import type { MockedCall, TestRunner, TestRunnerOptions, TestRunOptions, TestRunResult } from './types.js';

/**
 * A runner of connectors on mocked upstreams: time is virtual, the request id is always the same, secrets are mock values, and
 * nothing leaves the machine. The registry and the configuration are read at the first run.
 */
export function createRunner(options: TestRunnerOptions = {}): TestRunner {
  let project: Promise<TestProject> | undefined;
  return {
    async run<Body>(permalink: string, given: TestRunOptions = {}) {
      project ??= loadProject(options);
      try {
        return await run<Body>(await project, permalink, options, given);
      } catch (error) {
        throw error instanceof UserError ? withDetails(error) : error;
      }
    },
  };
}

async function run<Body>(
  { directory, registry, workspace: base }: TestProject,
  permalink: string,
  options: TestRunnerOptions,
  given: TestRunOptions,
): Promise<TestRunResult<Body>> {
  const user = userOf(given.user ?? options.user);
  const workspace = typeof user === 'object' ? withUser(base, user) : base;
  const { payload, query, headers, pathParams, method } = given;
  const document = {
    connector: permalink,
    kind: given.kind,
    user: typeof user === 'object' ? user.name : user,
    now: timeOf(given.now ?? options.now),
    variables: options.variables,
    secrets: options.secrets,
    request: { payload, query, headers, pathParams, method },
  };
  const { cases, sharedUpstream, source } = await readCase(document, mocksOf(given.upstream), directory);
  const [testCase] = cases;
  if (!testCase) throw new Error('a test file without a case');
  const upstream = new MockUpstream(sharedUpstream);
  const context = prepareCase(testCase, registry, workspace, source.path);
  const mask = (text: string) => context.mask.mask(text);
  const failed: { error: unknown }[] = [];
  const result = await execute(context, testCase, {
    registry,
    upstream: {
      answer: (call) => {
        try {
          return upstream.answer(call);
        } catch (error) {
          failed.push({ error });
          return null;
        }
      },
    },
  });
  const [first] = failed;
  if (first) throw first.error;
  const [unmatched] = upstream.unmatched;
  if (unmatched) throw unmatchedError(unmatched, mask);
  const unused = sharedUpstream.filter((mock) => upstream.usesOf(mock) === 0).map(({ label }) => label);
  return testRunResult<Body>(result, unused, mask);
}

function unmatchedError(unmatched: UnmatchedCall, mask: (text: string) => string): UnmatchedCallError {
  const { call } = unmatched;
  const notes = unmatchedNotes(
    unmatched,
    'the run has no mocks; `upstream` lists the answers that there are',
  );
  return new UnmatchedCallError(
    mask([`no mock answers ${describeCall(call)}`, ...notes].join('\n')),
    sentCallOf(call),
  );
}

const userOf = (user: TestRunnerOptions['user']): string | Persona | undefined =>
  typeof user !== 'object' || isPersona(user) ? user : persona(user);

const mocksOf = (upstream: TestRunOptions['upstream'] = []): readonly MockedCall[] =>
  'mocks' in upstream ? upstream.mocks : upstream;

const timeOf = (now: TestRunnerOptions['now']): number | string | undefined =>
  now instanceof Date ? Math.floor(now.getTime() / 1000) : now;
