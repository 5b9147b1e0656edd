/** What `test --coverage` shows and writes. */
import { checkThresholds } from '../testing/coverage/thresholds.js';
import { coverageSettings, writeCoverage } from '../testing/coverage/write-coverage.js';
import type { TestReport } from '../testing/report.js';
import { plainWidth } from '../views/plain-width.js';
import { type Streams, showsColor } from './streams.js';
import type { TestOptions } from './test-options.js';
import type { TestSet } from './test-run.js';
import { pathFromRoot, shownPath } from './validate-inputs.js';

/**
 * @returns whether every threshold is reached; true where no coverage was asked for
 * @throws {UserError} where a report cannot be written
 */
export async function showCoverage(
  { coverage }: TestReport,
  { workspace, mask }: TestSet,
  options: TestOptions,
  streams: Streams,
  cwd: string,
): Promise<boolean> {
  if (coverage === null) return true;
  const settings = coverageSettings(workspace.test.coverage, workspace.root);
  const isPretty = !options.json && (options.reporter ?? 'pretty') === 'pretty';
  // Other reports are for programs, and end where they end.
  const out = isPretty ? streams.stdout : streams.stderr;
  const style = {
    width: (out.isTTY && out.columns) || plainWidth(streams.env.COLUMNS),
    color: showsColor(out, streams.env, options.color),
    mask,
    fromRoot: pathFromRoot(cwd, streams.env.GITHUB_WORKSPACE),
  };
  if (settings.reporters.includes('text') && !options.json && !options.quiet) {
    const { coverageText } = await import('../testing/coverage/reporters/text.js');
    out.write(`\n${coverageText(coverage, style)}`);
  }
  for (const path of await writeCoverage(coverage, settings, style)) {
    if (!options.quiet) streams.stderr.write(`wrote ${shownPath(path, cwd)}\n`);
  }
  const failures = checkThresholds(coverage, settings.thresholds);
  for (const failure of failures) streams.stderr.write(`${failure}\n`);
  return failures.length === 0;
}
