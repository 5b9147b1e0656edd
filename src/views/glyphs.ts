/** The signs that the views draw with, and their stand-ins where the terminal has no Unicode. */
import type { Paintable } from './palette.js';

export interface Glyphs {
  unicode: boolean;
  done: string;
  failed: string;
  skipped: string;
  pending: string;
  spinner: readonly string[];
  ellipsis: string;
  arrow: string;
  routed: string;
  reused: string;
  cached: string;
  warning: string;
  separator: string;
  gutter: string;
  /** A faint line down from each tick of the axis. */
  grid: string;
  none: string;
  /** `eighths[n]` fills n eighths of a cell from the left; only where `unicode`. */
  eighths: readonly string[];
  /** What a phase is drawn with where there is no colour. */
  phase: Record<Paintable, string>;
}

const unicodeGlyphs: Glyphs = {
  unicode: true,
  done: '✓',
  failed: '✗',
  skipped: '○',
  pending: '·',
  spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
  ellipsis: '…',
  arrow: '→',
  routed: '⇢',
  reused: '↻',
  cached: '≡',
  warning: '!',
  separator: '·',
  gutter: '│',
  grid: '┊',
  none: '–',
  eighths: [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  phase: {
    template: '▞',
    auth: '▓',
    dns: '∙',
    connect: '─',
    tls: '═',
    wait: '░',
    download: '█',
    other: '╌',
  },
};

const asciiGlyphs: Glyphs = {
  unicode: false,
  done: '+',
  failed: 'x',
  skipped: 'o',
  pending: '.',
  spinner: ['|', '/', '-', '\\'],
  ellipsis: '...',
  arrow: '->',
  routed: '>',
  reused: '@',
  cached: '=',
  warning: '!',
  separator: '-',
  gutter: '|',
  grid: ':',
  none: '-',
  eighths: [],
  phase: {
    template: '%',
    auth: '$',
    dns: '?',
    connect: '~',
    tls: '&',
    wait: '-',
    download: '#',
    other: '_',
  },
};

export const glyphsFor = (unicode: boolean): Glyphs => (unicode ? unicodeGlyphs : asciiGlyphs);

/** The names of the phases in legends. */
export const phaseLabels: Record<Paintable, string> = {
  template: 'template',
  auth: 'token',
  dns: 'DNS',
  connect: 'connect',
  tls: 'TLS',
  wait: 'wait',
  download: 'download',
  other: 'other',
};
