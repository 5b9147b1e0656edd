/** A rule with its examples, as `explain` and the documentation show it. */
import { locateInYaml } from '../config/index.js';
import { parseRegistry, parseRegistryBytes, type Registry } from '../registry/index.js';
import { type Position, SourceFile } from '../text/source.js';
import { type ExampleLanguage, languageOf } from './example-language.js';
import type { Finding, Severity } from './finding.js';
import { type LintOptions, lint } from './linter.js';
import type { Rule } from './rule.js';

export interface Explanation {
  id: string;
  severity: Severity | 'off';
  summary: string;
  /** Whether `validate --fix` mends what is wrong in the example. */
  fixable: boolean;
  why: string;
  wrong: string;
  right: string;
  /** What the linter finds in `wrong`. */
  marks: ExampleMark[];
  /** What the examples are written in. */
  language: ExampleLanguage;
}

/** A stretch of an example; lines and columns count from 1, the end is the place after the last character. */
export interface ExampleMark {
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  message: string;
  /** JSON pointer (RFC 6901). */
  pointer: string;
}

export async function explain(rule: Rule): Promise<Explanation> {
  const { id, severity, summary, documentation } = rule;
  const { why, wrong, right, about } = documentation;
  const { marks, fixable } = about ? inConfiguration(wrong, about) : await inExample(rule);
  return {
    id,
    severity,
    summary,
    fixable,
    why,
    wrong,
    right,
    marks,
    language: languageOf(rule),
  };
}

/** The registry of a rule's wrong example, with the encoding that may be its fault. */
export const wrongExample = ({ documentation: { wrong, savedAs } }: Rule): Registry =>
  parseRegistryBytes(Buffer.from(wrong, savedAs ?? 'utf8'), 'connectors_registry.json');

async function inExample(rule: Rule): Promise<{ marks: ExampleMark[]; fixable: boolean }> {
  // Rules that are off by default are described as if they were on.
  const severities = new Map([[rule.id, rule.severity === 'off' ? ('warning' as const) : rule.severity]]);
  const { file, findings } = await lintExample(rule, { rules: [rule], severities });
  return {
    marks: findings.map(({ span, message, pointer }) => {
      const start = file.positionAt(span?.start ?? 0);
      return markOf(start, file.positionAt(span?.end ?? 0), message, pointer);
    }),
    fixable: findings.some(({ fix }) => fix !== undefined),
  };
}

async function lintExample(
  rule: Rule,
  options: LintOptions,
): Promise<{ file: SourceFile; findings: readonly Finding[] }> {
  const { wrong, registry } = rule.documentation;
  if (registry === undefined) {
    const read = wrongExample(rule);
    return { file: read.file, findings: lint(read, options) };
  }
  const { lintWidgetSource } = await import('./widgets/lint-source.js');
  const file = new SourceFile('widget.js', wrong);
  return {
    file,
    findings: lintWidgetSource(file, parseRegistry(registry, 'connectors_registry.json'), options),
  };
}

function inConfiguration(text: string, about: readonly (string | number)[]) {
  const { line = 1, column = 1 } = locateInYaml(text)(about);
  const end = { line, column: (text.split('\n')[line - 1]?.length ?? 0) + 1 };
  const pointer = `/${about.join('/')}`;
  return { marks: [markOf({ line, column }, end, 'silences nothing', pointer)], fixable: false };
}

const markOf = (start: Position, end: Position, message: string, pointer: string): ExampleMark => ({
  line: start.line,
  column: start.column,
  end_line: end.line,
  end_column: end.column,
  message,
  pointer,
});
