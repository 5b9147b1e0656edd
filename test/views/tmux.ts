/** A real terminal for tests: tmux on a socket of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

export class Tmux {
  private readonly socket = `connector-cli-test-${process.pid}-${Math.random().toString(36).slice(2)}`;

  /** A window with a shell that has no settings of its own. */
  constructor(columns: number, rows: number) {
    const size = ['-x', String(columns), '-y', String(rows)];
    this.tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'test', ...size, 'env -u CI PS1="$ " sh');
    this.tmux('set-option', '-g', 'history-limit', '5000');
  }

  type(command: string): void {
    this.tmux('send-keys', '-t', 'test', '-l', command);
    this.keys('Enter');
  }

  keys(...names: string[]): void {
    this.tmux('send-keys', '-t', 'test', ...names);
  }

  resize(columns: number, rows: number): void {
    this.tmux('resize-window', '-t', 'test', '-x', String(columns), '-y', String(rows));
  }

  /** Scrollback and window, lines that the terminal wrapped joined again. */
  text(): string {
    return this.tmux('capture-pane', '-p', '-J', '-S', '-', '-t', 'test');
  }

  cursorShown(): boolean {
    return this.tmux('display-message', '-p', '-t', 'test', '#{cursor_flag}').trim() === '1';
  }

  /** Waits until the terminal shows what is asked for. */
  async until(shown: (text: string) => boolean): Promise<string> {
    const deadline = Date.now() + 25_000;
    for (;;) {
      const text = this.text();
      if (shown(text)) return text;
      if (Date.now() > deadline) throw new Error(`the terminal never showed it:\n${text}`);
      await sleep(30);
    }
  }

  close(): void {
    this.tmux('kill-server');
  }

  private tmux(...args: string[]): string {
    return execFileSync('tmux', ['-L', this.socket, ...args], { encoding: 'utf8' });
  }
}
