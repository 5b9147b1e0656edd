/**
 * For genhtml, Codecov and editors: a tracefile of the registry. A line counts as often as what is named or rendered on it
 * most often; connectors are its functions; each point of a template is a block of branches.
 */
import { branchesIn, type ConnectorCoverage, type CoverageReport, ended } from '../report.js';
import type { CoverageStyle } from './style.js';

export function coverageLcov(
  { file, connectors }: CoverageReport,
  { mask, fromRoot }: Pick<CoverageStyle, 'mask' | 'fromRoot'>,
): string {
  const functions = functionsOf(connectors, mask);
  const branches = branchLines(connectors);
  const lines = countsOfLines(connectors);
  const found = [...lines.values()];
  const taken = connectors.flatMap(({ steps }) => [...branchesIn(steps)]);
  return [
    'TN:',
    `SF:${oneLine(fromRoot(file.path))}`,
    ...functions.map(({ line, name }) => `FN:${line},${name}`),
    ...functions.map(({ runs, name }) => `FNDA:${runs},${name}`),
    `FNF:${functions.length}`,
    `FNH:${functions.filter(({ runs }) => runs > 0).length}`,
    ...branches,
    `BRF:${taken.length}`,
    `BRH:${taken.filter(({ hits }) => hits > 0).length}`,
    ...[...lines].sort(([a], [b]) => a - b).map(([line, count]) => `DA:${line},${count}`),
    `LF:${found.length}`,
    `LH:${found.filter((count) => count > 0).length}`,
    'end_of_record',
    '',
  ].join('\n');
}

/** Names are those of permalinks; of two that are the same the later one says where it stands. */
function functionsOf(connectors: readonly ConnectorCoverage[], mask: (text: string) => string) {
  const names = new Set<string>();
  return connectors.map(({ label, pointer, position, runs }) => {
    const plain = oneLine(mask(label));
    const name = names.has(plain) ? `${plain} (${oneLine(mask(pointer))})` : plain;
    names.add(name);
    return { line: position.line, name, runs };
  });
}

/** Commas end a field in this format only where one more follows; line breaks always end a record. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** Blocks count from 0 on each line: one line may hold a whole registry. */
function branchLines(connectors: readonly ConnectorCoverage[]): string[] {
  const blocks = new Map<number, number>();
  const records: { line: number; text: string }[] = [];
  for (const { steps } of connectors) {
    for (const { fields } of steps) {
      for (const { position, points } of fields) {
        for (const { branches } of points) {
          // A string of a JSON file has one line, whatever its template has.
          const { line } = position;
          const block = blocks.get(line) ?? 0;
          blocks.set(line, block + 1);
          const isReached = branches.some(({ hits }) => hits > 0);
          for (const [index, { hits }] of branches.entries()) {
            records.push({ line, text: `BRDA:${line},${block},${index},${isReached ? hits : '-'}` });
          }
        }
      }
    }
  }
  return records.sort((a, b) => a.line - b.line).map(({ text }) => text);
}

function countsOfLines(connectors: readonly ConnectorCoverage[]): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (line: number, count: number) => counts.set(line, Math.max(counts.get(line) ?? 0, count));
  for (const { position, runs, steps } of connectors) {
    add(position.line, runs);
    for (const step of steps) {
      add(step.position.line, ended(step));
      for (const field of step.fields) add(field.position.line, field.renders);
    }
  }
  return counts;
}
