/** Matchers for the results of runs; plain functions that `expect.extend` of Vitest and of Jest takes. */

import { UserError } from '../../text/user-error.js';
import { checkCondition } from '../calls/conditions.js';
import { describeCall, type SentCall } from '../calls/sent-call.js';
import { withDetails } from './errors.js';
import { readSent } from './read-case.js';
import { type RunBehind, runBehind } from './run-result.js';
import type { SentMatch } from './types.js';

export interface MatcherResult {
  pass: boolean;
  message: () => string;
}

/** What `expect(await runner.run(...))` offers. */
export interface ConnectorMatchers<R = unknown> {
  /** `errors.scope`, to the letter; null for an answer without one. */
  toHaveScope(scope: string | null): R;
  /** The platform had an answer without an error of its own. */
  toHaveSucceeded(): R;
  /** A call like this one went out; with `times`, that many did. */
  toHaveSent(call: SentMatch, times?: number): R;
  /** No call went out at all. */
  toHaveSentNothing(): R;
  /** The run warned with this code, or at all. */
  toHaveWarned(code?: string): R;
}

export const matchers = {
  toHaveScope(received: unknown, scope: string | null): MatcherResult {
    const { run, mask } = resultOf(received, 'toHaveScope');
    const actual = run.error?.scope ?? null;
    return result(
      actual === scope,
      mask,
      [`Expected scope: ${quoted(scope)}`, `Received scope: ${quoted(actual)}`, ...errorLines(run)],
      [`Expected another scope than ${quoted(scope)}`],
    );
  },

  toHaveSucceeded(received: unknown): MatcherResult {
    const { run, mask } = resultOf(received, 'toHaveSucceeded');
    return result(
      run.ok,
      mask,
      [`Expected an answer without an error, received the status ${run.status}`, ...errorLines(run)],
      [`Expected an error, received the status ${run.status}`],
    );
  },

  toHaveSent(received: unknown, call: SentMatch, times?: number): MatcherResult {
    const { calls, mask } = resultOf(received, 'toHaveSent');
    const match = readMatch(call);
    const checked = calls.map((each) => ({ call: each, ...checkCondition(match, each) }));
    const fitting = checked.filter(({ differences }) => differences.length === 0);
    const isMet = times === undefined ? fitting.length > 0 : fitting.length === times;
    const wanted = times === undefined ? 'a call' : `${times} ${times === 1 ? 'call' : 'calls'}`;
    const [nearest] = checked
      .filter(({ differences }) => differences.length > 0)
      .sort((a, b) => a.differences.length - b.differences.length || b.matched - a.matched);
    const difference =
      nearest && fitting.length < (times ?? 1)
        ? [
            '',
            `The nearest: ${describeCall(nearest.call)}`,
            ...nearest.differences.map((each) => `  ${each}`),
          ]
        : [];
    return result(
      isMet,
      mask,
      [
        `Expected ${wanted} like ${shownMatch(call)}`,
        `Received ${sentCount(fitting.length, calls.length)}`,
        ...difference,
        ...listed(difference.length > 0 ? calls : fitting.map((each) => each.call)),
      ],
      [
        times === undefined
          ? `Expected no call like ${shownMatch(call)}`
          : `Expected another number of calls than ${times} like ${shownMatch(call)}`,
        `Received ${sentCount(fitting.length, calls.length)}`,
        ...listed(fitting.map((each) => each.call)),
      ],
    );
  },

  toHaveSentNothing(received: unknown): MatcherResult {
    const { run, calls, mask } = resultOf(received, 'toHaveSentNothing');
    return result(
      calls.length === 0,
      mask,
      ['Expected no call', ...listed(calls)],
      ['Expected a call, and none was sent', ...errorLines(run)],
    );
  },

  toHaveWarned(received: unknown, code?: string): MatcherResult {
    const { run, mask } = resultOf(received, 'toHaveWarned');
    const found = run.warnings.filter((each) => code === undefined || each.code === code);
    const what = code === undefined ? 'a warning' : `the warning ${quoted(code)}`;
    const lines = (warnings: typeof run.warnings) =>
      warnings.map(({ code: each, message }) => `  ${each}: ${message}`);
    return result(
      found.length > 0,
      mask,
      [
        `Expected ${what}`,
        ...(run.warnings.length === 0 ? ['Received none at all'] : ['Received', ...lines(run.warnings)]),
      ],
      [`Expected not ${what}`, 'Received', ...lines(found)],
    );
  },
};

function resultOf(received: unknown, matcher: string): RunBehind {
  const behind = runBehind(received);
  if (behind) return behind;
  const isPromise = received instanceof Promise;
  throw new TypeError(
    `${matcher} is about the result of a runner's run${isPromise ? '; this is a promise: `await` it first' : ''}.`,
  );
}

/** @param otherwise with `.not` */
const result = (
  pass: boolean,
  mask: (text: string) => string,
  message: readonly string[],
  otherwise: readonly string[],
): MatcherResult => ({ pass, message: () => mask((pass ? otherwise : message).join('\n')) });

const quoted = (text: string | null): string => (text === null ? 'none' : JSON.stringify(text));

const errorLines = ({ error }: RunBehind['run']): string[] =>
  error === null
    ? []
    : [
        '',
        ...(error.scope === null ? [] : [error.scope]),
        ...(error.code === null ? [] : [error.code]),
        error.detail,
      ];

function readMatch(call: SentMatch) {
  try {
    return readSent(call);
  } catch (error) {
    throw error instanceof UserError ? withDetails(error) : error;
  }
}

const sentCount = (fitting: number, total: number): string => {
  const calls = total === 1 ? '1 call' : `${total} calls`;
  return total === 0 ? 'no call at all' : `${fitting === 0 ? 'none' : fitting} like it among ${calls}`;
};

const listed = (calls: readonly SentCall[]): string[] =>
  calls.length === 0 ? [] : ['', 'Sent:', ...calls.map((call) => `  ${describeCall(call)}`)];

const shownMatch = (call: SentMatch): string =>
  JSON.stringify(call, (_key, value: unknown) =>
    value instanceof RegExp ? String(value) : typeof value === 'bigint' ? String(value) : value,
  );
