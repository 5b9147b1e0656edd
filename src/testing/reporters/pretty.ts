/** For people: a line for each file, every failure in full, and a summary. */
import { countOf } from '../../views/format.js';
import { glyphsFor } from '../../views/glyphs.js';
import { createPalette, type Palette } from '../../views/palette.js';
import { neutralise, wrapWords } from '../../views/text.js';
import type { TestReport, TestSummary } from '../report.js';
import type { CaseResult, FileResult, UnusedAnswer } from '../result.js';
import { failedCaseLines } from './failed-case.js';
import type { TestReporter, TestReporterStyle } from './reporter.js';

export const pretty: TestReporter = {
  file(result, style) {
    const hasFailed = result.cases.some(({ state }) => state === 'failed');
    if (style.quiet && !hasFailed) return '';
    const palette = createPalette(style.color);
    const lines = [fileLine(result, style, palette)];
    for (const each of result.cases) {
      if (each.state === 'failed') lines.push('', ...failedCaseLines(each, style));
    }
    if (hasFailed) lines.push('');
    if (!style.quiet) {
      const room = Math.max(style.width - 4, 20);
      for (const remark of remarks(result, style, palette)) {
        lines.push(...wrapWords(remark, room).map((line, at) => `${at === 0 ? '  ' : '    '}${line}`));
      }
    }
    return joined(lines);
  },

  end(report, style) {
    const { summary } = report;
    if (style.quiet && summary.failed === 0 && report.broken.length === 0) return '';
    // A failure ends in a blank line of its own.
    const isApart = report.suite.files.at(-1)?.cases.some(({ state }) => state === 'failed') ?? false;
    const lines = summaryLines(report, style, createPalette(style.color));
    return joined(isApart ? lines : ['', ...lines]);
  },
};

const joined = (lines: readonly string[]): string => lines.map((line) => `${line.trimEnd()}\n`).join('');

function fileLine({ source, cases }: FileResult, style: TestReporterStyle, palette: Palette): string {
  const glyphs = glyphsFor(true);
  const count = (state: CaseResult['state']) => cases.filter((each) => each.state === state).length;
  const failed = count('failed');
  const mark =
    failed > 0
      ? palette.bad(glyphs.failed)
      : count('passed') > 0
        ? palette.good(glyphs.done)
        : palette.muted(glyphs.skipped);
  const parts = [
    ...(failed > 0 ? [palette.bad(`${failed} failed`)] : []),
    ...(count('passed') > 0 ? [`${count('passed')} passed`] : []),
    ...(count('skipped') > 0 ? [palette.muted(`${count('skipped')} skipped`)] : []),
  ];
  return `${mark} ${neutralise(style.shownPath(source.path))}  ${parts.join(', ') || palette.muted('no cases')}`;
}

/** What is no failure and yet worth a line. */
function remarks(result: FileResult, style: TestReporterStyle, palette: Palette): string[] {
  const { source, cases, unusedShared, obsoleteSnapshots, snapshotPath } = result;
  const warning = palette.caution('warning');
  const path = neutralise(style.shownPath(source.path));
  const unused = (mock: UnusedAnswer, mask: (text: string) => string, of: string): string => {
    const { line, column } = source.positionAt(mock.span.start);
    return `${warning} ${palette.muted(`${path}:${line}:${column}`)} no call asked for the mock ${neutralise(mask(mock.label))}${of}`;
  };
  const lines = cases.flatMap((each) =>
    // Whatever stopped a failed case kept it from the rest of its mocks.
    each.state === 'passed'
      ? each.unusedMocks.map((mock) => unused(mock, each.mask, ` (${neutralise(each.case.name)})`))
      : [],
  );
  lines.push(...unusedShared.map((mock) => unused(mock, (text) => text, ' (of the file)')));
  if (obsoleteSnapshots.length > 0 && snapshotPath !== null) {
    const file = palette.muted(neutralise(style.shownPath(snapshotPath)));
    for (const name of obsoleteSnapshots) {
      lines.push(
        `  ${warning} ${file} no case asks for the snapshot '${neutralise(name)}'; --update drops it`,
      );
    }
  }
  return lines;
}

function summaryLines(
  { suite, summary, broken }: TestReport,
  { width }: TestReporterStyle,
  palette: Palette,
): string[] {
  const lines: string[] = [];
  if (broken.length > 0) {
    const files = new Set(broken.map(({ file }) => file));
    lines.push(palette.bad(`${countOf(files.size, 'file')} cannot be used`));
  }
  if (summary.cases === 0 && broken.length === 0) lines.push(palette.caution('no case ran'));
  lines.push(
    ...wrapWords(
      `${counts(summary, palette)} in ${countOf(summary.files, 'file')}, ${Math.round(suite.duration_ms)} ms`,
      Math.max(width, 20),
    ),
  );
  const { written, updated, obsolete } = summary.snapshots;
  const kept = [
    ...(written > 0 ? [`${written} written`] : []),
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(obsolete > 0 ? [palette.caution(`${obsolete} obsolete`)] : []),
  ];
  if (kept.length > 0) lines.push(`snapshots: ${kept.join(', ')}`);
  if (suite.stopped === 'bail') lines.push(palette.caution('stopped after the first failure (--bail)'));
  if (suite.stopped === 'interrupted') lines.push(palette.caution('interrupted'));
  return lines;
}

function counts({ passed, failed, skipped }: TestSummary, palette: Palette): string {
  return [
    ...(failed > 0 ? [palette.bad(`${failed} failed`)] : []),
    failed === 0 ? palette.good(`${passed} passed`) : `${passed} passed`,
    ...(skipped > 0 ? [palette.muted(`${skipped} skipped`)] : []),
  ].join(', ');
}
