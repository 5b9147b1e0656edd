/** `test --watch`: on every save the cases that it touches. */
import type { Registry } from '../registry/index.js';
import type { TestCase, TestFile } from '../testing/model.js';
import type { CaseResult } from '../testing/result.js';
import { UserError } from '../text/user-error.js';
import { countOf } from '../views/format.js';
import { exitCodes } from './exit-codes.js';
import { printError } from './print-error.js';
import type { Streams } from './streams.js';
import type { TestOptions } from './test-options.js';
import { readTests, runTests, type TestSet } from './test-run.js';
import { openTestView } from './test-view.js';
import { shownPath } from './validate-inputs.js';
import { watchFiles } from './watch.js';

/**
 * Goes on through whatever is wrong with the files, until it is interrupted.
 * @throws {UserError} where there is nothing to test and no file that could be mended
 */
export async function watchTests(
  patterns: readonly string[],
  options: TestOptions,
  streams: Streams,
  cwd: string,
): Promise<number> {
  const say = (text: string): void => {
    if (!options.quiet) streams.stderr.write(text);
  };
  const names = (paths: readonly string[]): string => paths.map((path) => shownPath(path, cwd)).join(', ');
  let last: TestSet | null = null;
  /** Cases that failed when they ran last, by file and name. */
  const failing = new Set<string>();
  /** @returns the files to watch; null where nothing new is known of them */
  const turn = async (changed: readonly string[] | null): Promise<string[] | null> => {
    try {
      const tests = await readTests(patterns, options, streams, cwd);
      if (changed === null || last === null) failing.clear();
      const isTouched = changed === null || last === null ? undefined : touched(changed, last, tests);
      last = tests;
      const view = await openTestView(options, streams, cwd, tests.mask);
      const report = await runTests(tests, options, streams, cwd, {
        ...(isTouched ? { isWanted: isTouched } : {}),
        onFile: (result) => {
          if (result.cases.length > 0) view.onFile(result);
        },
      });
      view.end(report);
      const ran = report.suite.files.flatMap((file) => file.cases);
      for (const each of ran) note(failing, each);
      const before = failing.size - report.summary.failed;
      if (before > 0)
        say(`${countOf(before, 'case')} that failed before ${before === 1 ? 'was' : 'were'} not touched\n`);
      return tests.watched;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (changed === null && error.file === undefined) throw error;
      // What was good before the mistake is no measure of what its correction touches.
      last = null;
      printError(error, streams, false, options.color);
      return changed === null && error.file !== undefined ? [error.file] : null;
    }
  };
  const first = (await turn(null)) ?? [];
  if (streams.interrupt.aborted) return exitCodes.interrupted;
  const watch = await watchFiles(
    first,
    async (changed, watching) => {
      say(`\nsaved ${names(changed)}\n`);
      const watched = await turn(changed);
      if (watched) await watching.update(watched);
    },
    streams.interrupt,
  );
  say(`watching ${first.length > 4 ? `${first.length} files` : names(first)}; Ctrl-C ends it\n`);
  await watch.ended;
  return exitCodes.interrupted;
}

function note(failing: Set<string>, { source, case: { name }, state }: CaseResult): void {
  const key = JSON.stringify([source.path, name]);
  if (state === 'failed') failing.add(key);
  else failing.delete(key);
}

/** Whether a case can have another result since these files changed. */
function touched(
  changed: readonly string[],
  before: TestSet,
  now: TestSet,
): (testCase: TestCase, file: TestFile) => boolean {
  const saved = new Set(changed);
  const { configFile } = now.workspace;
  if (configFile !== before.workspace.configFile || (configFile !== undefined && saved.has(configFile))) {
    return () => true;
  }
  const earlier = entryTexts(before.registry);
  const current = entryTexts(now.registry);
  const known = new Set(before.files.map(({ source }) => source.path));
  return ({ connector }, { source, usedFiles }) =>
    !known.has(source.path) ||
    saved.has(source.path) ||
    usedFiles.some((path) => saved.has(path)) ||
    earlier.get(connector.value) !== current.get(connector.value);
}

/** By permalink, what the registry holds of it. */
function entryTexts({ connectors, composites, file }: Registry): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { permalink, span } of [...connectors, ...composites]) {
    texts.set(permalink, `${texts.get(permalink) ?? ''}\n${file.text.slice(span.start, span.end)}`);
  }
  return texts;
}
