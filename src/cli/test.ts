/** `test [patterns...]`: runs test files, and says by the exit code whether every case passed. */
import { exitCodes } from './exit-codes.js';
import type { Streams } from './streams.js';
import { showCoverage } from './test-coverage.js';
import { refuseContradictions, type TestOptions } from './test-options.js';
import { readTests, runTests } from './test-run.js';
import { openTestView } from './test-view.js';
import { workingDirectory } from './working-directory.js';

/** @throws {UserError} where nothing can be tested, or the flags mean nothing */
export async function testCommand(
  patterns: readonly string[],
  options: TestOptions,
  streams: Streams,
): Promise<number> {
  refuseContradictions(options, streams);
  const cwd = await workingDirectory(options.cwd, streams);
  if (options.watch) {
    const { watchTests } = await import('./test-watch.js');
    return watchTests(patterns, options, streams, cwd);
  }
  const tests = await readTests(patterns, options, streams, cwd);
  const view = await openTestView(options, streams, cwd, tests.mask);
  const report = await runTests(tests, options, streams, cwd, { onFile: view.onFile });
  view.end(report);
  const isCovered = await showCoverage(report, tests, options, streams, cwd);
  if (report.suite.stopped === 'interrupted') return exitCodes.interrupted;
  if (report.broken.length > 0) return exitCodes.usage;
  return report.summary.failed > 0 || !isCovered ? exitCodes.failed : exitCodes.ok;
}
