/**
 * A run on a terminal as it happens. While it goes on, Ink redraws one frame that is always lower than the window; at the
 * end exactly that frame is erased and the finished report is printed once, so that what stood on the terminal before
 * stays, and what is left behind is whole.
 */
import type { RunEvent } from '../platform/events.js';
import type { Frame } from './frame.js';
import { liveLines } from './live-lines.js';
import { emptyModel, type RunModel, reduce } from './model.js';
import type { ColorSupport } from './palette.js';
import { runReport } from './report.js';
import { displayWidth, type Mask } from './text.js';
import { type RunView, writeLines } from './view.js';
import { warmUpEvents } from './warm-up.js';

export interface LiveViewOptions {
  /** A terminal. */
  stdout: NodeJS.WriteStream;
  mask: Mask;
  color: ColorSupport;
  unicode?: boolean;
  verbose?: boolean;
  env?: NodeJS.ProcessEnv;
}

/** Milliseconds between two frames, at least. */
const frameInterval_ms = 80;
/** Drawing takes at most one part in this many of the time: what it takes, the measured exchange waits. */
const drawingShare = 20;
const answerBound = { lines: 40, characters: 4_000 };
const defaultWindow = { columns: 80, rows: 24 };

/** Whether a live view can be drawn there; where not, the plain view tells the same. */
export function canDrawLive(stdout: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stdout.isTTY === true && env.TERM !== 'dumb' && (env.CI === undefined || env.CI === '');
}

/** Loads and warms up Ink before it resolves: start the run after that. */
export async function startLiveView(options: LiveViewOptions): Promise<RunView> {
  const { mountFrame } = await import('./frame.js');
  const view = new LiveView(options, mountFrame);
  view.warmUp();
  return { onEvent: (event) => view.onEvent(event), finish: () => view.finish() };
}

type MountFrame = typeof import('./frame.js').mountFrame;

class LiveView {
  private model: RunModel = emptyModel;
  private frame: Frame | null = null;
  /** What stands on the terminal now; the cursor is on the line below it. */
  private drawn: readonly string[] = [];
  private timer: NodeJS.Timeout | undefined;
  /** The clock's reading when the run began. */
  private origin_ms = 0;
  private readonly options: LiveViewOptions;
  private readonly mountFrame: MountFrame;

  constructor(options: LiveViewOptions, mountFrame: MountFrame) {
    this.options = options;
    this.mountFrame = mountFrame;
  }

  /** The first frames of a process are slow; they are drawn to nobody, before anything is measured. */
  warmUp(): void {
    const frame = this.mountFrame(() => {});
    let model = emptyModel;
    for (const event of warmUpEvents()) {
      model = reduce(model, event);
      frame.draw(liveLines(model, 20, { ...this.style, now_ms: 100 }));
    }
    frame.release();
  }

  onEvent(event: RunEvent): void {
    this.model = reduce(this.model, event);
    if ('at_ms' in event) this.origin_ms = performance.now() - event.at_ms;
    if (event.type !== 'run-started') return;
    this.origin_ms = performance.now();
    this.options.stdout.on('resize', this.resized);
    this.schedule(frameInterval_ms);
  }

  finish(): Promise<void> {
    clearTimeout(this.timer);
    this.options.stdout.off('resize', this.resized);
    this.erase();
    const { verbose = false } = this.options;
    return writeLines(
      this.options.stdout,
      runReport(this.model, { ...this.style, verbose, answer: answerBound }),
    );
  }

  private get columns(): number {
    return this.options.stdout.columns || defaultWindow.columns;
  }

  private get style() {
    const { mask, color, unicode = true } = this.options;
    return { width: this.columns, mask, color, unicode };
  }

  private schedule(delay_ms: number): void {
    this.timer = setTimeout(() => {
      const started_ms = performance.now();
      this.draw(started_ms - this.origin_ms);
      this.schedule(Math.max(frameInterval_ms, (performance.now() - started_ms) * drawingShare));
    }, delay_ms);
    // A run that is over must not wait for its next frame.
    this.timer.unref();
  }

  private draw(now_ms: number): void {
    if (this.model.result !== null) return;
    this.frame ??= this.mountFrame((text) => this.options.stdout.write(text));
    // One row for the cursor, and one of grace for a window that shrinks.
    const height = Math.max((this.options.stdout.rows || defaultWindow.rows) - 2, 1);
    this.drawn = liveLines(this.model, height, { ...this.style, now_ms });
    this.frame.draw(this.drawn);
  }

  /** A narrower window may have broken the frame's lines: it goes, and the next frame starts afresh. */
  private readonly resized = (): void => {
    if (this.drawn.some((line) => displayWidth(stripStyles(line)) > this.columns)) this.erase();
  };

  private erase(): void {
    this.frame?.release();
    this.frame = null;
    if (this.drawn.length === 0) return;
    const rows = this.drawnRows();
    this.drawn = [];
    // Never further up than the window's top: nothing in the scrollback can be reached from here. Row by row, because some
    // terminals move a screen that is cleared from its first row into the scrollback.
    this.options.stdout.write(`\r\u001b[2K${'\u001b[1A\u001b[2K'.repeat(rows)}`);
  }

  /** Rows that the frame takes on the screen now. */
  private drawnRows(): number {
    if (!reflows(this.options.env ?? process.env)) return this.drawn.length;
    return this.drawn.reduce((rows, line) => {
      return rows + Math.max(Math.ceil(displayWidth(stripStyles(line)) / this.columns), 1);
    }, 0);
  }
}

const stripStyles = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the palette's own sequences
  line.replace(/\u001b\[[0-9;]*m/g, '');

const reflowingPrograms = new Set([
  'iTerm.app',
  'Apple_Terminal',
  'vscode',
  'WezTerm',
  'ghostty',
  'WarpTerminal',
]);

/**
 * Whether the terminal breaks long lines anew when it is resized. Where that is not known the frame counts as unbroken:
 * a rest of it may stay, but nothing above it is ever erased.
 */
function reflows(env: NodeJS.ProcessEnv): boolean {
  return (
    ['TMUX', 'VTE_VERSION', 'KITTY_WINDOW_ID', 'WT_SESSION', 'KONSOLE_VERSION'].some((name) => env[name]) ||
    reflowingPrograms.has(env.TERM_PROGRAM ?? '') ||
    /^(?:alacritty|foot)/.test(env.TERM ?? '')
  );
}
