/** For programs: one document, the same to the byte each time, as time has no place in it. */
import { type JsonDocument, writeJson } from '../../views/json-text.js';
import { coverageJson } from '../coverage/reporters/json.js';
import type { CaseFailure, CaseResult, FileResult } from '../result.js';
import type { TestReporter, TestReporterStyle } from './reporter.js';

export const json: TestReporter = {
  file: () => '',
  end({ suite, summary, broken, coverage }, style) {
    const document = {
      files: suite.files.map((file) => fileOf(file, style)),
      summary: {
        files: summary.files,
        cases: summary.cases,
        passed: summary.passed,
        failed: summary.failed,
        skipped: summary.skipped,
        snapshots: { ...summary.snapshots },
        unused_mocks: summary.unusedMocks,
        stopped: suite.stopped,
      },
      errors: broken.map(({ code, message, file, line, column, hint }) => ({
        code,
        message,
        file: file === undefined ? null : style.shownPath(file),
        line: line ?? null,
        column: column ?? null,
        hint: hint ?? null,
      })),
      ...(coverage === null ? {} : { coverage: JSON.parse(coverageJson(coverage, style)) as JsonDocument }),
    };
    return `${writeJson(document)}\n`;
  },
};

const fileOf = (file: FileResult, style: TestReporterStyle) => ({
  file: style.shownPath(file.source.path),
  cases: file.cases.map(caseOf),
  unused_mocks: file.unusedShared.map(({ label, span }) => ({
    mock: label,
    ...file.source.positionAt(span.start),
  })),
  obsolete_snapshots: [...file.obsoleteSnapshots],
});

function caseOf(result: CaseResult) {
  const { case: testCase, source, state, skipped, failures, run, connector, mask, snapshot } = result;
  return {
    name: mask(testCase.name),
    connector: mask(testCase.connector.value),
    kind: connector?.kind ?? null,
    ...source.positionAt(testCase.span.start),
    state,
    skipped: skipped === null ? null : mask(skipped),
    status: run?.status ?? null,
    scope: run?.error?.scope ?? null,
    failures: failures.map((failure) => failureOf(failure, result)),
    unused_mocks: result.unusedMocks.map(({ label, span }) => ({
      mock: mask(label),
      ...source.positionAt(span.start),
    })),
    warnings: (run?.warnings ?? []).map(({ code, message, step }) => ({
      code,
      message: mask(message),
      step: step === null ? null : mask(step),
    })),
    snapshot,
  };
}

function failureOf({ code, message, span, comparison, notes }: CaseFailure, { source, mask }: CaseResult) {
  const orNull = (text: string | null) => (text === null ? null : mask(text));
  return {
    code,
    message: mask(message),
    ...source.positionAt(span.start),
    notes: notes.map(mask),
    expected: orNull(comparison?.expected ?? null),
    actual: orNull(comparison?.actual ?? null),
    differences: (comparison?.differences ?? []).map((each) => ({
      path: mask(each.path),
      expected: orNull(each.expected),
      actual: orNull(each.actual),
      line: each.span === null ? null : source.positionAt(each.span.start).line,
    })),
  };
}
