/** Bytes of a body as what they are: text, JSON or neither. */

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, or null where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** How much of a text is shown. Null: all of it. */
export type Bound = { lines: number; characters: number } | null;

/** The first lines within the bound, and whether anything is missing. */
export function headOf(lines: readonly string[], bound: Bound): { lines: string[]; cut: boolean } {
  if (bound === null) return { lines: [...lines], cut: false };
  const shown: string[] = [];
  let room = bound.characters;
  for (const line of lines) {
    if (shown.length === bound.lines || room <= 0) return { lines: shown, cut: true };
    if (line.length > room) {
      shown.push(`${line.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…`);
      return { lines: shown, cut: true };
    }
    shown.push(line);
    room -= line.length + 1;
  }
  return { lines: shown, cut: false };
}
