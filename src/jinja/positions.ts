/** From an offset in the source to the line and column that people count. */

/** `line` and `column` count from 1, the column in code points. `\n`, `\r\n` and `\r` end a line. */
export function lineAndColumn(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  let line = 1;
  let lineStart = 0;
  for (const { index, 0: lineBreak } of before.matchAll(/\r\n?|\n/g)) {
    // The offset may stand between the two halves of a line break.
    if (lineBreak === '\r' && source[index + 1] === '\n') continue;
    line += 1;
    lineStart = index + lineBreak.length;
  }
  return { line, column: [...before.slice(lineStart)].length + 1 };
}
