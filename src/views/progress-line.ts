/** One line on a terminal that says what goes on, and leaves nothing behind. */
import type { ColorSupport } from './palette.js';
import { createPen } from './pen.js';
import { type Mask, truncateEnd } from './text.js';

export interface ProgressLine {
  /** Replaces what stood there. */
  show(text: string): void;
  clear(): void;
}

/** Null where a line that changes cannot be shown: in pipes, in logs of CI, on dumb terminals. */
export function startProgressLine(
  stream: { isTTY?: boolean | undefined; columns?: number | undefined; write(text: string): boolean },
  env: NodeJS.ProcessEnv,
  { mask, color }: { mask: Mask; color: ColorSupport },
): ProgressLine | null {
  if (!stream.isTTY || env.TERM === 'dumb' || env.CI) return null;
  let shown = false;
  const erase = (): void => {
    if (shown) stream.write('\r\u001b[2K');
    shown = false;
  };
  return {
    show(text) {
      erase();
      // The last cell stays empty: some terminals wrap when it is written to.
      const width = Math.max((stream.columns || 80) - 1, 8);
      const { palette, outside, glyphs } = createPen({ width, color, mask });
      stream.write(palette.muted(truncateEnd(outside(text), width, glyphs.ellipsis)));
      shown = true;
    },
    clear: erase,
  };
}
