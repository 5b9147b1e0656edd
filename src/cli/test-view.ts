/** What `test` prints, and where. */

import type { TestReport } from '../testing/report.js';
import { type TestFormat, testReporters } from '../testing/reporters/index.js';
import type { TestReporter, TestReporterStyle } from '../testing/reporters/reporter.js';
import type { FileResult } from '../testing/result.js';
import { plainWidth } from '../views/plain-width.js';
import type { Mask } from '../views/text.js';
import { inert } from '../views/workflow-commands.js';
import { printError } from './print-error.js';
import { type Streams, showsColor } from './streams.js';
import type { TestOptions } from './test-options.js';
import { pathFromRoot, shownPath } from './validate-inputs.js';

export interface TestView {
  onFile(result: FileResult): void;
  end(report: TestReport): void;
}

/** @param mask for the secrets of the configuration */
export async function openTestView(
  options: TestOptions,
  streams: Streams,
  cwd: string,
  mask: Mask,
): Promise<TestView> {
  const { stdout, env } = streams;
  const style: TestReporterStyle = {
    width: (stdout.isTTY && stdout.columns) || plainWidth(env.COLUMNS),
    color: showsColor(stdout, env, options.color),
    quiet: options.quiet ?? false,
    mask,
    shownPath: (file) => shownPath(file, cwd),
    fromRoot: pathFromRoot(cwd, env.GITHUB_WORKSPACE),
  };
  const used = await reportersFor(options, env);
  return {
    onFile: (result) => {
      for (const reporter of used) stdout.write(reporter.file(result, style));
    },
    end: (report) => {
      for (const reporter of used) stdout.write(reporter.end(report, style));
      for (const error of report.broken) printError(error, streams, false, options.color);
    },
  };
}

/** On GitHub Actions annotations come too, unless a reporter was asked for. */
async function reportersFor(
  { json, reporter }: TestOptions,
  env: NodeJS.ProcessEnv,
): Promise<TestReporter[]> {
  const format: TestFormat | undefined = json ? 'json' : reporter;
  if (format !== undefined) return [await testReporters[format]()];
  const pretty = await testReporters.pretty();
  if (env.GITHUB_ACTIONS !== 'true') return [pretty];
  // What a test prints may look like a command to the runner.
  const harmless: TestReporter = {
    file: (result, style) => inert(pretty.file(result, style)),
    end: (report, style) => inert(pretty.end(report, style)),
  };
  return [harmless, await testReporters.github()];
}
