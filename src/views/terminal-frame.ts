/**
 * One frame on a terminal that is drawn over and over and at last erased, so that what stood there before stays. Ink
 * draws it; what a resize does to it, and how it goes away, is decided here.
 */
import type { Cursor, Frame } from './frame.js';
import { displayWidth } from './text.js';

type MountFrame = typeof import('./frame.js').mountFrame;

const defaultWindow = { columns: 80, rows: 24 };

/** Whether a frame can be redrawn there, and somebody is there to see it. */
export function canDrawLive(stdout: { isTTY?: boolean | undefined }, env: NodeJS.ProcessEnv): boolean {
  return stdout.isTTY === true && env.TERM !== 'dumb' && (env.CI === undefined || env.CI === '');
}

export class TerminalFrame {
  private frame: Frame | null = null;
  /** What stands on the terminal now. */
  private drawn: readonly string[] = [];
  /** Undefined: on the line below the frame. */
  private cursor: Cursor | undefined;
  private readonly stdout: NodeJS.WriteStream;
  private readonly mountFrame: MountFrame;
  private readonly env: NodeJS.ProcessEnv;

  constructor(stdout: NodeJS.WriteStream, mountFrame: MountFrame, env: NodeJS.ProcessEnv) {
    this.stdout = stdout;
    this.mountFrame = mountFrame;
    this.env = env;
  }

  get columns(): number {
    return this.stdout.columns || defaultWindow.columns;
  }

  /** Lines that a frame may have: one row is for the cursor, and one of grace for a window that shrinks. */
  get height(): number {
    return Math.max((this.stdout.rows || defaultWindow.rows) - 2, 1);
  }

  /** Two calls need 10 ms between them, or Ink puts the second off. */
  draw(lines: readonly string[], cursor?: Cursor): void {
    this.frame ??= this.mountFrame((text) => this.stdout.write(text));
    this.drawn = lines;
    this.cursor = cursor;
    this.frame.draw(lines, cursor);
  }

  /** A narrower window may have broken the frame's lines: it goes then, and the next frame starts afresh. */
  eraseIfBroken(): boolean {
    const isBroken = this.drawn.some((line) => displayWidth(stripStyles(line)) > this.columns);
    if (isBroken) this.erase();
    return isBroken;
  }

  erase(): void {
    this.frame?.release();
    this.frame = null;
    if (this.drawn.length === 0) return;
    const rows = this.rowsOf(this.drawn.slice(0, this.cursor?.y ?? this.drawn.length));
    const below = this.cursor === undefined ? 0 : this.rowsOf(this.drawn.slice(this.cursor.y));
    this.drawn = [];
    this.cursor = undefined;
    const down = below === 0 ? '' : `\u001b[${below}B`;
    // Never further up than the window's top: nothing in the scrollback can be reached from here. Row by row, because some
    // terminals move a screen that is cleared from its first row into the scrollback.
    this.stdout.write(`${down}\r\u001b[2K${'\u001b[1A\u001b[2K'.repeat(rows + below)}`);
  }

  /** Rows that lines take on the screen now. */
  private rowsOf(lines: readonly string[]): number {
    if (!reflows(this.env)) return lines.length;
    return lines.reduce((rows, line) => {
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
