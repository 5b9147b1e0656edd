/** Whether there is somebody to ask, and what happens where that person would rather not answer. */
import type { ColorSupport } from '../views/palette.js';
import type { PromptStreams } from '../views/prompts/interact.js';
import { canDrawLive } from '../views/terminal-frame.js';
import { Cancelled } from './cancelled.js';
import type { GlobalOptions } from './options.js';
import { type Streams, showsColor } from './streams.js';

/** Null where nobody can be asked: without a terminal at either end, on a dumb one, under CI, with `--json`. */
export function promptStreams(
  { json, color }: Pick<GlobalOptions, 'json' | 'color'>,
  { stdin, stdout, env, interrupt }: Streams,
): PromptStreams | null {
  if (json || stdin.isTTY !== true || !canDrawLive(stdout, env)) return null;
  // Ink draws nothing there.
  if (isSet(env.CI) || isSet(env.CONTINUOUS_INTEGRATION)) return null;
  return { stdin, stdout, env, color: colorSupport(stdout, env, color), signal: interrupt };
}

const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '0' && value !== 'false';

function colorSupport(stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv, flag: boolean): ColorSupport {
  if (!showsColor(stdout, env, flag)) return 0;
  return (stdout.getColorDepth?.(env) ?? 8) > 4 ? 2 : 1;
}

/** @throws {Cancelled} for null */
export function unlessCancelled<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new Cancelled();
  return answer;
}
