/**
 * A run on a terminal as it happens. While it goes on, Ink redraws one frame that is always lower than the window; at the
 * end exactly that frame is erased and the finished report is printed once, so that what stood on the terminal before
 * stays, and what is left behind is whole.
 */
import type { RunEvent } from '../platform/events.js';
import { liveLines } from './live-lines.js';
import { emptyModel, type RunModel, reduce } from './model.js';
import type { ColorSupport } from './palette.js';
import { runReport } from './report.js';
import { TerminalFrame } from './terminal-frame.js';
import type { Mask } from './text.js';
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
  private readonly frame: TerminalFrame;
  private timer: NodeJS.Timeout | undefined;
  /** The clock's reading when the run began. */
  private origin_ms = 0;
  private readonly options: LiveViewOptions;
  private readonly mountFrame: MountFrame;

  constructor(options: LiveViewOptions, mountFrame: MountFrame) {
    this.options = options;
    this.mountFrame = mountFrame;
    this.frame = new TerminalFrame(options.stdout, mountFrame, options.env ?? process.env);
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
    this.frame.erase();
    const { verbose = false } = this.options;
    return writeLines(
      this.options.stdout,
      runReport(this.model, { ...this.style, verbose, answer: answerBound }),
    );
  }

  private get style() {
    const { mask, color, unicode = true } = this.options;
    return { width: this.frame.columns, mask, color, unicode };
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
    this.frame.draw(liveLines(this.model, this.frame.height, { ...this.style, now_ms }));
  }

  private readonly resized = (): void => {
    this.frame.eraseIfBroken();
  };
}
