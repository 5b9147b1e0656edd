/** A rule with its examples, as `explain` and the documentation show it. */
import { locateInYaml } from '../config/index.js';
import { parseRegistryBytes, type Registry } from '../registry/index.js';
import type { Position } from '../text/source.js';
import type { Severity } from './finding.js';
import { lint } from './linter.js';
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
  language: 'json' | 'yaml';
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

export function explain(rule: Rule): Explanation {
  const { id, severity, summary, documentation } = rule;
  const { why, wrong, right, about } = documentation;
  const { marks, fixable } = about ? inConfiguration(wrong, about) : inRegistry(rule);
  return {
    id,
    severity,
    summary,
    fixable,
    why,
    wrong,
    right,
    marks,
    language: about ? 'yaml' : 'json',
  };
}

/** The registry of a rule's wrong example, with the encoding that may be its fault. */
export const wrongExample = ({ documentation: { wrong, savedAs } }: Rule): Registry =>
  parseRegistryBytes(Buffer.from(wrong, savedAs ?? 'utf8'), 'connectors_registry.json');

function inRegistry(rule: Rule): { marks: ExampleMark[]; fixable: boolean } {
  const registry = wrongExample(rule);
  // Rules that are off by default are described as if they were on.
  const severities = new Map([[rule.id, rule.severity === 'off' ? ('warning' as const) : rule.severity]]);
  const findings = lint(registry, { rules: [rule], severities });
  return {
    marks: findings.map(({ span, message, pointer }) => {
      const start = registry.file.positionAt(span?.start ?? 0);
      return markOf(start, registry.file.positionAt(span?.end ?? 0), message, pointer);
    }),
    fixable: findings.some(({ fix }) => fix !== undefined),
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
