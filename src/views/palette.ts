/**
 * The colours of the terminal views. Mid-tones of the 256-colour cube that stand on dark and light backgrounds alike;
 * sixteen-colour terminals get the nearest named ones.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import type { PhaseName } from '../platform/result.js';

/** As chalk counts: 0 none, 1 sixteen colours, 2 and above 256. `true` is 2, `false` is 0. */
export type ColorSupport = boolean | 0 | 1 | 2 | 3;

/** A phase, or the part of a step's time that no phase explains. */
export type Paintable = PhaseName | 'other';

type Paint = (text: string) => string;

export interface Palette {
  /** False where output must be told apart by glyphs alone. */
  colored: boolean;
  strong: Paint;
  muted: Paint;
  /** Lines that only guide the eye. */
  faint: Paint;
  good: Paint;
  bad: Paint;
  caution: Paint;
  accent: Paint;
  /** Fault text and carets. */
  fault: Paint;
  ink: (phase: Paintable) => ChalkInstance;
  /** One cell split between two phases: `left` in front, `right` behind. */
  split: (left: Paintable, right: Paintable) => ChalkInstance;
}

const phase256: Record<Paintable, number> = {
  template: 103,
  auth: 179,
  dns: 73,
  connect: 173,
  tls: 139,
  wait: 71,
  download: 68,
  other: 240,
};

const phase16 = {
  template: ['white', 'bgWhite'],
  auth: ['yellow', 'bgYellow'],
  dns: ['cyan', 'bgCyan'],
  connect: ['cyanBright', 'bgCyanBright'],
  tls: ['magenta', 'bgMagenta'],
  wait: ['green', 'bgGreen'],
  download: ['blue', 'bgBlue'],
  other: ['gray', 'bgGray'],
} as const satisfies Record<Paintable, readonly [string, string]>;

export function createPalette(color: ColorSupport): Palette {
  const level = color === true ? 2 : color === false ? 0 : color;
  const chalk = new Chalk({ level: level === 3 ? 2 : level });
  const rich = level >= 2;
  return {
    colored: level > 0,
    strong: chalk.bold,
    muted: rich ? chalk.ansi256(245) : chalk.gray,
    faint: rich ? chalk.ansi256(240) : chalk.gray,
    good: rich ? chalk.ansi256(71) : chalk.green,
    bad: rich ? chalk.ansi256(167) : chalk.red,
    caution: rich ? chalk.ansi256(179) : chalk.yellow,
    accent: rich ? chalk.ansi256(68) : chalk.blue,
    fault: rich ? chalk.ansi256(167).bold : chalk.red.bold,
    ink: (phase) => (rich ? chalk.ansi256(phase256[phase]) : chalk[phase16[phase][0]]),
    split: (left, right) =>
      rich
        ? chalk.ansi256(phase256[left]).bgAnsi256(phase256[right])
        : chalk[phase16[left][0]][phase16[right][1]],
  };
}
