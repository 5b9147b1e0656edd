/** A terminal in memory: takes keys, and shows what a window would after the sequences that Ink writes. */
import { PassThrough, Writable } from 'node:stream';

type Waiter = { readonly shown: (screen: string) => boolean; readonly done: (screen: string) => void };

export class FakeTerminal {
  readonly stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    isRaw: false,
    setRawMode(mode: boolean) {
      this.isRaw = mode;
      return this;
    },
    ref() {},
    unref() {},
  });
  readonly stdout: NodeJS.WriteStream;
  /** All that was written. */
  written = '';
  private rows: string[][] = [[]];
  private x = 0;
  private y = 0;
  private waiters: Waiter[] = [];

  constructor(
    readonly columns: number,
    readonly height = 24,
  ) {
    const write = (chunk: Buffer, _encoding: unknown, done: () => void) => {
      this.take(chunk.toString('utf8'));
      done();
    };
    const stream = new Writable({ write, decodeStrings: true });
    this.stdout = Object.assign(stream, {
      isTTY: true,
      columns,
      rows: height,
    }) as unknown as NodeJS.WriteStream;
  }

  get screen(): string {
    return this.rows
      .map((row) => row.join('').trimEnd())
      .join('\n')
      .trimEnd();
  }

  /** Row and column of the cursor, counted from 0. */
  get cursor(): readonly [number, number] {
    return [this.y, this.x];
  }

  press(...keys: string[]): void {
    for (const key of keys) this.stdin.write(key);
  }

  paste(text: string): void {
    this.press(`\u001b[200~${text}\u001b[201~`);
  }

  /** Presses keys and waits until the screen shows a text. */
  async pressUntil(keys: string, text: string): Promise<string> {
    const until = this.until((screen) => screen.includes(text));
    this.press(keys);
    return until;
  }

  until(shown: (screen: string) => boolean): Promise<string> {
    return new Promise((done) => {
      this.waiters.push({ shown, done });
      this.settle();
    });
  }

  private settle(): void {
    const { screen } = this;
    this.waiters = this.waiters.filter(({ shown, done }) => {
      if (!shown(screen)) return true;
      done(screen);
      return false;
    });
  }

  private take(text: string): void {
    this.written += text;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys
    for (const [part, parameters, command] of text.matchAll(/\u001b\[([?\d;]*)([A-Za-z])|[\s\S]/gu)) {
      if (command !== undefined) this.obey(command, Number(parameters || '1'));
      else if (part === '\n') this.move(0, this.y + 1);
      else if (part === '\r') this.move(0, this.y);
      else this.put(part);
    }
    this.settle();
  }

  private obey(command: string, count: number): void {
    if (command === 'A') this.move(this.x, Math.max(this.y - count, 0));
    if (command === 'B') this.move(this.x, this.y + count);
    if (command === 'G') this.move(count - 1, this.y);
    if (command === 'K') this.rows[this.y] = [];
  }

  private move(x: number, y: number): void {
    this.x = x;
    this.y = y;
    while (this.rows.length <= y) this.rows.push([]);
  }

  private put(character: string): void {
    const row = this.rows[this.y] ?? [];
    while (row.length < this.x) row.push(' ');
    row[this.x] = character;
    this.x += 1;
    const isWide = /[\u3000-\u9fff\uff00-\uff60]|\p{Emoji_Presentation}/u.test(character);
    if (!isWide) return;
    row[this.x] = '';
    this.x += 1;
  }
}

export const keys = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  pageDown: '\u001b[6~',
  backspace: '\u007f',
  control: (letter: string) => String.fromCharCode(letter.charCodeAt(0) & 31),
} as const;
