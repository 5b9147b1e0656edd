/** What a view draws with: the width, the colours and signs of its stream, and the mask for outside text. */
import { type Glyphs, glyphsFor } from './glyphs.js';
import { type ColorSupport, createPalette, type Palette } from './palette.js';
import { type Mask, neutralise } from './text.js';

export interface ViewStyle {
  /** Terminal cells. */
  width: number;
  color: ColorSupport;
  /** False for terminals that show ASCII alone. Default true. */
  unicode?: boolean;
  mask: Mask;
}

export interface Pen {
  width: number;
  palette: Palette;
  glyphs: Glyphs;
  mask: Mask;
  /** Outside text as it may be printed: masked, then neutralised. */
  outside: (text: string) => string;
}

export function createPen(style: ViewStyle): Pen {
  return {
    width: style.width,
    palette: createPalette(style.color),
    glyphs: glyphsFor(style.unicode ?? true),
    mask: style.mask,
    outside: (text) => neutralise(style.mask(text)),
  };
}
