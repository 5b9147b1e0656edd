import type { Composite, SimpleConnector } from '../../registry/model.js';
import { quote } from '../../registry/read/words.js';
import type { Rule } from '../rule.js';

type Entry = SimpleConnector | Composite;

export const rule: Rule = {
  id: 'unique-name',
  severity: 'warning',
  summary: 'Two entries with the same name',
  documentation: {
    why: 'Permalinks tell entries apart for the platform, but people go by the name: two of the same name cannot be told apart in lists and error messages. Mostly the second is a copy whose name was forgotten.',
    wrong: `{
  "connectors": [
    { "name": "Search", "permalink": "search", "url": "https://api.acme.io/search" },
    { "name": "Search", "permalink": "search-members", "url": "https://api.acme.io/members" }
  ]
}`,
    right: `{
  "connectors": [
    { "name": "Search", "permalink": "search", "url": "https://api.acme.io/search" },
    { "name": "Search Members", "permalink": "search-members", "url": "https://api.acme.io/members" }
  ]
}`,
  },
  visit: {
    registry({ connectors, composites, file, firstGuess }, report) {
      for (const entries of [connectors, composites]) {
        for (const { entry, first } of repeated(entries.filter(({ span }) => span.end < firstGuess))) {
          const { line } = file.positionAt(first.span.start);
          if (entry.nameField) {
            const message = `${quote(entry.name)} is also the name of the entry in line ${line}`;
            report({ at: entry.nameField, message, hint: 'Give each a name of its own.' });
          }
        }
      }
    },
  },
};

/** Entries whose name stands before, unless their permalink does too: then that is the fault. */
function* repeated(entries: readonly Entry[]): Iterable<{ entry: Entry; first: Entry }> {
  const byName = new Map<string, Entry>();
  const permalinks = new Set<string>();
  for (const entry of entries) {
    const first = byName.get(entry.name);
    if (first && !permalinks.has(entry.permalink)) yield { entry, first };
    else if (!first && entry.name !== '') byName.set(entry.name, entry);
    permalinks.add(entry.permalink);
  }
}
