/** Workflow commands of GitHub Actions, which become annotations on the lines of a pull request. */
import { countOf } from '../../views/format.js';
import { neutralise } from '../../views/text.js';
import { command, inert, mostOfAKind } from '../../views/workflow-commands.js';
import type { Diagnostic } from '../diagnostic.js';
import { adviceOf, maskedDiagnostic } from './masked.js';
import type { Reporter } from './reporter.js';

export const github: Reporter = ({ findings }, { mask, quiet, fromRoot }) => {
  const diagnostics = findings.map(({ diagnostic }) => maskedDiagnostic(diagnostic, mask));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = quiet ? [] : diagnostics.filter(({ severity }) => severity === 'warning');
  const shown = [...errors.slice(0, mostOfAKind), ...warnings.slice(0, mostOfAKind)];
  const beyond = [...errors.slice(mostOfAKind), ...warnings.slice(mostOfAKind)];
  const lines = shown.map((diagnostic) => annotation(diagnostic, fromRoot(diagnostic.file)));
  if (beyond.length > 0) {
    lines.push(...beyond.map(plainLine));
    lines.push(command('notice', { title: 'connector-cli' }, restOf(beyond)));
  }
  return lines.map((line) => `${line}\n`).join('');
};

function annotation(diagnostic: Diagnostic, file: string): string {
  const { rule, severity, message, line, column, end_line, end_column, connector, step } = diagnostic;
  const owner = [connector, step].filter((part) => part !== null).join(', ');
  const advice = adviceOf(diagnostic);
  const text = [`${owner === '' ? '' : `${owner}: `}${message}`, ...(advice === '' ? [] : [advice])].join(
    '\n',
  );
  // GitHub counts the last column in, and marks columns only where a finding stands in one line.
  const columns = line === end_line ? { col: column, endColumn: Math.max(end_column - 1, column) } : {};
  return command(severity, { file, line, endLine: end_line, ...columns, title: rule }, text);
}

function plainLine({ severity, file, line, column, message, rule }: Diagnostic): string {
  return inert(`${severity} ${neutralise(`${file}:${line}:${column}`)} ${neutralise(message)} (${rule})`);
}

function restOf(beyond: readonly Diagnostic[]): string {
  const errors = beyond.filter(({ severity }) => severity === 'error').length;
  const warnings = beyond.length - errors;
  const counts = [
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ];
  return `${counts.join(' and ')} more than GitHub annotates: the log of this step lists them.`;
}
