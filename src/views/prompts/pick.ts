/** Lets a person pick one of many on a terminal. */
import { interact, type PromptStreams } from './interact.js';
import { nextOfPicker, type PickerItem, startPicker } from './picker.js';
import { drawPicker, pageOf } from './picker-view.js';

export interface PickOptions {
  /** What is asked. */
  readonly title: string;
}

/**
 * Typing searches, the arrow and page keys move, Enter picks; Escape clears the search, and cancels where there is none.
 * @param items shown in this order until one searches
 * @param streams both terminals, with a person before them
 * @returns null where it was cancelled
 */
export async function pick<Item extends PickerItem>(
  items: readonly Item[],
  { title }: PickOptions,
  streams: PromptStreams,
): Promise<Item | null> {
  return interact(
    {
      start: startPicker(items),
      next: (state, key, height) => nextOfPicker(state, key, pageOf(height, streams.stdout.columns || 80)),
      draw: (state, pen, height) => drawPicker(state, title, pen, height),
      rest: (_state, picked, { palette, glyphs, outside }) =>
        picked === null
          ? []
          : [`${palette.good(glyphs.done)} ${outside(title)}  ${palette.strong(outside(picked.title))}`],
    },
    streams,
  );
}
