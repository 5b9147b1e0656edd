/** For people: each connector with all that is wrong in it, as the platform's own error would name them. */
import { codeFrame } from '../../views/code-frame.js';
import { excerpt } from '../../views/excerpt.js';
import { countOf } from '../../views/format.js';
import { createPalette, type Palette } from '../../views/palette.js';
import { neutralise, wrapWords } from '../../views/text.js';
import type { CheckedFile, LintReport, ReportedFinding } from '../report.js';
import { fieldInStep, fieldOf } from './field.js';
import { adviceOf, maskedDiagnostic } from './masked.js';
import type { Reporter, ReporterStyle } from './reporter.js';

export const pretty: Reporter = (report, style) => {
  const palette = createPalette(style.color);
  const shown = style.quiet
    ? report.findings.filter(({ diagnostic }) => diagnostic.severity === 'error')
    : report.findings;
  const lines: string[] = [];
  if (!style.quiet) lines.push(...fixLines(report, style, palette));
  for (const group of groupsOf(shown)) {
    lines.push(...headingOf(group, palette, style), '');
    for (const finding of group.findings) lines.push(...findingLines(finding, style), '');
  }
  if (!style.quiet || shown.length > 0) lines.push(...summaryLines(report, style, palette));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
};

interface Group {
  file: string;
  connector: string | null;
  findings: ReportedFinding[];
}

/** In the order of the first finding of each. */
function groupsOf(findings: readonly ReportedFinding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { file, connector, pointer } = finding.diagnostic;
    // Both kinds of connectors may have the same permalink.
    const key = JSON.stringify([file, connector, connector === null ? '' : pointer.split('/')[1]]);
    const group = groups.get(key) ?? { file, connector, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const mostFields = 8;

function headingOf({ file, connector, findings }: Group, palette: Palette, style: ReporterStyle): string[] {
  const name = neutralise(connector === null ? file : style.mask(connector));
  const fields = [...new Set(findings.map(({ diagnostic }) => fieldOf(diagnostic.pointer)))]
    .filter((field) => connector !== null && field !== '')
    .map((field) => neutralise(style.mask(field)));
  const more = fields.length > mostFields ? ` and ${fields.length - mostFields} more` : '';
  const where = fields.length === 0 ? '' : ` in ${fields.slice(0, mostFields).join(', ')}${more}`;
  const counts = countsOf(findings);
  const text = `${counts}${where}`;
  const [first = '', ...rest] = wrapWords(`${name}: ${text}`, Math.max(style.width, 20));
  // Only the name is strong, and a name may hold spaces.
  const head = first.startsWith(`${name}:`) ? palette.strong(name) + first.slice(name.length) : first;
  return [head, ...rest.map((line) => `  ${line}`)];
}

function countsOf(findings: readonly ReportedFinding[]): string {
  const errors = findings.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
  const warnings = findings.length - errors;
  return [
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ].join(', ');
}

function findingLines({ diagnostic, source, span, fix }: ReportedFinding, style: ReporterStyle): string[] {
  const { width, color, mask } = style;
  const masked = maskedDiagnostic(diagnostic, mask);
  const { rule, severity, file, line, column, message, step, pointer } = masked;
  const field = fieldInStep(pointer);
  const owner = [step === null ? '' : `step ${step}`, field].filter((part) => part !== '').join(', ');
  return codeFrame(
    {
      title: `${severity}[${rule}]`,
      severity,
      place: { file, line, column },
      owner: owner || null,
      source: source && span ? excerpt(source, span, mask) : null,
      message,
      hint: adviceOf(masked) || null,
      notes: [
        ...(fix ? [{ label: 'fix', text: `--fix can ${mask(fix.does)}` }] : []),
        { label: 'rule', text: `connector-cli explain ${rule}` },
      ],
    },
    { width, color },
  );
}

function fixLines({ fixed }: LintReport, { mask }: ReporterStyle, palette: Palette): string[] {
  if (!fixed || fixed.length === 0) return [];
  const lines = fixed.map(({ file, line, column, does, rule }) => {
    const place = palette.muted(`${neutralise(file)}:${line}:${column}`);
    return `${palette.good('fixed')} ${place} ${neutralise(mask(does))} ${palette.muted(`(${rule})`)}`;
  });
  return [...lines, ''];
}

function summaryLines(report: LintReport, style: ReporterStyle, palette: Palette): string[] {
  const { summary, files, fixed, duration_ms } = report;
  const { errors, warnings, fixable, silenced } = summary;
  const found = [
    errors > 0 ? palette.bad(countOf(errors, 'error')) : null,
    warnings > 0 ? palette.caution(countOf(warnings, 'warning')) : null,
  ].filter((part) => part !== null);
  const head = found.length > 0 ? found.join(', ') : palette.good('no findings');
  const [only] = files;
  const where = files.length === 1 && only ? neutralise(only.path) : countOf(files.length, 'file');
  const extra = [
    ...(fixed && fixed.length > 0 ? [`${fixed.length} fixed`] : []),
    ...(fixable > 0 ? [`${fixable} fixable with --fix`] : []),
    ...(silenced > 0 ? [`${silenced} silenced`] : []),
  ];
  const tail = [`${head} in ${where}: ${entriesOf(files)}, ${Math.round(duration_ms)} ms`, ...extra];
  return wrapWords(tail.join('; '), Math.max(style.width, 20));
}

function entriesOf(files: readonly CheckedFile[]): string {
  const entries = files.flatMap((file) => file.entries);
  const simple = entries.filter(({ kind }) => kind === 'simple').length;
  const composites = entries.length - simple;
  if (composites === 0) return countOf(simple, 'connector');
  if (simple === 0) return countOf(composites, 'composite');
  return `${countOf(simple, 'connector')} and ${countOf(composites, 'composite')}`;
}
