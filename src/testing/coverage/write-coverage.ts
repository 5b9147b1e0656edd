/** `test.coverage` of the configuration, and the files that it asks for. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CoverageDocument } from '../../config/index.js';
import { UserError } from '../../text/user-error.js';
import { writeFileAtomically } from '../../text/write-file.js';
import type { CoverageReport } from './report.js';
import type { CoverageStyle } from './reporters/style.js';
import type { CoverageThresholds } from './thresholds.js';

export type CoverageReporterName = 'text' | 'json' | 'lcov';

export interface CoverageSettings {
  readonly reporters: readonly CoverageReporterName[];
  /** Absolute. */
  readonly directory: string;
  readonly thresholds: CoverageThresholds;
}

/** @param root what the directory is relative to: the folder of the configuration */
export const coverageSettings = (document: CoverageDocument | undefined, root: string): CoverageSettings => ({
  reporters: document?.reporters ?? ['text'],
  directory: resolve(root, document?.directory ?? 'coverage'),
  thresholds: document?.thresholds ?? {},
});

/**
 * Writes `coverage.json` and `lcov.info` where the reporters ask for them; the text is for a stream, not a file.
 * @returns the files, absolute
 * @throws {UserError} where one cannot be written; what stood there before is then still there
 */
export async function writeCoverage(
  report: CoverageReport,
  { reporters, directory }: CoverageSettings,
  style: Pick<CoverageStyle, 'mask' | 'fromRoot'>,
): Promise<readonly string[]> {
  const files: { name: string; text: string }[] = [];
  if (reporters.includes('json')) {
    const { coverageJson } = await import('./reporters/json.js');
    files.push({ name: 'coverage.json', text: coverageJson(report, style) });
  }
  if (reporters.includes('lcov')) {
    const { coverageLcov } = await import('./reporters/lcov.js');
    files.push({ name: 'lcov.info', text: coverageLcov(report, style) });
  }
  if (files.length === 0) return [];
  await makeDirectory(directory);
  const written: string[] = [];
  for (const { name, text } of files) {
    const path = join(directory, name);
    await writeFileAtomically(path, text, { what: 'coverage report' });
    written.push(path);
  }
  return written;
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    throw new UserError({
      code: 'folder-not-made',
      file: directory,
      message: `The folder of the coverage reports cannot be made: ${error instanceof Error ? error.message : error}`,
      hint: 'Name another one in `test.coverage.directory`.',
      cause: error,
    });
  }
}
