/** A list that is searched while one types, as a state that keys change. */
import { go, type SnapshotKeys, snapshot } from 'fuzzysort';
import type { Next } from './interact.js';
import type { Key } from './keys.js';
import { edit, emptyLine, type Line, textOf } from './line.js';

export interface PickerItem {
  /** What it is called by. */
  readonly title: string;
  readonly name?: string;
  readonly details?: string;
}

/** The parts that are searched, in the order in which they are shown. */
export const parts = ['title', 'name', 'details'] as const;
export type Part = (typeof parts)[number];

export interface Match<Item> {
  readonly item: Item;
  /** Which code units of a part were matched. */
  readonly hits: Readonly<Partial<Record<Part, readonly number[]>>>;
}

export interface PickerState<Item> {
  readonly items: readonly Item[];
  readonly index: SnapshotKeys<Item>;
  readonly search: Line;
  /** The best first; without a search all, in their own order. */
  readonly matches: readonly Match<Item>[];
  /** All that match, of which `matches` are the best. */
  readonly total: number;
  readonly mark: number;
}

/** Nobody scrolls further than this; a better search is quicker. */
const matchLimit = 1000;
/** Less than that is chance. As fuzzysort counts, 1 is the best. */
const worstMatch = 0.3;
const longestPart_characters = 300;

export function startPicker<Item extends PickerItem>(items: readonly Item[]): PickerState<Item> {
  const keys = parts.map((part) => (item: Item) => (item[part] ?? '').slice(0, longestPart_characters));
  const index = snapshot(items, { keys });
  return searched({ items, index, search: emptyLine, matches: [], total: 0, mark: 0 }, emptyLine);
}

/** @param page items that are shown at a time */
export function nextOfPicker<Item extends PickerItem>(
  state: PickerState<Item>,
  key: Key,
  page: number,
): Next<PickerState<Item>, Item> {
  const { matches, mark } = state;
  const last = Math.max(matches.length - 1, 0);
  const at = (to: number) => ({ state: { ...state, mark: Math.min(Math.max(to, 0), last) } });
  switch (key.name) {
    case 'enter': {
      const found = matches[mark];
      return found ? { state, result: found.item } : { state };
    }
    case 'escape':
      return textOf(state.search) === '' ? { state, result: null } : { state: searched(state, emptyLine) };
    case 'up':
      return at(mark === 0 ? last : mark - 1);
    case 'down':
    case 'tab':
      return at(mark === last ? 0 : mark + 1);
    case 'pageup':
      return at(mark - page);
    case 'pagedown':
      return at(mark + page);
    case 'home':
      return at(0);
    case 'end':
      return at(last);
    default: {
      const meant = key.name === 'text' ? { ...key, text: key.text.replaceAll(/\s+/g, ' ') } : key;
      const search = edit(state.search, meant);
      return {
        state: textOf(search) === textOf(state.search) ? { ...state, search } : searched(state, search),
      };
    }
  }
}

function searched<Item extends PickerItem>(state: PickerState<Item>, search: Line): PickerState<Item> {
  const { items, index } = state;
  const text = textOf(search).trim().slice(0, longestPart_characters);
  if (text === '') {
    const matches = items.map((item) => ({ item, hits: {} }));
    return { ...state, search, matches, total: items.length, mark: 0 };
  }
  const results = inOrder(go(text, index, { limit: matchLimit, threshold: worstMatch }), items);
  const matches = results.map((result) => ({
    item: result.obj,
    hits: Object.fromEntries(parts.map((part, at) => [part, [...(result[at]?.indexes ?? [])]])),
  }));
  return { ...state, search, matches, total: results.total, mark: 0 };
}

/** The library leaves those that match equally well in an order of its own. */
function inOrder<Result extends { score: number; obj: Item }, Item>(
  results: readonly Result[] & { total: number },
  items: readonly Item[],
): readonly Result[] & { total: number } {
  const places = new Map(items.map((item, at) => [item, at]));
  const sorted = results.toSorted(
    (a, b) => b.score - a.score || (places.get(a.obj) ?? 0) - (places.get(b.obj) ?? 0),
  );
  return Object.assign(sorted, { total: results.total });
}
