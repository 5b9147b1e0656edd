/** The time axis of the page's waterfall: places on it are percentages, so that it fits any width. */

export interface PageAxis {
  /** The time at the right edge. */
  end_ms: number;
  ticks: readonly { at_ms: number; label: string }[];
}

/** Labels of as many fit on a narrow page. */
const mostTicks = 5;
const smallest_ms = 0.1;

export function pageAxis(end_ms: number): PageAxis {
  const end = Math.max(end_ms, smallest_ms);
  const step = stepFor(end);
  const ticks = Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, count) => {
    const at_ms = count * step;
    return { at_ms, label: labelOf(at_ms, end) };
  });
  return { end_ms: end, ticks };
}

/** The smallest of 1, 2, 5, 10, 20, 50... that leaves few enough ticks. */
function stepFor(end_ms: number): number {
  const power = 10 ** Math.floor(Math.log10(end_ms / mostTicks));
  return power * ([1, 2, 5].find((mantissa) => end_ms / (mantissa * power) <= mostTicks) ?? 10);
}

function labelOf(at_ms: number, end_ms: number): string {
  if (at_ms === 0) return '0';
  return end_ms >= 1000 ? `${short(at_ms / 1000)} s` : `${short(at_ms)} ms`;
}

const short = (value: number): number => Number(value.toPrecision(3));

/** A place on the axis, `12.5%`. */
export const percent = (time_ms: number, { end_ms }: PageAxis): string =>
  `${Number(((time_ms / end_ms) * 100).toFixed(3))}%`;
