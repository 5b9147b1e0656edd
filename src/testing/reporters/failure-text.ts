/** A failure as plain lines, for services that show text. */
import type { CaseFailure, CaseResult } from '../result.js';

const mostDifferences = 20;

export function failureText(failure: CaseFailure, { source, mask }: CaseResult, file: string): string {
  const { line, column } = source.positionAt(failure.span.start);
  const { comparison } = failure;
  const differences = comparison?.differences ?? [];
  const lines = [`${file}:${line}:${column}`, failure.message, ...failure.notes];
  for (const each of differences.slice(0, mostDifferences)) {
    const path = each.path === '' ? 'the whole value' : each.path;
    lines.push(`${path}: expected ${each.expected ?? 'nothing'}, got ${each.actual ?? 'nothing'}`);
  }
  if (differences.length > mostDifferences) lines.push(`and ${differences.length - mostDifferences} more`);
  if (comparison !== null && differences.length === 0) {
    lines.push('expected:', comparison.expected, 'got:', comparison.actual);
  }
  return mask(lines.join('\n'));
}
