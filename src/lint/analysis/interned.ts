/** Keeps what was computed from texts, for the texts that come again. */

/** A computation of texts that remembers as many results as their texts have room in `limit_units` of UTF-16. */
export function interned<V>(compute: (text: string) => V, limit_units: number): (text: string) => V {
  const known = new Map<string, V>();
  let held_units = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute(text);
    // One that would push out a good part of the others is not worth it.
    if (text.length > limit_units / 16) return value;
    held_units += text.length;
    known.set(text, value);
    for (const oldest of known.keys()) {
      if (held_units <= limit_units) break;
      known.delete(oldest);
      held_units -= oldest.length;
    }
    return value;
  };
}
