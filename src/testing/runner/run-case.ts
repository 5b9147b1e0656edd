/** Runs one case: the real pipeline with another transport, and then what the case expects of it. */
import type { Workspace } from '../../config/index.js';
import type { RunEvent } from '../../platform/events.js';
import type { RunResult } from '../../platform/result.js';
import type { Registry } from '../../registry/model.js';
import { UserError } from '../../text/user-error.js';
import type { CoverageCollector } from '../coverage/collector.js';
import { checkAnswer } from '../expectations/check-answer.js';
import { checkSent } from '../expectations/check-sent.js';
import type { TestCase, TestFile } from '../model.js';
import type { CaseFailure, CaseResult } from '../result.js';
import type { Snapshots } from '../snapshots/snapshots.js';
import { type CaseContext, type PreparedCase, prepareCase } from './case-context.js';
import { type CaseUpstreamSource, mockedUpstream } from './case-upstream.js';
import { execute } from './execute.js';

export interface CaseSetting {
  file: TestFile;
  registry: Registry;
  /** The configuration with the environment of that name. */
  workspaceOf(environment: string | null): Promise<Workspace>;
  /** @throws {UserError} where a recording cannot be used */
  upstreamOf(testCase: TestCase, file: TestFile, context: CaseContext): Promise<CaseUpstreamSource>;
  snapshots: Snapshots;
  /** Gathers what the cases reach. */
  coverage?: CoverageCollector | undefined;
  signal: AbortSignal;
}

export interface FinishedCase {
  result: CaseResult;
  upstream: CaseUpstreamSource | null;
}

export async function runCase(testCase: TestCase, setting: CaseSetting): Promise<FinishedCase> {
  const began_ms = performance.now();
  const source = setting.file.source;
  const base = { case: testCase, source, skipped: null, snapshot: null, unusedMocks: [], events: [] };
  const duration_ms = () => performance.now() - began_ms;
  let context: PreparedCase | null = null;
  try {
    const workspace = await setting.workspaceOf(testCase.env?.value ?? null);
    context = prepareCase(testCase, setting.registry, workspace, source.path);
    const { connector, mask: secrets } = context;
    const mask = (text: string) => secrets.mask(text);
    const upstream =
      context.connector === null
        ? mockedUpstream(testCase, [], source)
        : await setting.upstreamOf(testCase, setting.file, context);
    const events: RunEvent[] = [];
    const run = await execute(context, testCase, {
      ...setting,
      upstream,
      now_s: upstream.now_s,
      listener: (event) => events.push(event),
    });
    const unmatched = upstream.failures();
    // What follows from a call without an answer would only hide it.
    const failures = unmatched.length > 0 ? unmatched : [...failuresOf(testCase, run)];
    const { expect } = testCase;
    const snapshot =
      expect.snapshot?.value && failures.length === 0
        ? setting.snapshots.check(testCase.name, run, mask, expect.snapshot.span)
        : null;
    if (snapshot?.failure) failures.push(snapshot.failure);
    const result: CaseResult = {
      ...base,
      state: failures.length > 0 ? 'failed' : 'passed',
      failures,
      run,
      events: failures.length > 0 ? events : [],
      connector,
      unusedMocks: upstream.unused(),
      mask,
      duration_ms: duration_ms(),
      snapshot: snapshot?.outcome ?? null,
    };
    return { result, upstream };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const secrets = context?.mask;
    const result: CaseResult = {
      ...base,
      state: 'failed',
      failures: [setupFailure(error, testCase)],
      run: null,
      connector: context?.connector ?? null,
      mask: (text) => secrets?.mask(text) ?? text,
      duration_ms: duration_ms(),
    };
    return { result, upstream: null };
  }
}

function* failuresOf({ expect }: TestCase, run: RunResult): Iterable<CaseFailure> {
  yield* checkAnswer(expect, run);
  yield* checkSent(expect.sent, run);
}

/** Where the error has a place in another file, the message says so. */
function setupFailure(error: UserError, testCase: TestCase): CaseFailure {
  const place =
    error.file === undefined
      ? []
      : [`${error.file}${error.line === undefined ? '' : `:${error.line}:${error.column ?? 1}`}`];
  const span =
    error.code === 'unknown-user'
      ? testCase.user?.span
      : error.code === 'unknown-environment'
        ? testCase.env?.span
        : error.code.startsWith('permalink-')
          ? testCase.connector.span
          : error.code.startsWith('recording-') && testCase.upstream.type === 'replay'
            ? testCase.upstream.span
            : undefined;
  return {
    code: 'setup',
    message: error.message.replace(/\.$/, ''),
    span: span ?? testCase.span,
    comparison: null,
    notes: [...place, ...(error.hint === undefined ? [] : [error.hint])],
  };
}
