import type { Composite, SimpleConnector } from '../model.js';
import type { Reader } from './reader.js';
import { quote } from './words.js';

type Entry = SimpleConnector | Composite;

/** The entries of one name space by permalink. Whoever takes a permalink that an earlier entry has is reported. */
export function indexPermalinks<E extends Entry>(
  reader: Reader,
  entries: readonly E[],
): ReadonlyMap<string, readonly E[]> {
  const index = new Map<string, E[]>();
  for (const entry of entries) {
    if (entry.permalink === '') continue;
    const same = index.get(entry.permalink);
    if (!same) {
      index.set(entry.permalink, [entry]);
      continue;
    }
    same.push(entry);
    const first = same[0];
    if (first) reportCollision(reader, entry, first);
  }
  return index;
}

function reportCollision(reader: Reader, entry: Entry, first: Entry): void {
  const field = entry.permalinkField ?? entry.nameField;
  if (!field) return;
  const { line } = reader.file.positionAt(first.span.start);
  const how = entry.permalinkDerived ? `, derived from the name ${quote(entry.name)},` : '';
  const node = { type: 'string', value: field.value, ...field.span } as const;
  reader.report(
    { node, pointer: field.pointer, owner: { connector: entry.permalink } },
    {
      code: 'duplicate-permalink',
      message: `The permalink ${quote(entry.permalink)}${how} is taken by the entry in line ${line}.`,
    },
  );
}
