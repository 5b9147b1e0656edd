import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canDrawLive } from '../../src/views/terminal-frame.js';
import { hasTmux, Tmux } from './tmux.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const before = Array.from({ length: 12 }, (_, index) => `stood here before ${index + 1}`);

describe('canDrawLive', () => {
  it('asks for a terminal that can move its cursor, and a person in front of it', () => {
    expect(canDrawLive({ isTTY: true }, { TERM: 'xterm' })).toBe(true);
    expect(canDrawLive({}, { TERM: 'xterm' })).toBe(false);
    expect(canDrawLive({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(canDrawLive({ isTTY: true }, { TERM: 'xterm', CI: 'true' })).toBe(false);
  });
});

describe.skipIf(!hasTmux)('the live view in a terminal', () => {
  let directory: string;
  let terminal: Tmux | undefined;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'connector-cli-live-'));
    await build({
      cwd: root,
      input: { main: 'test/views/harness.ts' },
      platform: 'node',
      external: ['react-devtools-core'],
      output: {
        dir: directory,
        format: 'esm',
        entryFileNames: '[name].mjs',
        chunkFileNames: '[name]-[hash].mjs',
      },
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  afterEach(() => {
    terminal?.close();
    terminal = undefined;
  });

  function start(run: string, speed: number, columns: number, rows: number): Tmux {
    terminal = new Tmux(columns, rows);
    // The words are put together by the shell, so that the command line itself does not hold them.
    const lines = 'for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "stood here" "before $i"; done';
    const program = `node ${join(directory, 'main.mjs')} ${run} ${speed}`;
    terminal.type(`clear; ${lines}; ${program}; echo "exit" "code $?"`);
    return terminal;
  }

  const finished = (text: string) => /exit code \d+/.test(text);

  /** What stood before stands once and in order, and every step has exactly one row. */
  function expectWhole(text: string, steps: number): void {
    const lines = text.split('\n').map((line) => line.trimEnd());
    const first = lines.indexOf('stood here before 1');
    expect(lines.slice(first, first + 12)).toEqual(before);
    expect(lines.filter((line) => line.startsWith('stood here'))).toHaveLength(12);
    const rows = lines.flatMap((line) => /^[✓✗○] (page-\d+) /.exec(line)?.[1] ?? []);
    expect(rows.slice(-steps)).toEqual(Array.from({ length: steps }, (_, index) => `page-${index + 1}`));
    expect(lines.filter((line) => line.includes('request 3f2b8c1e'))).toHaveLength(1);
  }

  it.each([
    [60, 20],
    [100, 30],
    [200, 50],
  ])('leaves the finished picture behind at %i x %i', async (columns, rows) => {
    const window = start('fiftySteps', 2, columns, rows);
    await window.until((text) => text.includes('still to come') || finished(text));
    const text = await window.until(finished);
    expectWhole(text, 50);
    expect(text).not.toContain('still to come');
    expect(text.match(/^nightly-sync/gm)).toHaveLength(1);
    expect(text).toContain('exit code 0');
    expect(window.cursorShown()).toBe(true);
  });

  it.each([
    ['narrower', 52, 20],
    ['wider', 120, 20],
    ['lower', 80, 6],
    ['smaller', 40, 8],
  ])('keeps what stood before when the window gets %s', async (_, columns, rows) => {
    const window = start('fiftySteps', 1, 80, 20);
    await window.until((text) => text.includes('still to come'));
    window.resize(columns, rows);
    expectWhole(await window.until(finished), 50);
  });

  it('leaves no rest of a frame that still fits when the window gets narrower', async () => {
    const window = start('contactOrders', 0.1, 100, 40);
    await window.until((text) => /^[^✓] orders/m.test(text));
    window.resize(70, 40);
    const text = await window.until(finished);
    expect(text.match(/^contact-orders/gm)).toHaveLength(1);
    expect(text.match(/^✓ contact /gm)).toHaveLength(1);
    expect(text.match(/stood here before/g)).toHaveLength(12);
  });

  it('lives in a window of two rows', async () => {
    expectWhole(await start('fiftySteps', 4, 60, 2).until(finished), 50);
  });

  it('keeps the waterfall so far when it is interrupted', async () => {
    const window = start('fiftySteps', 0.5, 100, 30);
    await window.until((text) => /✓ page-3 /.test(text));
    window.keys('C-c');
    const text = await window.until(finished);
    expectWhole(text, 50);
    expect(text).toMatch(/^✓ page-3 /m);
    expect(text).toMatch(/^○ page-50 .*not run/m);
    expect(text).toContain('Interrupted  nightly-sync');
    expect(text).toContain('exit code 130');
    expect(window.cursorShown()).toBe(true);
  });
});
