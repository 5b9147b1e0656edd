/** A finding as other programs read it. contracts.md, `validate --json`. */
import type { SourceFile } from '../text/source.js';
import type { Finding, Severity } from './finding.js';

/** Lines and columns count from 1, in characters (code points) of the file; the end is the place after the last character. */
export interface Diagnostic {
  rule: string;
  severity: Severity;
  message: string;
  file: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  /** JSON pointer (RFC 6901); empty for the file as a whole. */
  pointer: string;
  /** The entry's permalink, or its name where it has none; null for the file. */
  connector: string | null;
  step: string | null;
  suggestion?: string;
  /** What to do, where the message does not say it. */
  hint?: string;
  /** Whether `validate --fix` mends it. */
  fixable: boolean;
}

export function toDiagnostic(finding: Finding, source: SourceFile): Diagnostic {
  const { rule, severity, message, file, span, pointer, connector, step, suggestion, hint, fix } = finding;
  // What is about the file as a whole stands at its beginning.
  const start = source.positionAt(span?.start ?? 0);
  const end = source.positionAt(span?.end ?? 0);
  return {
    rule,
    severity,
    message,
    file,
    line: start.line,
    column: start.column,
    end_line: end.line,
    end_column: end.column,
    pointer,
    connector,
    step,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(hint === undefined ? {} : { hint }),
    fixable: fix !== undefined,
  };
}
