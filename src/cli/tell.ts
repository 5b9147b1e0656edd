/** Notes and warnings beside a result. */
import { wrapWords } from '../views/text.js';
import type { OutputStream } from './streams.js';

/** One a line; on a terminal they break at spaces, and go on indented. */
export function tell(said: readonly string[], stream: OutputStream): void {
  const width = stream.isTTY === true ? Math.max((stream.columns || 80) - 2, 20) : Number.POSITIVE_INFINITY;
  for (const text of said) stream.write(`${wrapWords(text, width).join('\n  ')}\n`);
}
