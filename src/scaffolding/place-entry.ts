/** Where a new entry goes, and under which permalink. platform.md section 1, Permalinks. */
import { type EntryObject, insertEntry } from '../registry/edit/insert-entry.js';
import { parseRegistry, type Registry } from '../registry/index.js';
import { UserError } from '../text/user-error.js';
import { permalinkOf } from './render-scaffold.js';

export interface NewEntry {
  readonly kind: 'simple' | 'composite';
  /** With a `name`; without a `permalink` the name gives it. */
  readonly entry: EntryObject;
  /** Asked for as it is, so that a permalink that is taken is an error. Otherwise `-2`, `-3`... make it free. */
  readonly permalinkIsGiven?: boolean;
  /** Asked for as it is. Otherwise it gets the number that the permalink gets. */
  readonly nameIsGiven?: boolean;
}

export interface PlacedEntry {
  readonly permalink: string;
  readonly name: string;
  /** JSON pointer (RFC 6901) of the entry. */
  readonly pointer: string;
  /** Of the entry in the new text; counts from 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** The new text, read. */
  readonly registry: Registry;
}

/** @throws {UserError} where the registry cannot be edited, or the permalink is taken or cannot be derived */
export function placeEntry(registry: Registry, added: NewEntry): PlacedEntry {
  const { file, problems } = registry;
  const encoding = problems.find(({ code }) => code === 'invalid-utf8');
  if (encoding) {
    const place = encoding.span ? file.positionAt(encoding.span.start) : {};
    const hint = `${encoding.advice ?? ''} The file stays as it is.`.trim();
    throw new UserError({
      code: 'registry-invalid-utf8',
      message: encoding.message,
      hint,
      file: file.path,
      ...place,
    });
  }
  const entry = named(registry, added);
  const list = added.kind === 'simple' ? 'connectors' : 'composite_connectors';
  const { text, span, pointer } = insertEntry(file, list, entry);
  const placed = parseRegistry(text, file.path);
  const { line, column } = placed.file.positionAt(span.start);
  return {
    permalink: String(entry.permalink),
    name: String(entry.name),
    pointer,
    line,
    column,
    text,
    registry: placed,
  };
}

function named(registry: Registry, { kind, entry, permalinkIsGiven, nameIsGiven }: NewEntry): EntryObject {
  const name = String(entry.name);
  const wanted = entry.permalink === undefined ? permalinkOf(name) : String(entry.permalink);
  const taken = (permalink: string) => registry.find(permalink)[kind][0];
  const owner = taken(wanted);
  const { name: _, permalink: __, ...rest } = entry;
  if (!owner) return { name, permalink: wanted, ...rest };
  if (permalinkIsGiven) {
    throw new UserError({
      code: 'permalink-taken',
      message: `The permalink '${wanted}' is taken by another entry.`,
      file: registry.file.path,
      ...registry.file.positionAt(owner.span.start),
      hint: 'Give another one with --permalink, or none: the name then gives one that is free.',
    });
  }
  let number = 2;
  let permalink = numbered(wanted, number);
  for (; taken(permalink); permalink = numbered(wanted, number)) number += 1;
  return { name: nameIsGiven ? name : `${[...name].slice(0, 250).join('')} ${number}`, permalink, ...rest };
}

const numbered = (permalink: string, number: number): string =>
  `${permalink.slice(0, 250).replace(/-$/, '')}-${number}`;
