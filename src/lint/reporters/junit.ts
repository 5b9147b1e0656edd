/** JUnit XML as GitHub, GitLab and Jenkins read it: a suite a file, a case a connector that is in order, a case an error. */
import { element, escapeXml } from '../../views/xml.js';
import type { CheckedFile, ReportedFinding } from '../report.js';
import { adviceOf, maskedDiagnostic } from './masked.js';
import type { Reporter, ReporterStyle } from './reporter.js';

export const junit: Reporter = (report, style) => {
  const paths = [
    ...new Set([
      ...report.files.map(({ path }) => path),
      ...report.findings.map(({ diagnostic }) => diagnostic.file),
    ]),
  ];
  const suites = paths.map((path) => {
    const file = report.files.find((each) => each.path === path) ?? { path, entries: [] };
    return suiteOf(
      file,
      report.findings.filter(({ diagnostic }) => diagnostic.file === path),
      style,
    );
  });
  const total = (of: (suite: Suite) => number): number => suites.reduce((sum, suite) => sum + of(suite), 0);
  const attributes = {
    name: 'connector-cli validate',
    tests: total(({ tests }) => tests),
    failures: total(({ failures }) => failures),
    errors: 0,
    time: 0,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, suites.map(({ xml }) => xml).join(''), '')}`;
};

interface Suite {
  xml: string;
  tests: number;
  failures: number;
}

/** Warnings fail nothing: they stand in the suite's output. */
function suiteOf(file: CheckedFile, findings: readonly ReportedFinding[], style: ReporterStyle): Suite {
  const path = style.fromRoot(file.path);
  const masked = findings.map(({ diagnostic }) => maskedDiagnostic(diagnostic, style.mask));
  const errors = masked.filter(({ severity }) => severity === 'error');
  const warnings = masked.filter(({ severity }) => severity === 'warning');
  const failing = new Set(
    findings.flatMap(({ diagnostic }) => (diagnostic.severity === 'error' ? [diagnostic.connector] : [])),
  );
  const fine = file.entries.filter(({ label }) => !failing.has(label));
  const cases = [
    ...fine.map(({ label }) =>
      element(
        'testcase',
        { name: style.mask(label) || 'a connector without a name', classname: path, file: path, time: 0 },
        '',
        '    ',
      ),
    ),
    ...errors.map((error) => {
      const { rule, message, line, column, connector, step, pointer } = error;
      const owner = [connector, step].filter((part) => part !== null).join(', ');
      const name = `${owner === '' ? '' : `${owner}: `}${rule}${pointer === '' ? '' : ` at ${pointer}`}`;
      const text = [`${path}:${line}:${column}`, message, adviceOf(error)].filter((part) => part !== '');
      const failure = element(
        'failure',
        { type: rule, message },
        escapeXml(text.join('\n')),
        '      ',
        false,
      );
      return element('testcase', { name, classname: path, file: path, line, time: 0 }, failure, '    ');
    }),
  ];
  if (cases.length === 0) {
    cases.push(element('testcase', { name: 'the file', classname: path, file: path, time: 0 }, '', '    '));
  }
  const log = warnings.map(
    ({ line, column, message, rule }) => `${path}:${line}:${column}: warning: ${message} (${rule})`,
  );
  const output = log.length === 0 ? '' : element('system-out', {}, escapeXml(log.join('\n')), '    ', false);
  const attributes = {
    name: path,
    tests: cases.length,
    failures: errors.length,
    errors: 0,
    skipped: 0,
    time: 0,
  };
  return {
    xml: element('testsuite', attributes, cases.join('') + output, '  '),
    tests: cases.length,
    failures: errors.length,
  };
}
