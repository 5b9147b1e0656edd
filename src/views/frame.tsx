/** The frame that Ink keeps redrawing while a run goes on. Loading this module loads Ink and React. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { render, Text, useCursor } from 'ink';

/** Counted from the frame's upper left corner, in cells. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  /** @param cursor where the terminal's cursor is shown; hidden where there is none */
  draw(lines: readonly string[], cursor?: Cursor): void;
  /** Lets go of the terminal and leaves what is on it to the caller. */
  release(): void;
}

/** `write` takes what goes to the terminal. */
export function mountFrame(write: (text: string) => void): Frame {
  const screen = new Screen(write);
  const options = {
    stdout: screen as unknown as NodeJS.WriteStream,
    stderr: screen as unknown as NodeJS.WriteStream,
    // Not the terminal's input: that stays in its usual mode, and Ctrl-C stays a signal.
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    exitOnCtrlC: false,
    patchConsole: false,
    // How often it is drawn the callers decide.
    maxFps: 1000,
  };
  const ink = render(<Rows tickets={[]} />, options);
  return {
    draw: (lines, cursor) => ink.rerender(<Rows tickets={screen.ticketsFor(lines)} cursor={cursor} />),
    release: () => {
      screen.released = true;
      ink.unmount();
      ink.cleanup();
    },
  };
}

function Rows({ tickets, cursor }: { tickets: readonly string[]; cursor?: Cursor | undefined }) {
  // Not a cell drawn in reverse: input methods show what is being composed at the terminal's own cursor.
  useCursor().setCursorPosition(cursor);
  return <Text>{tickets.join('\n')}</Text>;
}

const showCursor = '\u001b[?25h';

const anyTicket = /@(\d+)\.\d+/g;

/**
 * The terminal as Ink sees it: without a bottom, since Ink clears screen and scrollback as soon as a frame reaches it;
 * without resize events, since the live view decides itself what a resize means; and with a ticket for each row. Ink
 * takes coloured text apart character by character, 100 ms for a large frame, in which no answer could be timed: so a
 * row passes through it as a short ticket, new whenever the row changes, and becomes its text on the way out.
 */
class Screen extends EventEmitter {
  readonly isTTY = true;
  readonly rows = Number.MAX_SAFE_INTEGER;
  /** Wide enough for a ticket. */
  readonly columns = 80;
  released = false;
  private lines: readonly string[] = [];
  private versions: number[] = [];
  private readonly send: (text: string) => void;

  constructor(send: (text: string) => void) {
    super();
    this.send = send;
  }

  ticketsFor(lines: readonly string[]): string[] {
    this.versions = lines.map((line, row) => (this.versions[row] ?? 0) + (line === this.lines[row] ? 0 : 1));
    this.lines = lines;
    return this.versions.map((version, row) => `@${row}.${version}`);
  }

  write(text: string, done?: () => void): boolean {
    if (!this.released || text === showCursor) {
      this.send(text.replace(anyTicket, (_, row: string) => this.lines[Number(row)] ?? ''));
    }
    done?.();
    return true;
  }
}
