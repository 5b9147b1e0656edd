/** contracts.md, `validate --json`. Holds no time and no random value: the same files give the same bytes. */
import { maskedDiagnostic } from './masked.js';
import type { Reporter } from './reporter.js';

export const json: Reporter = ({ files, findings, summary, fixed }, { mask }) => {
  const document = {
    files: files.map(({ path }) => path),
    diagnostics: findings.map(({ diagnostic }) => maskedDiagnostic(diagnostic, mask)),
    summary,
    ...(fixed === null ? {} : { fixed: fixed.map((each) => ({ ...each, does: mask(each.does) })) }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};
