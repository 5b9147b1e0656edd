/** Keeps what was computed from texts, for the texts that come again. */

export interface Interned<V> {
  (text: string): V;
  /**
   * Says that nobody is known to need a text's result again. It is dropped, unless it was asked for after having been
   * dropped once: texts that come again are kept, and those that come once die young.
   */
  drop(text: string): void;
}

/** A computation of texts that remembers as many results as their texts have room in `limit_units` of UTF-16. */
export function interned<V>(compute: (text: string) => V, limit_units: number): Interned<V> {
  const known = new Map<string, V>();
  /** Whether the text was asked for again since it was dropped. */
  const dropped = new Map<string, boolean>();
  let held_units = 0;
  const keep = (text: string, value: V): void => {
    held_units += text.length;
    known.set(text, value);
    for (const oldest of known.keys()) {
      if (held_units <= limit_units) break;
      release(oldest);
    }
  };
  const release = (text: string): void => {
    if (known.delete(text)) held_units -= text.length;
  };
  const of = (text: string): V => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute(text);
    if (dropped.has(text)) dropped.set(text, true);
    // One that would push out a good part of the others is not worth it.
    if (text.length <= limit_units / 16) keep(text, value);
    return value;
  };
  return Object.assign(of, {
    drop(text: string): void {
      if (dropped.get(text)) return;
      dropped.set(text, false);
      release(text);
    },
  });
}
