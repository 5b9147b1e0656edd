/** What differs between two texts, line by line, with a little of what stands around it. */
import { diffArrays } from 'diff';
import { createPalette } from '../palette.js';
import type { ViewStyle } from '../pen.js';

const context = 2;

/** Empty where nothing differs. */
export function changedLines(
  before: readonly string[],
  after: readonly string[],
  style: Pick<ViewStyle, 'color'>,
): string[] {
  const palette = createPalette(style.color);
  const parts = diffArrays([...before], [...after]);
  if (!parts.some(({ added, removed }) => added || removed)) return [];
  return parts.flatMap(({ added, removed, value }, index) => {
    if (added) return value.map((line) => palette.good(`+ ${line}`));
    if (removed) return value.map((line) => palette.bad(`- ${line}`));
    const same = value.map((line) => `  ${line}`.trimEnd());
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const kept = (isFirst ? 0 : context) + (isLast ? 0 : context);
    if (same.length <= kept) return same;
    const head = isFirst ? [] : same.slice(0, context);
    const tail = isLast ? [] : same.slice(-context);
    return isFirst || isLast ? [...head, ...tail] : [...head, palette.muted('  ...'), ...tail];
  });
}
