/** JUnit XML as GitHub, GitLab and Jenkins read it: a suite a file, a case a case. */
import { element, escapeXml } from '../../views/xml.js';
import type { CaseResult, FileResult } from '../result.js';
import { failureText } from './failure-text.js';
import type { TestReporter, TestReporterStyle } from './reporter.js';

export const junit: TestReporter = {
  file: () => '',
  end({ suite, summary, broken }, style) {
    const unusable = broken.map(({ file, message, hint, code }) => {
      const path = file === undefined ? 'a test file' : style.fromRoot(file);
      const text = escapeXml([message, ...(hint === undefined ? [] : [hint])].join('\n'));
      const error = element('error', { type: code, message }, text, '      ', false);
      const testCase = element(
        'testcase',
        { name: 'the file', classname: path, file: path, time: 0 },
        error,
        '    ',
      );
      const attributes = { name: path, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 };
      return element('testsuite', attributes, testCase, '  ');
    });
    const suites = suite.files.filter(({ cases }) => cases.length > 0).map((file) => suiteOf(file, style));
    const attributes = {
      name: 'connector-cli test',
      tests: summary.cases + broken.length,
      failures: summary.failed,
      errors: broken.length,
      skipped: summary.skipped,
      time: seconds(suite.duration_ms),
    };
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, [...suites, ...unusable].join(''), '')}`;
  },
};

const seconds = (time_ms: number): string => (time_ms / 1000).toFixed(3);

function suiteOf({ source, cases }: FileResult, style: TestReporterStyle): string {
  const path = style.fromRoot(source.path);
  const count = (state: CaseResult['state']) => cases.filter((each) => each.state === state).length;
  const attributes = {
    name: path,
    tests: cases.length,
    failures: count('failed'),
    errors: 0,
    skipped: count('skipped'),
    time: seconds(cases.reduce((total, { duration_ms }) => total + duration_ms, 0)),
  };
  return element('testsuite', attributes, cases.map((each) => caseOf(each, path)).join(''), '  ');
}

function caseOf(result: CaseResult, path: string): string {
  const { mask, source, case: testCase } = result;
  const attributes = {
    name: mask(`${testCase.connector.value}: ${testCase.name}`),
    classname: path,
    file: path,
    line: source.positionAt(testCase.span.start).line,
    time: seconds(result.duration_ms),
  };
  return element('testcase', attributes, contentOf(result, path), '    ');
}

/** One `failure` for each case, as several are read differently by each service. */
function contentOf(result: CaseResult, path: string): string {
  if (result.state === 'skipped') {
    const message = result.mask(result.skipped ?? '');
    return element('skipped', message === '' ? {} : { message }, '', '      ');
  }
  const [first] = result.failures;
  if (!first) return '';
  const texts = result.failures.map((failure) => failureText(failure, result, path));
  const more = result.failures.length > 1 ? ` (and ${result.failures.length - 1} more)` : '';
  const attributes = { type: first.code, message: result.mask(`${first.message}${more}`) };
  return element('failure', attributes, escapeXml(texts.join('\n\n')), '      ', false);
}
