/** How a run ended: the status line, the scope to the letter, warnings, and the answer that a widget would get. */

import type { RunResult, RunTiming, RunWarning } from '../platform/result.js';
import { utf8Text } from '../text/utf8.js';
import { type Bound, bodyLines } from './body.js';
import { formatDuration, formatStatus } from './format.js';
import type { Pen } from './pen.js';
import { displayWidth, neutralise, wrapWords } from './text.js';

/** `✗ 502 Bad Gateway  contact-orders  210.1 ms (external 205.8, internal 4.3)  request 3f2b...`. */
export function statusLines(result: RunResult, pen: Pen): string[] {
  const { palette, glyphs } = pen;
  const paint = result.interrupted ? palette.caution : result.ok ? palette.good : palette.bad;
  const mark = result.ok && !result.interrupted ? glyphs.done : glyphs.failed;
  const status = result.interrupted ? 'Interrupted' : formatStatus(result.status);
  const permalink = neutralise(result.permalink);
  const timing = timingText(result.timing);
  return flow(
    [
      { plain: `${mark} ${status}`, painted: paint(`${mark} ${status}`) },
      { plain: permalink, painted: palette.strong(permalink) },
      { plain: timing, painted: timing },
      { plain: `request ${result.request_id}`, painted: palette.muted(`request ${result.request_id}`) },
    ],
    pen.width,
  );
}

function timingText({ total_ms, external_ms, internal_ms }: RunTiming): string {
  const part = Number(total_ms.toFixed(1)) < 1000 ? (time_ms: number) => time_ms.toFixed(1) : formatDuration;
  return `${formatDuration(total_ms)} (external ${part(external_ms)}, internal ${part(internal_ms)})`;
}

/** Parts side by side, as many as fit on a line; no part is broken. */
function flow(parts: readonly { plain: string; painted: string }[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { plain, painted } of parts) {
    const cells = displayWidth(plain);
    if (used > 0 && used + 2 + cells > width) {
      lines.push(line);
      line = '  ';
      used = 2;
    } else if (used > 0) {
      line += '  ';
      used += 2;
    }
    line += painted;
    used += cells;
  }
  return [...lines, line];
}

/** The scope on a line of its own, whole however narrow the terminal is: people search for it. */
export function scopeLines(result: RunResult, pen: Pen): string[] {
  const scope = result.error?.scope ?? null;
  return scope === null ? [] : [pen.palette.bad(neutralise(scope))];
}

export function warningLines(warnings: readonly RunWarning[], pen: Pen): string[] {
  const { palette, glyphs } = pen;
  return warnings.flatMap((warning) => {
    const owner = warning.step === null ? '' : `${neutralise(warning.step)}: `;
    const text = `${owner}${pen.outside(warning.message)} (${neutralise(warning.code)})`;
    return wrapWords(text, Math.max(pen.width - 2, 8)).map((line, index) =>
      index === 0 ? `${palette.caution(glyphs.warning)} ${line}` : `  ${line}`,
    );
  });
}

export function answerLines(result: RunResult, bound: Bound, pen: Pen): string[] {
  return bodyLines(
    {
      text: utf8Text(result.body),
      bytes: result.body.length,
      contentType: headerOf(result, 'content-type'),
      whole: '--json has the whole of it',
    },
    bound,
    pen,
  );
}

function headerOf(result: RunResult, name: string): string | undefined {
  return Object.entries(result.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
