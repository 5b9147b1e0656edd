/** A run as a test looks at it, with what matchers need beside it. */
import type { RunResult, StepResult } from '../../platform/result.js';
import { utf8Text } from '../../text/utf8.js';
import type { SentCall as InternalCall } from '../calls/sent-call.js';
import { callsOf } from '../expectations/check-sent.js';
import { parsedJson } from './parsed-json.js';
import { sentCallOf } from './sent-call.js';
import type { TestRunResult, TestStep } from './types.js';

export interface RunBehind {
  readonly run: RunResult;
  readonly calls: readonly InternalCall[];
  readonly mask: (text: string) => string;
}

/** Of the global registry of symbols: a test runner may load the package twice. */
const behind = Symbol.for('connector-cli.testing.run');

export function testRunResult<Body>(
  run: RunResult,
  unusedMocks: readonly string[],
  mask: (text: string) => string,
): TestRunResult<Body> {
  const text = utf8Text(run.body);
  const calls = callsOf(run);
  const result: TestRunResult<Body> = {
    permalink: run.permalink,
    kind: run.kind,
    ok: run.ok,
    status: run.status,
    headers: lowerCase(run.headers),
    body: bodyOf(text) as Body,
    text,
    scope: run.error?.scope ?? null,
    error: run.error,
    warnings: run.warnings,
    sent: calls.map(sentCallOf),
    steps: run.steps.map(testStep),
    unusedMocks,
    requestId: run.request_id,
    durationMs: run.timing.total_ms,
  };
  const value: RunBehind = { run, calls, mask };
  // Not a part of what `toEqual` compares and test runners print.
  return Object.defineProperty(result, behind, { value, enumerable: false });
}

/** Null for whatever is no result of a run. */
export const runBehind = (value: unknown): RunBehind | null =>
  typeof value === 'object' && value !== null ? ((value as { [behind]?: RunBehind })[behind] ?? null) : null;

function bodyOf(text: string | null): unknown {
  if (text === null || text === '') return null;
  const parsed = parsedJson(text);
  return parsed === undefined ? text : parsed;
}

const testStep = ({ name, index, state, status_code, response, duration_ms }: StepResult): TestStep => ({
  name,
  index,
  state,
  status: status_code,
  headers: lowerCase(response?.headers ?? {}),
  body: response?.transformed ?? response?.body ?? null,
  durationMs: duration_ms ?? 0,
});

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
