/** `--har` and `--html`: a finished run as files. The views are loaded when there is something to write. */
import { resolve } from 'node:path';
import type { RunResult } from '../platform/result.js';
import { UserError } from '../text/user-error.js';
import { checkWritable, writeFileAtomically } from '../text/write-file.js';

export interface ReportPaths {
  har?: string | undefined;
  html?: string | undefined;
}

export interface ReportContext {
  /** What relative paths count from. */
  cwd: string;
  mask: (text: string) => string;
  /** Of this program. */
  version: string;
}

const names = { har: 'HAR file', html: 'HTML report' } as const;

/**
 * Finds a wrong path before anything is sent.
 * @throws {UserError} where a report could not be written, or both would be the same file
 */
export async function checkReportPaths(
  paths: ReportPaths,
  { cwd }: Pick<ReportContext, 'cwd'>,
): Promise<void> {
  const har = absolute(paths.har, cwd);
  const html = absolute(paths.html, cwd);
  if (har !== null && har === html) {
    throw new UserError({
      code: 'reports-same-file',
      message: '--har and --html name the same file.',
      file: har,
      hint: 'Give each a file of its own.',
    });
  }
  if (har !== null) await checkWritable(har, names.har);
  if (html !== null) await checkWritable(html, names.html);
}

/**
 * Of several runs, the HAR holds all and the page the last.
 * @throws {UserError} where a report cannot be written; what stood there before is then still there
 */
export async function writeReports(
  runs: readonly RunResult[],
  paths: ReportPaths,
  { cwd, mask, version }: ReportContext,
): Promise<void> {
  const har = absolute(paths.har, cwd);
  const html = absolute(paths.html, cwd);
  if (har !== null) {
    const { harText } = await import('../views/har/har.js');
    await writeFileAtomically(har, harText(runs, { mask, version }), { what: names.har });
  }
  const last = runs.at(-1);
  if (html !== null && last) {
    const { htmlText } = await import('../views/html/page.js');
    await writeFileAtomically(html, htmlText(last, { mask, version }), { what: names.html });
  }
}

/** An empty path is a mistake that shows as the folder it would mean. */
const absolute = (path: string | undefined, cwd: string): string | null =>
  path === undefined ? null : resolve(cwd, path);
