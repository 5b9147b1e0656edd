/** What has been typed so far on a command line that is to be completed: enough to know what its values are taken from. */
import type { Command } from 'commander';

export interface TypedLine {
  /** Null before a command is named. */
  readonly command: string | null;
  /** Words that are neither options nor their values, behind the command. */
  readonly operands: readonly string[];
  /** By the long name without its hyphens; the last where one is repeated. Flags without a value have an empty one. */
  readonly options: ReadonlyMap<string, string>;
  /** The word at the cursor, possibly empty. */
  readonly current: string;
}

/** @param words behind the program's name; the last is the one at the cursor */
export function readLine(program: Command, words: readonly string[]): TypedLine {
  const operands: string[] = [];
  const options = new Map<string, string>();
  let command: Command | null = null;
  const typed = words.slice(0, -1);
  for (let at = 0; at < typed.length; at += 1) {
    const word = typed[at] ?? '';
    if (!word.startsWith('-')) {
      if (command === null) command = program.commands.find((each) => each.name() === word) ?? null;
      else operands.push(word);
      continue;
    }
    const [, flag = word, attached] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    const known = (command ?? program).options.find(({ long, short }) => long === flag || short === flag);
    // Options of templates are unknown here, and all take a value.
    const takesValue = known ? known.required || known.optional : command?.name() === 'add';
    const name = (known?.long ?? flag).replace(/^--/, '');
    const next = typed[at + 1];
    const isNext = attached === undefined && takesValue && next !== undefined && !next.startsWith('-');
    if (isNext) at += 1;
    options.set(name, attached ?? (isNext ? next : ''));
  }
  return { command: command?.name() ?? null, operands, options, current: words.at(-1) ?? '' };
}
