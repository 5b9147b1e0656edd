/** For people: a table of the connectors, and what no test reached. */
import { countOf } from '../../../views/format.js';
import { createPen, type Pen } from '../../../views/pen.js';
import { displayWidth, padEnd, padStart, truncateMiddle, wrapWords } from '../../../views/text.js';
import { type Miss, missesOf } from '../misses.js';
import type { ConnectorCoverage, CoverageReport, CoverageTotals, Tally } from '../report.js';
import { snippetOf } from './snippet.js';
import type { CoverageStyle } from './style.js';

/** Ends in a line end. */
export function coverageText(report: CoverageReport, style: CoverageStyle): string {
  const pen = createPen(style);
  const path = pen.outside(style.fromRoot(report.file.path));
  const missed = report.connectors.flatMap((connector) => missLines(connector, path, pen));
  const lines = [
    `${pen.palette.strong('Coverage')} of ${path}`,
    '',
    ...tableLines(report, pen),
    ...(missed.length === 0 ? [] : ['', pen.palette.strong('Not covered'), ...missed]),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

const gap = '  ';
const columns = ['steps', 'scopes', 'branches'] as const;
const leastName = 12;

interface TableRow {
  name: string;
  runs: string;
  totals: CoverageTotals;
}

function tableLines({ connectors, totals }: CoverageReport, pen: Pen): string[] {
  const { palette } = pen;
  const rows: TableRow[] = connectors.map((connector) => ({
    name: pen.outside(nameOf(connector, connectors)),
    runs: String(connector.runs),
    totals: connector.totals,
  }));
  const { covered, total } = totals.connectors;
  const runs = connectors.reduce((sum, connector) => sum + connector.runs, 0);
  const all: TableRow = { name: `${covered} of ${countOf(total, 'connector')}`, runs: String(runs), totals };

  const layout = layoutOf([...rows, all], pen);
  const heads = ['runs', ...columns].map((head, at) => padStart(head, layout.cells[at] ?? 0));
  const head = [padEnd('connector', layout.name), ...heads].join(gap);
  const line = (row: TableRow) => rowLine(row, layout, pen);
  return [palette.muted(head), ...rows.map(line), ...(rows.length > 1 ? [''] : []), line(all)];
}

interface Layout {
  name: number;
  /** Of the runs, then of each category. */
  cells: number[];
  percent: boolean;
}

/** Percentages give way first, then the middle of long names. */
function layoutOf(rows: readonly TableRow[], { width }: Pen): Layout {
  const wanted = Math.max('connector'.length, ...rows.map(({ name }) => displayWidth(name)));
  const layouts = [true, false].map((percent): Layout => {
    const cells = ['runs', ...columns].map((head, at) =>
      Math.max(head.length, ...rows.map((row) => displayWidth(cellsOf(row, percent)[at] ?? ''))),
    );
    const used = cells.reduce((sum, cell) => sum + gap.length + cell, 0);
    return { name: Math.min(wanted, Math.max(width - used, leastName)), cells, percent };
  });
  const [rich, plain] = layouts as [Layout, Layout];
  return rich.name === wanted || rich.name >= 24 ? rich : plain;
}

const cellsOf = ({ runs, totals }: TableRow, percent: boolean): string[] => [
  runs,
  ...columns.map((category) => tallyText(totals[category], percent)),
];

function tallyText({ covered, total, percent }: Tally, withPercent: boolean): string {
  if (total === 0) return '-';
  const counts = `${covered}/${total}`;
  return withPercent ? `${counts} ${padStart(`${Math.floor(percent)}%`, 4)}` : counts;
}

function rowLine(row: TableRow, { name, cells, percent }: Layout, { palette, glyphs }: Pen): string {
  const [runs = '', ...tallies] = cellsOf(row, percent).map((cell, at) => padStart(cell, cells[at] ?? 0));
  const paint = ({ covered, total }: Tally) =>
    total === 0
      ? palette.muted
      : covered === total
        ? palette.good
        : covered === 0
          ? palette.bad
          : palette.caution;
  return [
    padEnd(truncateMiddle(row.name, name, glyphs.ellipsis), name),
    row.runs === '0' ? palette.bad(runs) : runs,
    ...tallies.map((cell, at) => paint(row.totals[columns[at] ?? 'branches'])(cell)),
  ].join(gap);
}

/** Both kinds of connectors may have the same permalink. */
function nameOf(connector: ConnectorCoverage, all: readonly ConnectorCoverage[]): string {
  const isAmbiguous = all.some(
    ({ label, pointer }) => label === connector.label && pointer !== connector.pointer,
  );
  return isAmbiguous ? `${connector.label} (${connector.kind})` : connector.label;
}

/** More than a person reads of one connector; the JSON holds all. */
const mostMisses = 100;

function missLines(connector: ConnectorCoverage, path: string, pen: Pen): string[] {
  const misses = missesOf(connector);
  if (misses.length === 0) return [];
  const rest = misses.length - mostMisses;
  return [
    '',
    pen.palette.strong(pen.outside(connector.label)),
    ...misses.slice(0, mostMisses).flatMap((miss) => missLine(miss, path, pen)),
    ...(rest > 0 ? [pen.palette.muted(`  and ${rest.toLocaleString('en-US')} more`)] : []),
  ];
}

function missLine({ position, owner, message, template }: Miss, path: string, pen: Pen): string[] {
  const { palette, width } = pen;
  const place = `${path}:${position.line}:${position.column}`;
  const said = pen.outside(owner === null ? message : `${owner}: ${message}`);
  const [first = '', ...rest] = wrapWords(`${place} ${said}`, Math.max(width - 4, 20));
  const head = first.startsWith(place) ? palette.muted(place) + first.slice(place.length) : first;
  return [
    `  ${head}`,
    ...rest.map((line) => `    ${line}`),
    ...(template === null ? [] : [`    ${palette.accent(snippetOf(template, Math.max(width - 4, 8), pen))}`]),
  ];
}
