/** Silences of the configuration that silence nothing any more. */
import type { AcceptedFindings } from './check.js';
import type { ReportedFinding } from './report.js';
import { findRule, type LintSettings, severityOf } from './settings.js';

const ruleId = 'unused-ignore';

export interface SilencePlaces {
  /** The configuration as it is shown. */
  readonly file: string;
  /** Where the entry of `lint.ignore` stands; undefined where the format does not tell. */
  locate(index: number): { readonly line?: number; readonly column?: number };
}

/**
 * Only where everything was looked at: faults of the text hide findings, and so do rules that are off. Without the
 * registry that the configuration is about nothing can be said at all.
 */
export function unusedSilences(
  checked: readonly AcceptedFindings[],
  settings: LintSettings,
  { file, locate }: SilencePlaces,
): ReportedFinding[] {
  const { rules, silences } = settings;
  const severity = severityOf(settings, findRule(rules, ruleId));
  const isUncertain = checked.some(({ findings }) => findings.some(({ rule }) => rule === 'json-syntax'));
  if (severity === 'off' || isUncertain) return [];
  return silences.flatMap((silence, index): ReportedFinding[] => {
    if (checked.some(({ used }) => used.has(silence))) return [];
    if (severityOf(settings, findRule(rules, silence.rule)) === 'off') return [];
    const { line = 1, column = 1 } = locate(index);
    const diagnostic = {
      rule: ruleId,
      severity,
      message: `\`lint.ignore\` silences \`${silence.rule}\` at \`${silence.pointer}\`, where nothing is found`,
      file,
      line,
      column,
      end_line: line,
      end_column: column,
      pointer: `/lint/ignore/${index}`,
      connector: null,
      step: null,
      hint: 'Take the entry out, or set its pointer right.',
      fixable: false,
    };
    return [{ diagnostic, source: null, span: null, fix: null }];
  });
}
