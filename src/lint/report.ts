/** All that a run of the linter found, in one tree: reporters read it and nothing else. */
import type { SourceFile, Span } from '../text/source.js';
import type { CheckedRegistry } from './check.js';
import { type Diagnostic, toDiagnostic } from './diagnostic.js';
import type { Finding, Fix } from './finding.js';
import type { AppliedFix } from './fix.js';
import type { LintSettings } from './settings.js';

export interface LintReport {
  readonly files: readonly CheckedFile[];
  /** File by file, each in the order of its text. */
  readonly findings: readonly ReportedFinding[];
  readonly summary: LintSummary;
  /** What `--fix` has done; null where it was not asked for. */
  readonly fixed: readonly AppliedFix[] | null;
  readonly settings: LintSettings;
  readonly duration_ms: number;
}

export interface CheckedFile {
  /** As it is shown. */
  readonly path: string;
  readonly entries: readonly { readonly kind: 'simple' | 'composite'; readonly label: string }[];
}

export interface ReportedFinding {
  readonly diagnostic: Diagnostic;
  /** The text that it stands in; null where it cannot be shown. */
  readonly source: SourceFile | null;
  readonly span: Span | null;
  readonly fix: Fix | null;
}

export interface LintSummary {
  errors: number;
  warnings: number;
  connectors: number;
  composites: number;
  fixable: number;
  /** Findings that the configuration accepts. */
  silenced: number;
}

export interface ReportParts {
  checked: readonly CheckedRegistry[];
  /** Findings outside of registries: in widgets, in the configuration. */
  others?: readonly ReportedFinding[];
  /** Accepted findings outside of registries. */
  othersSilenced?: number;
  fixed?: readonly AppliedFix[] | null;
  settings: LintSettings;
  duration_ms: number;
}

export function lintReport(parts: ReportParts): LintReport {
  const { checked, others = [], othersSilenced = 0, fixed = null, settings, duration_ms } = parts;
  const findings = [...checked.flatMap(reported), ...others];
  const count = (is: (finding: ReportedFinding) => boolean): number => findings.filter(is).length;
  const total = (of: (each: CheckedRegistry) => number): number =>
    checked.reduce((sum, each) => sum + of(each), 0);
  return {
    files: checked.map(({ registry }) => ({
      path: registry.file.path,
      entries: [
        ...registry.connectors.map((entry) => ({ kind: 'simple' as const, label: labelOf(entry) })),
        ...registry.composites.map((entry) => ({ kind: 'composite' as const, label: labelOf(entry) })),
      ],
    })),
    findings,
    summary: {
      errors: count(({ diagnostic }) => diagnostic.severity === 'error'),
      warnings: count(({ diagnostic }) => diagnostic.severity === 'warning'),
      connectors: total(({ registry }) => registry.connectors.length),
      composites: total(({ registry }) => registry.composites.length),
      fixable: count(({ diagnostic }) => diagnostic.fixable),
      silenced: total(({ silenced }) => silenced) + othersSilenced,
    },
    fixed,
    settings,
    duration_ms,
  };
}

const labelOf = ({ permalink, name }: { permalink: string; name: string }): string => permalink || name || '';

export const reported = ({ registry, findings }: CheckedRegistry): ReportedFinding[] =>
  findings.map((finding) => reportedIn(registry.file, finding));

export const reportedIn = (source: SourceFile, finding: Finding): ReportedFinding => ({
  diagnostic: toDiagnostic(finding, source),
  source,
  span: finding.span,
  fix: finding.fix ?? null,
});
