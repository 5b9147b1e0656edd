/** The widgets that `validate` looks at beside a registry. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type AcceptedFindings, withoutAccepted } from '../lint/check.js';
import { type ReportedFinding, reportedIn } from '../lint/report.js';
import type { LintSettings } from '../lint/settings.js';
import { lintWidgets } from '../lint/widget-linter.js';
import type { Registry } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import { shownPath } from './validate-inputs.js';

/** Where a project keeps its widgets, unless `--widgets` names another place. */
const customary = 'widgets';

export interface CheckedWidgets extends AcceptedFindings {
  readonly reported: readonly ReportedFinding[];
  /** The sources that call connectors. */
  readonly watched: readonly string[];
  /** Shown paths of files that are too large or too many. */
  readonly skipped: readonly string[];
}

/**
 * @param widgets as `--widgets` gives it: a directory, or whether to look at all
 * @throws {UserError} `no-directory`, where the directory that was asked for is none
 */
export async function checkWidgets(
  { path, registry }: { path: string; registry: Registry },
  widgets: string | boolean | undefined,
  settings: LintSettings,
  cwd: string,
): Promise<CheckedWidgets> {
  if (widgets === false) {
    return { findings: [], silenced: 0, used: new Set(), reported: [], watched: [], skipped: [] };
  }
  const root = typeof widgets === 'string' ? resolve(cwd, widgets) : join(dirname(path), customary);
  if (widgets !== undefined && !(await isDirectory(root))) throw noDirectory(root);
  const { findings, sources, skipped } = await lintWidgets(root, registry, {
    ...settings,
    shownPath: (file) => shownPath(file, cwd),
  });
  const accepted = withoutAccepted(findings, settings.silences);
  const reported = accepted.findings.flatMap((finding) => {
    const source = sources.get(finding.file);
    return source ? [reportedIn(source, finding)] : [];
  });
  return { ...accepted, reported, watched: [...sources.keys()].map((file) => resolve(cwd, file)), skipped };
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

const noDirectory = (path: string): UserError =>
  new UserError({
    code: 'no-directory',
    file: path,
    message: 'There is no such directory of widgets.',
    hint: '--widgets takes a directory; --no-widgets looks at none.',
  });
