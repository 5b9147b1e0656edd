/** The shared time axis of a waterfall: what a cell means, and where round times fall on it. */
import { displayWidth } from './text.js';

export interface Tick {
  cell: number;
  label: string;
}

export interface Axis {
  /** The time at the right edge. */
  end_ms: number;
  cells: number;
  ticks: readonly Tick[];
}

const mantissas = [1, 2, 5, 10] as const;
const smallestStep_ms = 0.1;
/** Free cells between two labels, at least. */
const labelGap = 2;

export function createAxis(end_ms: number, cells: number): Axis {
  const end = Math.max(end_ms, smallestStep_ms);
  return { end_ms: end, cells, ticks: ticksOf(end, cells) };
}

/** The next round time at or after `end_ms`: an axis that grows with a run should grow in steps, not shiver. */
export function roundEnd(end_ms: number): number {
  const least = Math.max(end_ms, 100);
  const power = 10 ** Math.floor(Math.log10(least));
  const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
  return power * (steps.find((step) => step * power >= least) ?? 10);
}

/** Labels left to right: the first row of a waterfall. Exactly `axis.cells` wide. */
export function axisLabels(axis: Axis): string {
  let line = '';
  for (const tick of axis.ticks) {
    const at = Math.min(tick.cell, axis.cells - displayWidth(tick.label));
    if (line !== '' && at < line.length + labelGap) continue;
    line = line.padEnd(at) + tick.label;
  }
  return line.padEnd(axis.cells);
}

function ticksOf(end_ms: number, cells: number): Tick[] {
  const widest = displayWidth(label(end_ms, end_ms)) + labelGap;
  for (let power = smallestStep_ms; power <= end_ms * 10; power *= 10) {
    for (const mantissa of mantissas) {
      const step = power * mantissa;
      if ((step / end_ms) * cells >= widest) return ticksAt(step, end_ms, cells);
    }
  }
  return [{ cell: 0, label: '0' }];
}

function ticksAt(step: number, end_ms: number, cells: number): Tick[] {
  const ticks: Tick[] = [];
  for (let count = 0; count * step <= end_ms; count += 1) {
    const cell = Math.round(((count * step) / end_ms) * cells);
    if (cell < cells) ticks.push({ cell, label: label(count * step, end_ms) });
  }
  return ticks;
}

function label(time_ms: number, end_ms: number): string {
  if (time_ms === 0) return '0';
  return end_ms >= 1000 ? `${rounded(time_ms / 1000)} s` : `${rounded(time_ms)} ms`;
}

const rounded = (value: number): number => Number(value.toPrecision(3));
