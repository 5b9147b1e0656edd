/** The frame that Ink keeps redrawing while a run goes on. Loading this module loads Ink and React. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { Box, render, Text } from 'ink';

export interface Frame {
  draw(lines: readonly string[]): void;
  /** Lets go of the terminal and leaves what is on it to the caller. */
  release(): void;
}

/** `write` takes what Ink sends; `columns` is asked anew for each frame. */
export function mountFrame(write: (text: string) => void, columns: () => number): Frame {
  const screen = new Screen(write, columns);
  const options = {
    stdout: screen as unknown as NodeJS.WriteStream,
    stderr: screen as unknown as NodeJS.WriteStream,
    // Not the terminal's input: that stays in its usual mode, and Ctrl-C stays a signal.
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    exitOnCtrlC: false,
    patchConsole: false,
  };
  const ink = render(<Lines lines={[]} />, options);
  return {
    draw: (lines) => ink.rerender(<Lines lines={lines} />),
    release: () => {
      screen.released = true;
      ink.unmount();
      ink.cleanup();
    },
  };
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <Box flexDirection="column">
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is what it stands for
        <Text key={row} wrap="truncate-end">
          {line === '' ? ' ' : line}
        </Text>
      ))}
    </Box>
  );
}

const showCursor = '\u001b[?25h';

/**
 * The terminal as Ink sees it: without a bottom, since Ink clears screen and scrollback as soon as a frame reaches it,
 * and without resize events, since the live view decides itself what a resize means.
 */
class Screen extends EventEmitter {
  readonly isTTY = true;
  readonly rows = Number.MAX_SAFE_INTEGER;
  released = false;
  private readonly send: (text: string) => void;
  private readonly width: () => number;

  constructor(send: (text: string) => void, width: () => number) {
    super();
    this.send = send;
    this.width = width;
  }

  get columns(): number {
    return this.width();
  }

  write(text: string, done?: () => void): boolean {
    if (!this.released || text === showCursor) this.send(text);
    done?.();
    return true;
  }
}
