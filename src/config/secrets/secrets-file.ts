import { UserError } from '../../text/user-error.js';

export interface SecretLine {
  readonly name: string;
  readonly value: string;
  /** In single quotes: taken as it is, whatever it begins with. */
  readonly literal: boolean;
  /** Where the name stands; counts from 1. */
  readonly line: number;
}

const assignment = /^[ \t]*(?:export[ \t]+)?([^=\s]+)[ \t]*=[ \t]*(.*)$/;

/**
 * Reads `NAME=value` lines. Empty lines and lines that begin with `#` are passed over; without quotes a `#` after white
 * space begins a comment. In double quotes `\n`, `\r`, `\t`, `\"` and `\\` are escapes, in single quotes nothing is.
 * A quoted value may run over several lines, as a key in PEM does. Of a repeated name the last counts.
 * @throws UserError `bad-secrets-line`, which never quotes the line: it may hold a secret
 */
export function parseSecretsFile(text: string, file: string): SecretLine[] {
  const lines = text.split(/\r\n|\n|\r/);
  const secrets: SecretLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    const fail = (message: string): UserError =>
      new UserError({
        code: 'bad-secrets-line',
        file,
        line,
        message,
        hint: 'Each line is NAME=value, a comment that begins with #, or empty.',
      });
    const written = lines[at] ?? '';
    if (/^\s*(#|$)/.test(written)) continue;
    const [, name, rest] = assignment.exec(written) ?? [];
    if (name === undefined || rest === undefined) throw fail('This line has no NAME before an equals sign.');
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw fail('The name of a secret is letters, digits and underscores, and begins with no digit.');
    }
    const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : undefined;
    if (quote === undefined) {
      secrets.push({ name, value: rest.replace(/(^|\s+)#.*$/, '').trimEnd(), literal: false, line });
      continue;
    }
    const quoted = readQuoted(lines, at, rest, quote);
    if (!quoted) throw fail(`The value of ${name} begins with a quote that is never closed.`);
    if (!/^\s*(#.*)?$/.test(quoted.rest)) throw fail(`Text follows the closing quote of ${name}.`);
    secrets.push({ name, value: quoted.value, literal: quote === "'", line });
    at = quoted.lastLine;
  }
  return secrets;
}

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

function readQuoted(
  lines: readonly string[],
  first: number,
  rest: string,
  quote: string,
): { value: string; rest: string; lastLine: number } | undefined {
  let value = '';
  for (let at = first; at < lines.length; at += 1) {
    const text = at === first ? rest.slice(1) : (lines[at] ?? '');
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index] ?? '';
      if (character === quote) return { value, rest: text.slice(index + 1), lastLine: at };
      const decoded = quote === '"' && character === '\\' ? escapes.get(text[index + 1] ?? '') : undefined;
      value += decoded ?? character;
      if (decoded !== undefined) index += 1;
    }
    value += '\n';
  }
  return undefined;
}
