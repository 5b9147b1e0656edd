/** One failed case: what it expected and got, and what happened on the way. */
import { defaultHeaders } from '../../platform/exchange.js';
import type { RequestRecord } from '../../platform/result.js';
import { codeFrame } from '../../views/code-frame.js';
import { excerpt } from '../../views/excerpt.js';
import { requestLines, responseLines, section } from '../../views/exchange.js';
import { faultFrame } from '../../views/failure.js';
import { emptyModel, reduce } from '../../views/model.js';
import { createPen, type Pen, type ViewStyle } from '../../views/pen.js';
import { scopeLines } from '../../views/summary.js';
import { neutralise, wrapWords } from '../../views/text.js';
import { waterfall } from '../../views/waterfall.js';
import type { CaseFailure, CaseResult } from '../result.js';
import { comparisonLines } from './comparison.js';
import type { TestReporterStyle } from './reporter.js';

const bodyHead = { lines: 20, characters: 2_000 };

export function failedCaseLines(result: CaseResult, style: TestReporterStyle): string[] {
  const { mask } = result;
  const view: ViewStyle = { width: Math.max(style.width - 2, 20), color: style.color, mask };
  const pen = createPen(view);
  const { connector, name } = result.case;
  const title = `${pen.glyphs.failed} ${neutralise(connector.value)} ${pen.glyphs.separator} ${neutralise(name)}`;
  const lines = [pen.palette.bad(title)];
  for (const failure of result.failures) {
    lines.push(...failureLines(failure, result, view, style), ...noteLines(failure, pen), '');
  }
  const story = storyLines(result, view, pen).map((line) => (line === '' ? '' : `  ${line}`));
  // Whoever shows the case leaves a blank line after it.
  return story.length === 0 ? lines.slice(0, -1) : [...lines, ...story];
}

function failureLines(
  failure: CaseFailure,
  { source, mask }: CaseResult,
  view: ViewStyle,
  { shownPath }: TestReporterStyle,
): string[] {
  const { line, column } = source.positionAt(failure.span.start);
  const frame = codeFrame(
    {
      title: failure.code,
      place: { file: shownPath(source.path), line, column },
      owner: null,
      source: excerpt(source, failure.span, mask),
      message: mask(failure.message),
      hint: null,
    },
    view,
  );
  const pen = createPen(view);
  const { comparison } = failure;
  const compared = comparison === null ? [] : ['', ...comparisonLines(comparison, source, pen)];
  return [...frame, ...compared].map((each) => (each === '' ? '' : `  ${each}`));
}

const noteLines = ({ notes }: CaseFailure, pen: Pen): string[] =>
  notes.flatMap((note) => {
    const indent = ' '.repeat(4 + note.length - note.trimStart().length);
    const text = wrapWords(pen.outside(note.trimStart()), Math.max(pen.width - indent.length - 2, 20));
    return text.map((line, at) => `${indent}${at === 0 ? '' : '  '}${line}`);
  });

/** The run behind the failure: its waterfall, the template that failed, every request with its answer. */
function storyLines({ run, events, mask }: CaseResult, view: ViewStyle, pen: Pen): string[] {
  if (run === null) return [];
  const model = events.reduce(reduce, emptyModel);
  const lines = [...waterfall(model, view), ...scopeLines(run, pen)];
  const failed = run.steps.find(({ failure }) => failure?.template);
  if (failed?.failure?.template) {
    lines.push('', ...faultFrame(failed.failure.template, failed, run.kind, { ...view, mask }));
  } else if (run.error !== null) {
    lines.push(pen.outside(run.error.detail));
  }
  for (const step of run.steps) {
    for (const request of step.requests) {
      const what = request.purpose === 'token' ? ', token request' : '';
      lines.push(
        ...section(
          `${neutralise(step.name)}${what}`,
          requestLines(withoutDefaults(request), bodyHead, pen),
          pen,
        ),
      );
      if (request.response !== null) {
        const answer = responseLines(request.response, { headers: 'telling', body: bodyHead }, pen);
        lines.push(...section(`${neutralise(step.name)}${what}, answer`, answer, pen));
      }
    }
  }
  return lines;
}

/** What the client itself adds is the same everywhere and tells nothing. */
const withoutDefaults = (request: RequestRecord): RequestRecord => ({
  ...request,
  headers: Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name, value]) => !defaultHeaders.some((each) => each[0] === name && each[1] === value),
    ),
  ),
});
