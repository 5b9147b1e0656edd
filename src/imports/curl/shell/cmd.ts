/** The quoting of Windows' cmd.exe, and that of the programs which it starts: two readings, one after the other. */
import type { PastedText } from '../pasted-text.js';
import { type ShellCommand, unclosed, Words } from './command.js';
import type { Substitutions } from './substitutions.js';

/** @throws {UserError} `curl-syntax` */
export function readCmd(pasted: PastedText, substitutions: Substitutions): ShellCommand {
  const { text, places, end } = withoutCarets(pasted.text, substitutions);
  const words = new Words();
  let quoteAt: number | null = null;
  for (let at = 0; at < text.length; ) {
    const place = places[at] ?? 0;
    const character = text[at] ?? '';
    const escaped = /^(\\*)"/.exec(text.slice(at, at + 64));
    if (escaped) {
      const slashes = escaped[1]?.length ?? 0;
      at += escaped[0].length;
      words.add('\\'.repeat(Math.floor(slashes / 2)), place);
      if (slashes % 2 === 1) words.add('"', place);
      else if (quoteAt !== null && text[at] === '"') {
        words.add('"', place);
        at += 1;
      } else quoteAt = quoteAt === null ? place : null;
    } else if (quoteAt === null && (character === ' ' || character === '\t')) {
      words.close();
      at += 1;
    } else {
      words.add(character, place);
      at += 1;
    }
  }
  if (quoteAt !== null) throw unclosed(pasted, quoteAt, 'The quote "');
  words.close();
  return { words: words.words, input: null, end, notes: [] };
}

interface Uncareted {
  readonly text: string;
  /** Where each of its UTF-16 units stands in the command. */
  readonly places: readonly number[];
  readonly end: ShellCommand['end'];
}

/** A caret makes the next character an ordinary one; two line ends after it are one of them. */
function withoutCarets(source: string, substitutions: Substitutions): Uncareted {
  let text = '';
  const places: number[] = [];
  let isQuoted = false;
  let at = source.length - source.trimStart().length;
  const take = (piece: string, length: number) => {
    for (let unit = 0; unit < piece.length; unit += 1) places.push(at);
    text += piece;
    at += length;
  };
  while (at < source.length) {
    const character = source[at] ?? '';
    const lineEnd = /^\r?\n/.exec(source.slice(at, at + 2))?.[0];
    if (character === '^' && !isQuoted) {
      at += 1;
      const skipped = /^[ \t]*\r?\n/.exec(source.slice(at, at + 64))?.[0];
      if (skipped !== undefined) {
        at += skipped.length;
        const literal = /^\r?\n/.exec(source.slice(at, at + 2))?.[0];
        if (literal !== undefined) take('\n', literal.length);
      } else if (at < source.length) take(source[at] ?? '', 1);
      continue;
    }
    if (lineEnd !== undefined) return { text, places, end: { operator: '\n', at } };
    if (!isQuoted && '&|<>'.includes(character)) {
      return { text, places, end: { operator: character, at } };
    }
    const variable = character === '%' ? variableAt(source, at) : null;
    if (variable !== null) {
      const written = `%${variable}%`;
      take(substitutions.mark({ name: variable, fallback: null, written }), written.length);
      continue;
    }
    if (character === '"') isQuoted = !isQuoted;
    take(character, 1);
  }
  return { text, places, end: null };
}

/** `%C3%A9` is text in percent-encoding; a variable that nobody has set stays as it is, too. */
function variableAt(source: string, at: number): string | null {
  const name = /^%([A-Za-z_][A-Za-z0-9_]*)%/.exec(source.slice(at, at + 128))?.[1];
  if (name === undefined) return null;
  return /^[0-9A-F]{2}/i.test(name) && !/^[A-Z_]{4,}$/.test(name) ? null : name;
}
