/** What all prompts do: keys change a state, Ink draws it as one frame, and at the end a rest of it stays behind. */
import type { ColorSupport } from '../palette.js';
import { createPen, type Pen } from '../pen.js';
import { TerminalFrame } from '../terminal-frame.js';
import type { Mask } from '../text.js';
import { writeLines } from '../view.js';
import { type Key, type KeyboardStream, readKeys } from './keys.js';

export interface PromptStreams {
  stdin: KeyboardStream;
  /** A terminal. */
  stdout: NodeJS.WriteStream;
  color: ColorSupport;
  /** False for terminals that show ASCII alone. Default true. */
  unicode?: boolean;
  mask?: Mask;
  env?: NodeJS.ProcessEnv;
  /** Cancels as Ctrl-C does. */
  signal?: AbortSignal;
}

/** What stands on the terminal for a state. */
export interface Picture {
  readonly lines: readonly string[];
  readonly cursor?: { readonly x: number; readonly y: number };
}

export type Next<State, Result> =
  | { readonly state: State }
  /** Null: cancelled. */
  | { readonly result: Result | null; readonly state: State };

export interface Prompt<State, Result> {
  readonly start: State;
  /** @param height lines that are shown at a time, at least 1 */
  next(state: State, key: Key, height: number): Next<State, Result>;
  draw(state: State, pen: Pen, height: number): Picture;
  /** What stays on the terminal when it is over. */
  rest(state: State, result: Result | null, pen: Pen): readonly string[];
}

/** Milliseconds between two frames; keys that come faster are drawn together. */
const frameInterval_ms = 16;
const bracketedPaste = { on: '\u001b[?2004h', off: '\u001b[?2004l' };

/** @returns null where it was cancelled */
export async function interact<State, Result>(
  prompt: Prompt<State, Result>,
  streams: PromptStreams,
): Promise<Result | null> {
  const { mountFrame } = await import('../frame.js');
  const { stdin, stdout, color, unicode = true, mask = (text) => text, env = process.env } = streams;
  const frame = new TerminalFrame(stdout, mountFrame, env);
  const pen = (): Pen => createPen({ width: frame.columns, color, unicode, mask });
  let { start: state } = prompt;
  let timer: NodeJS.Timeout | undefined;
  let drawn_ms = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { lines, cursor } = prompt.draw(state, pen(), frame.height);
    frame.draw(lines, cursor);
    drawn_ms = performance.now();
  };
  const drawSoon = (): void => {
    const wait_ms = frameInterval_ms - (performance.now() - drawn_ms);
    timer ??= setTimeout(draw, Math.max(wait_ms, 0));
  };
  const result = await new Promise<Result | null>((ended) => {
    let isOver = false;
    const finish = (last: Result | null): void => {
      isOver = true;
      stopReading();
      stdout.off('resize', resized);
      streams.signal?.removeEventListener('abort', cancel);
      clearTimeout(timer);
      ended(last);
    };
    const cancel = (): void => finish(null);
    const resized = (): void => {
      frame.eraseIfBroken();
      drawSoon();
    };
    const pressed = (keys: readonly Key[]): void => {
      if (isOver) return;
      for (const key of keys) {
        const next = key.name === 'cancel' ? { state, result: null } : prompt.next(state, key, frame.height);
        state = next.state;
        if (!('result' in next)) continue;
        finish(next.result);
        return;
      }
      drawSoon();
    };
    const stopReading = readKeys(stdin, pressed);
    stdout.on('resize', resized);
    stdout.write(bracketedPaste.on);
    draw();
    if (streams.signal?.aborted) cancel();
    else streams.signal?.addEventListener('abort', cancel);
  });
  stdout.write(bracketedPaste.off);
  frame.erase();
  const rest = prompt.rest(state, result, pen());
  if (rest.length > 0) await writeLines(stdout, rest);
  return result;
}

/** Keys and what they do, in a faint line that leaves out at its end what does not fit. */
export function keyHints(hints: readonly string[], { width, palette, glyphs }: Pen): string {
  const separator = ` ${glyphs.separator} `;
  let line = '';
  for (const hint of hints) {
    const longer = line === '' ? hint : line + separator + hint;
    if (longer.length > width - 2) break;
    line = longer;
  }
  return `  ${palette.muted(line)}`;
}
