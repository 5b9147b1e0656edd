/**
 * For programs. docs/coverage.md describes the document. It holds no time and no absolute path below the root: the same
 * tests on the same registry give the same bytes.
 */
import type { Span } from '../../../jinja/index.js';
import type { Mask } from '../../../views/text.js';
import type { ConnectorCoverage, CoverageReport, StepCoverage } from '../report.js';
import { maskedPart } from './masked-part.js';
import type { CoverageStyle } from './style.js';

type Style = Pick<CoverageStyle, 'mask' | 'fromRoot'>;

export const coverageJson = (report: CoverageReport, style: Style): string =>
  `${JSON.stringify(coverageDocument(report, style), null, 2)}\n`;

/** The document as a value, for whoever puts it into another. */
export function coverageDocument({ file, connectors, totals }: CoverageReport, { mask, fromRoot }: Style) {
  return {
    registry: fromRoot(file.path),
    totals,
    connectors: connectors.map((connector) => connectorDocument(connector, mask)),
  };
}

function connectorDocument(connector: ConnectorCoverage, mask: Mask) {
  const { label, kind, pointer, position, runs, totals, steps, scopes } = connector;
  return {
    permalink: mask(label),
    kind,
    pointer: mask(pointer),
    ...position,
    runs,
    totals,
    steps: steps.map((step) => stepDocument(step, mask)),
    scopes: scopes.map(({ scope, step, count }) => ({ scope: mask(scope), step: step && mask(step), count })),
  };
}

function stepDocument(step: StepCoverage, mask: Mask) {
  const { name, index, position, done, failed, fields } = step;
  return {
    name: mask(name),
    index,
    ...position,
    done,
    failed,
    fields: fields.map(({ label, field, position: place, renders, points }) => ({
      field: mask(label),
      pointer: mask(field.pointer),
      ...place,
      renders,
      points: points.map(({ kind, branches }) => ({
        kind,
        branches: branches.map(({ name: branch, written, span, start, end, hits }) => ({
          branch,
          written,
          source: sourceOf(field.value, span, mask),
          line: start.line,
          column: start.column,
          end_line: end.line,
          end_column: end.column,
          hits,
        })),
      })),
    })),
  };
}

/** UTF-16 units of a branch's source that are written: bodies of loops and conditions hold one another. */
const mostSource = 200;

function sourceOf(text: string, { start, end }: Span, mask: Mask): string {
  const isLong = end - start > mostSource;
  const shown = maskedPart(text, { start, end: isLong ? start + mostSource : end }, mask);
  return isLong ? `${shown} ...` : shown;
}
