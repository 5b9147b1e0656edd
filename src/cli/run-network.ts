/** What answers a run, and what `--record` and `--replay` share. */
import { resolve } from 'node:path';
import type { Clock } from '../platform/clock.js';
import type { RunResult } from '../platform/result.js';
import type { Call, PlatformSettings } from '../platform/settings.js';
import type { Transport } from '../platform/transport/transport.js';
import type { GlobalOptions } from './options.js';
import type { Session } from './session.js';
import type { Streams } from './streams.js';

/** The flags that choose what answers, or that a recording has to do with. */
export interface NetworkOptions extends Pick<GlobalOptions, 'quiet' | 'color'> {
  record?: string;
  replay?: string;
  /** Unix seconds. */
  now?: number;
  /** The method that the caller uses; the connector's own where absent. */
  method?: string;
  watch?: boolean;
  repeat?: number;
  step?: string;
  out?: string;
  har?: string;
  html?: string;
}

export interface RunNetwork {
  transport: Transport;
  clock: Clock;
  settings: PlatformSettings;
  /** Nothing is sent, and nothing of the run is kept for later ones. */
  isReplay: boolean;
  /** Called before each run. */
  begin(): void;
  /**
   * What there is to write and to say once all runs are over.
   * @returns whether the answers were the ones that the connector asked for
   * @throws {UserError} where the recording cannot be written
   */
  finish(last: RunResult): Promise<boolean>;
}

/** The path of a recording on the command line, absolute. */
export const recordingPath = (path: string, { cwd }: Pick<Streams, 'cwd'>): string => resolve(cwd, path);

/** The caller's method belongs to the call where it was asked for. */
export const calledWith = (
  { call }: Pick<Session, 'call'>,
  { method }: Pick<NetworkOptions, 'method'>,
): Call => ({
  ...call,
  ...(method === undefined ? {} : { method: method.toUpperCase() }),
});
