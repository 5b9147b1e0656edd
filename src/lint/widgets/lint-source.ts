/** Runs the rules about widgets over one source. */
import type { Registry } from '../../registry/model.js';
import type { SourceFile } from '../../text/source.js';
import type { Finding, Report } from '../finding.js';
import { inOrder, type LintOptions } from '../linter.js';
import type { Rule } from '../rule.js';
import { textOf, type WidgetCall } from './model.js';
import { readCalls } from './read-calls.js';

/** Findings in the order of the file; their `file` is the widget's and their pointer empty. Never throws for what stands in it. */
export function lintWidgetSource(
  file: SourceFile,
  registry: Registry,
  { rules, severities }: LintOptions,
): Finding[] {
  const { calls, textCalls, faults } = readCalls(file);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severities?.get(rule.id) ?? rule.severity;
    if (severity === 'off') continue;
    const add =
      (connector: string | null) =>
      ({ at, ...report }: Report): void => {
        const place = { file: file.path, ...at, connector, step: null };
        findings.push({ ...report, rule: rule.id, severity, ...place });
      };
    for (const call of calls) rule.visit.widget?.(call, registry, add(permalinkOf(call)));
    for (const call of textCalls) rule.visit.widgetText?.(call, registry, add(call.text));
    for (const fault of faults) rule.visit.widgetFault?.(fault, add(null));
  }
  return inOrder(findings);
}

const permalinkOf = ({ options }: WidgetCall): string | null =>
  textOf(options.entries.get('permalink'))?.text ?? null;

export const concernsWidgets = ({ visit }: Rule): boolean =>
  visit.widget !== undefined || visit.widgetText !== undefined || visit.widgetFault !== undefined;
