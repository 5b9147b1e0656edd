/** What a case expects of the answer that a widget would get. */
import type { RunResult } from '../../platform/result.js';
import type { JsonNode } from '../../registry/json/nodes.js';
import type { Span } from '../../text/source.js';
import { utf8Text } from '../../text/utf8.js';
import { matches, patternText } from '../calls/conditions.js';
import { type CompareMode, compareJson } from '../json/compare.js';
import { readJson } from '../json/read.js';
import { jsonLines } from '../json/write.js';
import type { Expectation, Located, TextPattern } from '../model.js';
import type { CaseFailure, Comparison } from '../result.js';

export function* checkAnswer(expect: Expectation, run: RunResult): Iterable<CaseFailure> {
  const { error } = run;
  if (!saysOutcome(expect) && !run.ok) yield unexpectedError(expect, run);
  yield* checkText('scope', expect.scope, error?.scope ?? null, run);
  yield* checkText('code', expect.code, error?.code ?? null, run);
  if (expect.detail !== null) yield* checkPattern('detail', expect.detail, error?.detail ?? null);
  if (expect.status !== null && expect.status.value !== run.status) {
    yield {
      code: 'status',
      message: `expected the status ${expect.status.value}, got ${run.status}`,
      span: expect.status.span,
      comparison: null,
      notes: noteOfError(run),
    };
  }
  const text = utf8Text(run.body);
  if (expect.json !== null) yield* checkJson(expect.json, text, 'exact', run);
  if (expect.jsonContains !== null) yield* checkJson(expect.jsonContains, text, 'part', run);
  if (expect.body !== null) yield* checkPattern('body', expect.body, text);
  for (const [name, pattern] of expect.headers ?? []) {
    const actual = headerOf(run, name);
    if (pattern.type !== 'absent') yield* checkPattern('headers', pattern, actual, `header ${name}`);
    else if (actual !== null) yield unexpectedHeader(name, actual, pattern.span);
  }
  yield* checkWarnings(expect.warnings, run);
}

/** Whether a case says how the run has to end; a fine end is expected where it does not. */
const saysOutcome = (expect: Expectation): boolean =>
  [
    expect.status,
    expect.json,
    expect.jsonContains,
    expect.body,
    expect.scope,
    expect.code,
    expect.detail,
    expect.snapshot,
  ].some((each) => each !== null);

const unexpectedError = ({ span }: Expectation, run: RunResult): CaseFailure => ({
  code: 'status',
  message: `expected an answer without an error, got the status ${run.status}`,
  span,
  comparison: null,
  notes: noteOfError(run),
});

const noteOfError = ({ error }: RunResult): string[] =>
  error === null ? [] : [`${error.scope === null ? '' : `${error.scope}: `}${error.detail}`];

function* checkText(
  code: 'scope' | 'code',
  expected: Located<string | null> | null,
  actual: string | null,
  run: RunResult,
): Iterable<CaseFailure> {
  if (expected === null || expected.value === actual) return;
  const what = code === 'scope' ? 'error scope' : 'error code';
  const hasBoth = expected.value !== null && actual !== null;
  yield {
    code,
    message: hasBoth
      ? `the ${what} is another one`
      : expected.value === null
        ? `expected no ${what}, got '${actual}'`
        : `expected the ${what} '${expected.value}', and the answer has none`,
    span: expected.span,
    comparison: hasBoth ? { expected: expected.value ?? '', actual: actual ?? '', differences: [] } : null,
    notes: actual === null ? [] : noteOfError(run),
  };
}

function* checkPattern(
  code: string,
  pattern: TextPattern,
  actual: string | null,
  what: string = code,
): Iterable<CaseFailure> {
  if (actual !== null && matches(pattern, actual)) return;
  const isText = pattern.type === 'text';
  const missing = code === 'body' ? 'is not UTF-8 text' : 'is not there';
  yield {
    code,
    message:
      actual === null
        ? `the ${what} ${missing}; expected ${patternText(pattern)}`
        : isText
          ? `the ${what} is another one`
          : `the ${what} does not match ${patternText(pattern)}`,
    span: pattern.span,
    comparison:
      actual === null
        ? null
        : { expected: isText ? pattern.text : patternText(pattern), actual, differences: [] },
    notes: [],
  };
}

const unexpectedHeader = (name: string, actual: string, span: Span): CaseFailure => ({
  code: 'headers',
  message: `the header ${name} was not expected; got ${JSON.stringify(actual)}`,
  span,
  comparison: null,
  notes: [],
});

const headerOf = ({ headers }: RunResult, name: string): string | null =>
  Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1] ?? null;

function* checkJson(
  expected: JsonNode,
  text: string | null,
  mode: CompareMode,
  run: RunResult,
): Iterable<CaseFailure> {
  const code = mode === 'exact' ? 'json' : 'jsonContains';
  const span = { start: expected.start, end: expected.end };
  const actual = text === null ? null : readJson(text);
  if (actual === null) {
    const isEmpty = run.body.length === 0;
    const got = isEmpty ? 'is empty' : text === null ? 'is not UTF-8 text' : 'is no JSON';
    const comparison = { expected: jsonLines(expected), actual: text ?? '', differences: [] };
    yield { code, message: `expected JSON, and the body ${got}`, span, comparison, notes: noteOfError(run) };
    return;
  }
  const comparison = compared(expected, actual, mode);
  if (comparison.differences.length === 0) return;
  const places = comparison.differences.length;
  const message = `the JSON of the body differs in ${places === 1 ? 'one place' : `${places} places`}`;
  yield { code, message, span, comparison, notes: noteOfError(run) };
}

export const compared = (expected: JsonNode, actual: JsonNode, mode: CompareMode): Comparison => ({
  expected: jsonLines(expected),
  actual: jsonLines(actual, expected),
  differences: compareJson(expected, actual, mode),
});

function* checkWarnings(expected: Expectation['warnings'], run: RunResult): Iterable<CaseFailure> {
  if (expected === null) return;
  const wanted = new Set(expected.value.map(({ value }) => value));
  const got = new Set(run.warnings.map(({ code }) => code));
  for (const { value, span } of expected.value) {
    if (got.has(value)) continue;
    const notes = [got.size === 0 ? 'There was none at all.' : `There were: ${[...got].sort().join(', ')}.`];
    yield { code: 'warnings', message: `expected the warning '${value}'`, span, comparison: null, notes };
  }
  for (const { code, message, step } of run.warnings) {
    if (wanted.has(code)) continue;
    yield {
      code: 'warnings',
      message: `the warning '${code}' was not expected`,
      span: expected.span,
      comparison: null,
      notes: [`${step === null ? '' : `${step}: `}${message}`],
    };
  }
}
