/** A change of a file as a unified diff, which `patch` and `git apply` take. */
import { createTwoFilesPatch } from 'diff';
import { createPalette } from './palette.js';
import type { ViewStyle } from './pen.js';
import { neutralise } from './text.js';

/**
 * @param path as the diff names the file
 * @param isTerminal what a terminal would obey is spelled out; elsewhere the text stays fit for other programs
 */
export function patch(
  path: string,
  before: string,
  after: string,
  { color, mask }: Pick<ViewStyle, 'color' | 'mask'>,
  isTerminal: boolean,
): string {
  const text = mask(
    createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 }),
  ).replace(/^=+\n/, '');
  if (!isTerminal && !color) return text;
  const palette = createPalette(color);
  const paints = new Map([
    ['+', palette.good],
    ['-', palette.bad],
    ['@', palette.muted],
  ]);
  const shown = (line: string): string => {
    const safe = isTerminal ? neutralise(line.replace(/\r$/, '').replaceAll('\t', '  ')) : line;
    return paints.get(safe[0] ?? '')?.(safe) ?? safe;
  };
  return text.split('\n').map(shown).join('\n');
}
