/** `doctor`: says whether this machine, configuration and network can run the connectors. */
import { type Route, resolveRoute, SecretMask } from '../config/index.js';
import { summarise } from '../diagnosis/check.js';
import { type Diagnosis, diagnose } from '../diagnosis/diagnose.js';
import { systemClock } from '../platform/clock.js';
import { diagnosisJson, diagnosisReport } from '../views/doctor.js';
import { startProgressLine } from '../views/progress-line.js';
import { exitCodes } from './exit-codes.js';
import type { GlobalOptions } from './options.js';
import { type Streams, showsColor } from './streams.js';
import { workingDirectory } from './working-directory.js';

export interface DoctorOptions extends GlobalOptions {
  env?: string;
  variable?: [string, string][];
  route?: Route[];
  timeout?: number;
  offline?: boolean;
}

const defaultTimeout_ms = 5000;

/** @throws {UserError} where `--cwd` is no directory; whatever else is wrong is what it reports */
export async function doctorCommand(options: DoctorOptions, streams: Streams): Promise<number> {
  const { stdout, stderr, env, interrupt } = streams;
  const mask = new SecretMask();
  const masked = (text: string): string => mask.mask(text);
  const color = showsColor(stderr, env, options.color);
  const progress = options.quiet ? null : startProgressLine(stderr, env, { mask: masked, color });
  const cwd = await workingDirectory(options.cwd, streams);
  const routes = await Promise.all((options.route ?? []).map((route) => resolveRoute(route, cwd)));
  let diagnosis: Diagnosis;
  try {
    diagnosis = await diagnose({
      machine: { node: process.versions.node, platform: process.platform, arch: process.arch },
      workspace: {
        cwd,
        configPath: options.config,
        registryPath: options.registry,
        environmentName: options.env,
        processEnv: env,
      },
      variables: new Map(options.variable ?? []),
      routes,
      offline: options.offline ?? false,
      timeout_ms: options.timeout ?? defaultTimeout_ms,
      clock: systemClock(),
      signal: interrupt,
      mask,
      onProgress: (done, total, waitingFor) =>
        progress?.show(`checked ${done} of ${total} hosts${waitingFor ? `, waiting for ${waitingFor}` : ''}`),
    });
  } finally {
    progress?.clear();
  }
  const { checks, interrupted } = diagnosis;
  if (options.json) stdout.write(`${diagnosisJson(checks, interrupted, masked)}\n`);
  else stdout.write(`${(await report(diagnosis, options, streams, masked)).join('\n')}\n`);
  if (interrupted) return exitCodes.interrupted;
  return summarise(checks).problems > 0 ? exitCodes.failed : exitCodes.ok;
}

async function report(
  { checks, interrupted }: Diagnosis,
  options: DoctorOptions,
  { stdout, env }: Streams,
  mask: (text: string) => string,
): Promise<string[]> {
  const { plainWidth } = await import('../views/plain.js');
  const width = (stdout.isTTY && stdout.columns) || plainWidth(env.COLUMNS);
  const color = showsColor(stdout, env, options.color);
  return diagnosisReport(checks, { width, color, mask, interrupted });
}
