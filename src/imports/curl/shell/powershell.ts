/** The quoting of PowerShell. */
import type { PastedText } from '../pasted-text.js';
import { type ShellCommand, unclosed, Words } from './command.js';
import type { Substitutions } from './substitutions.js';

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['v', '\v'],
]);
const variable = /\$(?:env:)?([A-Za-z_][A-Za-z0-9_]*)|\$\{(?:env:)?([A-Za-z_][A-Za-z0-9_]*)\}/iy;
/** Typographic quotes are quotes there, too. */
const single = /['\u2018\u2019\u201a\u201b]/;
const double = /["\u201c\u201d\u201e]/;

/** @throws {UserError} `curl-syntax` */
export function readPowerShell(pasted: PastedText, substitutions: Substitutions): ShellCommand {
  const { text } = pasted;
  const words = new Words();
  let at = 0;
  const finish = (end: ShellCommand['end']): ShellCommand => {
    words.close();
    return { words: words.words.map(forOldPassing), input: null, end, notes: [] };
  };
  while (at < text.length) {
    const character = text[at] ?? '';
    const skipped = /^`[ \t]*\r?\n/.exec(text.slice(at, at + 64))?.[0];
    const here = words.isOpen ? null : hereString(text, at, substitutions);
    if (skipped !== undefined) at += skipped.length;
    else if (here) {
      words.add(here.value, at);
      at = here.end;
    } else if (character === '\n' || ';|&'.includes(character)) {
      if (words.words.length > 0 || words.isOpen) return finish({ operator: character, at });
      // The call operator: & 'curl.exe' ...
      at += 1;
    } else if (/\s/.test(character)) {
      words.close();
      at += 1;
    } else if (character === '#' && !words.isOpen) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (single.test(character) || double.test(character)) {
      const read = quoted(text, at, double.test(character), substitutions);
      if (!read) throw unclosed(pasted, at, `The quote ${character}`);
      words.add(read.value, at);
      at = read.end;
    } else {
      const read = unquoted(text, at, substitutions);
      words.add(read.value, at);
      at = read.end;
    }
  }
  return finish(null);
}

interface Piece {
  readonly value: string;
  readonly end: number;
}

function unquoted(text: string, at: number, substitutions: Substitutions): Piece {
  if (text[at] === '`' && at + 1 < text.length) {
    return { value: escapes.get(text[at + 1] ?? '') ?? text[at + 1] ?? '', end: at + 2 };
  }
  variable.lastIndex = at;
  const found = variable.exec(text);
  if (!found) return { value: text[at] ?? '', end: at + 1 };
  const name = found[1] ?? found[2] ?? '';
  return {
    value: substitutions.mark({ name, fallback: null, written: found[0] }),
    end: at + found[0].length,
  };
}

/** A quote that stands twice is one of the text. */
function quoted(text: string, start: number, isDouble: boolean, substitutions: Substitutions): Piece | null {
  const quote = isDouble ? double : single;
  let value = '';
  for (let at = start + 1; at < text.length; ) {
    const character = text[at] ?? '';
    if (quote.test(character)) {
      if (!quote.test(text[at + 1] ?? '')) return { value, end: at + 1 };
      value += character;
      at += 2;
      continue;
    }
    const piece = isDouble ? unquoted(text, at, substitutions) : { value: character, end: at + 1 };
    value += piece.value;
    at = piece.end;
  }
  return null;
}

/** `@'`, lines, `'@` */
function hereString(text: string, at: number, substitutions: Substitutions): Piece | null {
  const opened = /^@(['"])[ \t]*\r?\n/.exec(text.slice(at, at + 64));
  if (!opened) return null;
  const start = at + opened[0].length;
  const end = text.slice(start - 1).search(opened[1] === '"' ? /\n"@/ : /\n'@/);
  if (end < 0) return null;
  const content = text.slice(start, Math.max(start, start - 1 + end)).replace(/\r$/, '');
  if (opened[1] === "'") return { value: content, end: start + end + 2 };
  let value = '';
  for (let index = 0; index < content.length; ) {
    const piece = unquoted(content, index, substitutions);
    value += piece.value;
    index = piece.end;
  }
  return { value, end: start + end + 2 };
}

/** Before 7.3 PowerShell passed quotes on only where a backslash stood before each: those who had to wrote it. */
function forOldPassing<T extends { readonly text: string }>(word: T): T {
  const isEscaped = word.text.includes('\\"') && !/(?:^|[^\\])"/.test(word.text);
  return isEscaped ? { ...word, text: word.text.replaceAll('\\"', '"') } : word;
}
