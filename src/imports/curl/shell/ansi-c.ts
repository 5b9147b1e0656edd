/** `$'...'`, which browsers write. */

const letters: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['e', 27],
  ['E', 27],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);
const escapeSequence =
  /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c([^'])|([\s\S]))/y;

export interface AnsiCText {
  readonly text: string;
  /** Behind the closing quote. */
  readonly end: number;
  readonly hasForeignBytes: boolean;
}

/**
 * @param start behind the opening quote
 * @returns null where no quote closes it
 */
export function readAnsiC(source: string, start: number): AnsiCText | null {
  let text = '';
  let bytes: number[] = [];
  let hasForeignBytes = false;
  let isEnded = false;
  const flush = () => {
    if (bytes.length === 0) return;
    const decoded = utf8(bytes);
    hasForeignBytes ||= decoded === null;
    text += decoded ?? String.fromCharCode(...bytes);
    bytes = [];
  };
  const add = (piece: string) => {
    flush();
    if (!isEnded) text += piece;
  };
  for (let at = start; at < source.length; ) {
    const character = source[at] ?? '';
    if (character === "'") {
      flush();
      return { text, end: at + 1, hasForeignBytes };
    }
    escapeSequence.lastIndex = at;
    const found = character === '\\' ? escapeSequence.exec(source) : null;
    if (!found) {
      add(character);
      at += 1;
      continue;
    }
    at += found[0].length;
    const byte = byteOf(found);
    // A NUL ends the text, as in every argument of a program.
    if (byte === 0) {
      flush();
      isEnded = true;
    } else if (byte !== null && byte >= 0x80 && !isEnded) bytes.push(byte);
    else add(byte !== null ? String.fromCharCode(byte) : characterOf(found));
  }
  return null;
}

function byteOf([, octal, hex, , , control, letter]: RegExpExecArray): number | null {
  if (octal !== undefined) return Number.parseInt(octal, 8) & 0xff;
  if (hex !== undefined) return Number.parseInt(hex, 16);
  if (control !== undefined) return control === '?' ? 0x7f : control.charCodeAt(0) & 0x1f;
  return letters.get(letter ?? '') ?? null;
}

function characterOf([written, , , short, long, , letter = '']: RegExpExecArray): string {
  if (short !== undefined) return String.fromCharCode(Number.parseInt(short, 16));
  if (long !== undefined) {
    const code = Number.parseInt(long, 16);
    return code > 0x10ffff ? written : String.fromCodePoint(code);
  }
  return `\\'"?`.includes(letter) ? letter : written;
}

function utf8(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
