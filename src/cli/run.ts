/** `run <permalink>`: runs a connector, shows it, and says by the exit code how it ended. */

import { resolve } from 'node:path';
import type { RunResult } from '../platform/result.js';
import { createRunner, type Runner, type RunOptions } from '../platform/runner.js';
import { version } from '../platform/version.js';
import { warmUp } from '../platform/warm-up.js';
import { widgetCall } from '../platform/widget-call.js';
import type { Composite, SimpleConnector } from '../registry/index.js';
import { checkWritable } from '../text/write-file.js';
import { refuseContradictions } from './check-call.js';
import { exitCodes } from './exit-codes.js';
import { findConnector } from './find-connector.js';
import { saveLastRun } from './last-run.js';
import { rememberUse } from './last-used.js';
import { openNetwork, refuseWithRecording } from './open-network.js';
import type { CallOptions, GlobalOptions } from './options.js';
import { calledWith, type NetworkOptions, type RunNetwork } from './run-network.js';
import { chooseView, printWarnings } from './run-view.js';
import { openSession, warnOfWorkspace } from './session.js';
import { stepAlone } from './step-alone.js';
import type { Streams } from './streams.js';
import { writeAnswer } from './write-answer.js';
import { checkReportPaths, writeReports } from './write-reports.js';

export type RunCommandOptions = GlobalOptions &
  CallOptions &
  NetworkOptions & {
    timeout?: number;
    stepsFrom?: string;
  };

/** @throws {UserError} where nothing could be run */
export async function runCommand(
  permalink: string,
  options: RunCommandOptions,
  streams: Streams,
): Promise<number> {
  refuseWithRecording(options);
  const session = await openSession(options, streams);
  const connector = findConnector(session.registry, permalink, options);
  refuseContradictions(connector, options);
  const { alone, warnings: aloneWarnings } = await stepAlone(session, connector, options, streams);
  // A wrong path is found before anything is sent.
  const { cwd } = streams;
  if (options.out !== undefined) await checkWritable(resolve(cwd, options.out), '--out file');
  await checkReportPaths(options, { cwd });
  warnOfWorkspace(session, options, streams);

  const mask = options.showSecrets ? (text: string) => text : (text: string) => session.mask.mask(text);
  const network = await openNetwork(session, connector, options, streams);
  try {
    const runner = createRunner({
      registry: session.registry,
      settings: network.settings,
      transport: network.transport,
      secrets: session.mask,
      clock: network.clock,
    });
    const { call, warnings } = widgetCall(connector, calledWith(session, options));
    // The configuration's payload is there for every connector; only one that was asked for is missed.
    const known = [...aloneWarnings, ...(options.payload === undefined ? [] : warnings)];
    const runOptions: RunOptions = {
      call,
      warnings: known,
      signal: streams.interrupt,
      ...(alone ? { alone } : {}),
    };
    const results = await runTimes(runner, network, connector, runOptions, options, streams, mask);
    const last = results.at(-1);
    if (!last) throw new Error('nothing was run');
    await writeFiles(results, options, streams, mask);
    const isAsRecorded = await network.finish(last);
    // What a recording answers is not what upstreams answered last.
    if (!network.isReplay) {
      const registryPath = session.registry.file.path;
      await saveLastRun(last, { registryPath, mask: (text) => session.mask.mask(text) }, streams);
    }
    await rememberUse(connector, session.registry.file.path, streams);
    if (options.json) {
      const { runJson } = await import('../views/json.js');
      streams.stdout.write(`${runJson(last, mask, results.length > 1 ? results : undefined)}\n`);
    }
    if (last.interrupted) return exitCodes.interrupted;
    return isAsRecorded && results.every((result) => result.ok) ? exitCodes.ok : exitCodes.failed;
  } finally {
    await network.transport.close();
  }
}

/** As often as `--repeat` says, on one runner: connections, tokens and the HTTP cache are kept from run to run. */
async function runTimes(
  runner: Runner,
  network: RunNetwork,
  connector: SimpleConnector | Composite,
  runOptions: RunOptions,
  options: RunCommandOptions,
  streams: Streams,
  mask: (text: string) => string,
): Promise<RunResult[]> {
  const times = options.repeat ?? 1;
  const results: RunResult[] = [];
  for (let run = 1; run <= times; run += 1) {
    // Everything is loaded and compiled before the clock starts: what a step shows is its own.
    const [view] = await Promise.all([chooseView(options, streams, mask), run === 1 ? warmUp() : null]);
    if (view && times > 1) streams.stdout.write(`${run === 1 ? '' : '\n'}Run ${run} of ${times}\n`);
    network.begin();
    let begun = false;
    try {
      const result = await runner.run(connector, {
        ...runOptions,
        listener: (event) => {
          begun = true;
          view?.onEvent(event);
        },
      });
      results.push(result);
    } finally {
      // What was refused before it began leaves no picture.
      if (begun) await view?.finish();
    }
    const result = results.at(-1);
    if (!options.json && !options.quiet && result) {
      await printWarnings(result.warnings, options, streams, mask);
    }
    if (result?.interrupted) break;
  }
  return results;
}

/** What was asked for in files. */
async function writeFiles(
  results: readonly RunResult[],
  options: RunCommandOptions,
  { cwd, stderr }: Streams,
  mask: (text: string) => string,
): Promise<void> {
  const say = (text: string) => {
    if (!options.quiet) stderr.write(`${text}\n`);
  };
  const last = results.at(-1);
  if (options.out !== undefined && last) {
    const wasMasked = await writeAnswer(resolve(cwd, options.out), last.body, mask);
    const masked = wasMasked ? '; the secrets in it are masked (--show-secrets keeps them)' : '';
    say(`wrote the answer to ${options.out}${masked}`);
  }
  await writeReports(results, options, { cwd, mask, version });
  for (const path of [options.har, options.html]) if (path !== undefined) say(`wrote ${path}`);
}
