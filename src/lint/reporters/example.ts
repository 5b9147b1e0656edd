/** An example with what the linter says below the lines that it speaks of. */
import { displayWidth, wrapWords } from '../../views/text.js';
import type { ExampleMark } from '../explanation.js';

export interface ExampleLine {
  text: string;
  /** `source` is the example's own, `mark` what stands below it. */
  kind: 'source' | 'mark';
}

export function markedLines(text: string, marks: readonly ExampleMark[], width: number): ExampleLine[] {
  return text.split('\n').flatMap((line, index): ExampleLine[] => [
    { text: line, kind: 'source' },
    ...marks
      .filter((mark) => mark.line === index + 1)
      .flatMap((mark) => markLines(line, mark, width))
      .map((each) => ({ text: each, kind: 'mark' as const })),
  ]);
}

function markLines(line: string, mark: ExampleMark, width: number): string[] {
  const characters = [...line];
  const end = mark.end_line === mark.line ? mark.end_column : characters.length + 1;
  const indent = displayWidth(characters.slice(0, mark.column - 1).join(''));
  const carets = Math.max(displayWidth(characters.slice(mark.column - 1, end - 1).join('')), 1);
  const head = `${' '.repeat(indent)}${'^'.repeat(carets)}`;
  if (indent + carets + 1 + displayWidth(mark.message) <= width) return [`${head} ${mark.message}`];
  const message = wrapWords(mark.message, Math.max(width, 20));
  const room = Math.max(width - Math.max(...message.map(displayWidth)), 0);
  return [head, ...message.map((each) => ' '.repeat(Math.min(indent, room)) + each)];
}
