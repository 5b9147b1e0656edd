/** `run <permalink>`: runs a connector, shows it, and says by the exit code how it ended. */

import { systemClock } from '../platform/clock.js';
import { responseBodyLimit_bytes } from '../platform/limits.js';
import type { RunResult } from '../platform/result.js';
import { createRunner } from '../platform/runner.js';
import { createUndiciTransport } from '../platform/transport/undici.js';
import { warmUp } from '../platform/warm-up.js';
import type { Composite } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import type { RunView } from '../views/view.js';
import { exitCodes } from './exit-codes.js';
import { findConnector } from './find-connector.js';
import type { CallOptions, GlobalOptions } from './options.js';
import { openSession, type Session } from './session.js';
import { type Streams, showsColor } from './streams.js';

export type RunCommandOptions = GlobalOptions & CallOptions & { timeout?: number };

/** @throws {UserError} where nothing could be run */
export async function runCommand(
  permalink: string,
  options: RunCommandOptions,
  streams: Streams,
): Promise<number> {
  const session = await openSession(options, streams);
  const composite = compositeOf(session, permalink, options);
  warnOfWorkspace(session, options, streams);
  const mask = options.showSecrets ? (text: string) => text : (text: string) => session.mask.mask(text);
  const transport = createUndiciTransport({
    allowPrivateNetwork: session.settings.allowPrivateNetwork,
    certificateAuthorities: session.certificateAuthorities,
    proxy: session.workspace.http.proxy,
    responseBodyLimit_bytes,
  });
  try {
    const runner = createRunner({
      registry: session.registry,
      settings: session.settings,
      transport,
      secrets: session.mask,
      clock: systemClock(options.now),
    });
    // Everything is loaded and compiled before the clock starts: what a step shows is its own.
    const [view] = await Promise.all([chooseView(options, streams, mask), warmUp()]);
    let begun = false;
    let result: RunResult;
    try {
      result = await runner.runComposite(composite, {
        call: session.call,
        signal: streams.interrupt,
        listener: (event) => {
          begun = true;
          view?.onEvent(event);
        },
      });
    } finally {
      // What was refused before it began leaves no picture.
      if (begun) await view?.finish();
    }
    if (!options.json && !options.quiet) await printWarnings(result, options, streams, mask);
    if (options.json) {
      const { runJson } = await import('../views/json.js');
      streams.stdout.write(`${runJson(result, mask)}\n`);
    }
    if (result.interrupted) return exitCodes.interrupted;
    return result.ok ? exitCodes.ok : exitCodes.failed;
  } finally {
    await transport.close();
  }
}

function compositeOf(session: Session, permalink: string, options: RunCommandOptions): Composite {
  const connector = findConnector(session.registry, permalink, options);
  if (connector.kind === 'simple') {
    throw new UserError({
      code: 'simple-not-supported',
      message: `'${permalink}' is a simple connector; only composites can be run yet.`,
      file: session.registry.file.path,
      line: session.registry.file.positionAt(connector.span.start).line,
    });
  }
  if (options.pathParam) {
    throw new UserError({
      code: 'path-params-on-composite',
      message:
        'A composite takes no path parameters; the widget SDK throws a ConnectorBoundaryError for them.',
      hint: 'Send the value as a query parameter (--query) or in the payload.',
    });
  }
  return connector;
}

/** A live picture on a terminal, text elsewhere, nothing but the document with `--json`. */
async function chooseView(
  options: RunCommandOptions,
  streams: Streams,
  mask: (text: string) => string,
): Promise<RunView | null> {
  if (options.json) return null;
  const { stdout, env } = streams;
  const color = showsColor(stdout, env, options.color);
  const verbose = options.verbose ?? false;
  if (stdout.isTTY) {
    const { canDrawLive, startLiveView } = await import('../views/live.js');
    if (canDrawLive(stdout, env)) return startLiveView({ stdout, mask, color, verbose, env });
  }
  const { plainWidth, startPlainView } = await import('../views/plain.js');
  const columns = stdout.isTTY ? stdout.columns : plainWidth(env.COLUMNS);
  return startPlainView({ stdout, mask, color, verbose, columns });
}

/** Below the report: on a terminal that is where eyes are when the run is over. */
async function printWarnings(
  result: RunResult,
  options: RunCommandOptions,
  { stderr, env }: Streams,
  mask: (text: string) => string,
): Promise<void> {
  if (result.warnings.length === 0) return;
  const { plainWidth } = await import('../views/plain.js');
  const { warningReport } = await import('../views/report.js');
  const width = stderr.isTTY ? stderr.columns : plainWidth(env.COLUMNS);
  const color = showsColor(stderr, env, options.color);
  stderr.write(`${['', ...warningReport(result.warnings, { width, color, mask })].join('\n')}\n`);
}

function warnOfWorkspace(session: Session, options: RunCommandOptions, streams: Streams): void {
  if (options.quiet) return;
  for (const { message, hint } of session.workspace.warnings) {
    streams.stderr.write(`warning: ${message} ${hint}\n`);
  }
}
