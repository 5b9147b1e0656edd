/** Annotations for GitHub Actions on the lines of the test files. */
import { countOf } from '../../views/format.js';
import { neutralise, neutraliseLines } from '../../views/text.js';
import { command, inert, mostOfAKind } from '../../views/workflow-commands.js';
import type { CaseFailure, CaseResult } from '../result.js';
import { failureText } from './failure-text.js';
import type { TestReporter, TestReporterStyle } from './reporter.js';

export const github: TestReporter = {
  file: () => '',
  end({ suite, broken }, style) {
    const failures = suite.files.flatMap(({ cases }) =>
      cases.flatMap((result) => result.failures.map((failure) => ({ failure, result }))),
    );
    const lines = broken.map(({ file, line, column, message, hint }) => {
      const place =
        file === undefined ? {} : { file: style.fromRoot(file), line: line ?? 1, col: column ?? 1 };
      return command('error', { ...place, title: 'test file' }, [message, hint ?? ''].join('\n').trim());
    });
    const room = Math.max(mostOfAKind - lines.length, 0);
    lines.push(...failures.slice(0, room).map((each) => annotation(each.failure, each.result, style)));
    const beyond = failures.slice(room);
    lines.push(...beyond.map((each) => plainLine(each.failure, each.result, style)));
    if (beyond.length > 0) {
      const text = `${countOf(beyond.length, 'failure')} more than GitHub annotates: the log of this step lists them.`;
      lines.push(command('notice', { title: 'connector-cli test' }, text));
    }
    return lines.map((line) => `${line}\n`).join('');
  },
};

function annotation(failure: CaseFailure, result: CaseResult, style: TestReporterStyle): string {
  const { source, mask, case: testCase } = result;
  const file = style.fromRoot(source.path);
  const start = source.positionAt(failure.span.start);
  const title = neutralise(mask(`${testCase.connector.value}: ${testCase.name}`));
  const text = neutraliseLines(failureText(failure, result, file)).join('\n');
  return command('error', { file, line: start.line, col: start.column, title }, text);
}

function plainLine(failure: CaseFailure, result: CaseResult, style: TestReporterStyle): string {
  const { source, mask, case: testCase } = result;
  const { line, column } = source.positionAt(failure.span.start);
  const place = neutralise(`${style.fromRoot(source.path)}:${line}:${column}`);
  return inert(
    `error ${place} ${neutralise(mask(`${testCase.name}: ${failure.message}`))} (${failure.code})`,
  );
}
