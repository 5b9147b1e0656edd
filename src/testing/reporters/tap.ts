/** TAP version 14, with what is known of a failure as YAML. */
import type { CaseResult, FileResult } from '../result.js';
import { failureText } from './failure-text.js';
import type { TestReporter, TestReporterStyle } from './reporter.js';

export const tap: TestReporter = {
  file: () => '',
  end({ suite, broken }, style) {
    const cases = suite.files.flatMap((file) => file.cases.map((each) => ({ each, file })));
    const lines = ['TAP version 14', `1..${cases.length + broken.length}`];
    cases.forEach(({ each, file }, at) => {
      lines.push(...caseLines(each, file, at + 1, style));
    });
    broken.forEach(({ file, line, column, message, code }, at) => {
      const path = file === undefined ? 'a test file' : style.shownPath(file);
      lines.push(`not ok ${cases.length + at + 1} - ${escaped(path)}`);
      const place = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
      lines.push(
        ...diagnostics([
          ['code', code],
          ['at', place],
          ['message', message],
        ]),
      );
    });
    if (suite.stopped === 'bail') lines.push('Bail out! a case failed (--bail)');
    if (suite.stopped === 'interrupted') lines.push('Bail out! interrupted');
    return `${lines.join('\n')}\n`;
  },
};

function caseLines(result: CaseResult, file: FileResult, number: number, style: TestReporterStyle): string[] {
  const { state, mask, case: testCase, failures, skipped } = result;
  const path = style.shownPath(file.source.path);
  const name = escaped(mask(`${testCase.connector.value}: ${testCase.name}`));
  const head = `${state === 'failed' ? 'not ok' : 'ok'} ${number} - ${name}`;
  if (state === 'skipped') return [`${head} # SKIP ${escaped(mask(skipped ?? ''))}`.trimEnd()];
  const [first] = failures;
  if (!first) return [head];
  // A case has one block: readers of TAP take no second.
  const message = failures.map((failure) => failureText(failure, result, path)).join('\n\n');
  return [
    head,
    ...diagnostics([
      ['code', first.code],
      ['message', message],
    ]),
  ];
}

/** JSON is YAML: a text in it needs no rules of its own. */
const diagnostics = (entries: readonly (readonly [string, string])[]): string[] => [
  '  ---',
  ...entries.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
  '  ...',
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no line of TAP can hold
const control = /[\u0000-\u001f\u007f]/g;

/** A `#` begins a directive, and a line end ends the line. */
const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/#/g, '\\#').replace(control, ' ');
