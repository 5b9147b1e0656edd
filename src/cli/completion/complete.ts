/**
 * Answers a completion request of a shell. `@bomb.sh/tab` finds out what is asked for; what it does not do is done here:
 * values that must be read from files, files, `id=level`, and its answer always forbids the shell to complete files.
 */
import tab, { ShellCompDirective } from '@bomb.sh/tab';
import registerCommands from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { neutralise } from '../../views/text.js';
import { readLine, type TypedLine } from './line.js';
import { printedBy } from './printed.js';
import {
  argumentSources,
  type Candidate,
  optionSources,
  type Source,
  templateChoices,
  templateOptions,
} from './sources.js';

const { ShellCompDirectiveNoSpace, ShellCompDirectiveNoFileComp, ShellCompDirectiveFilterDirs } =
  ShellCompDirective;

/** Shells put values into the command line as they are: whatever a shell could obey is not offered. */
const harmless = /^[\w@%+=:,./-]+$/;

/**
 * @param words behind the program's name; the last is the one at the cursor
 * @returns lines as the scripts read them: value, tab, description; at the end a colon and the directive
 */
export async function completionsFor(
  program: Command,
  words: readonly string[],
  cwd: string,
): Promise<string[]> {
  const line = readLine(program, words.length === 0 ? [''] : words);
  const { offered, wanted } = ask(program, words, line);
  if (wanted === 'files') return [':0'];
  if (wanted === 'directories') return [`:${ShellCompDirectiveFilterDirs}`];
  const all = [
    ...offered,
    ...(wanted ? await wanted(line, cwd).catch(() => []) : await ofTemplate(line, words)),
  ];
  const typed = /^--[^=]+=(.*)$/s.exec(line.current)?.[1] ?? line.current;
  const fitting = all.filter(({ value }) => value.startsWith(typed) && harmless.test(value));
  const unique = [...new Map(fitting.map((each) => [each.value, each])).values()];
  const isOpen = unique.length > 0 && unique.every(({ value }) => value.endsWith('='));
  const directive = ShellCompDirectiveNoFileComp | (isOpen ? ShellCompDirectiveNoSpace : 0);
  const lines = unique.map(({ value, description = '' }) => `${value}\t${neutralise(description)}`);
  return [...lines, `:${directive}`];
}

/** What the library offers itself, or the source that it asked. */
function ask(
  program: Command,
  words: readonly string[],
  { current }: TypedLine,
): { offered: readonly Candidate[]; wanted: Source | null } {
  let wanted: Source | null = null;
  registerCommands(program);
  // Registered by the library for itself.
  tab.commands.delete('complete');
  for (const [name, command] of [['', tab] as const, ...tab.commands]) {
    for (const [option, known] of command.options) {
      const source = optionSources[option];
      if (source && known.handler) known.handler = () => (wanted = source);
    }
    for (const [argument, known] of command.arguments) {
      const source = argumentSources[`${name} ${argument}`];
      if (source) known.handler = () => (wanted = source);
    }
  }
  // The summary fits beside a name, and the description does not.
  for (const command of program.commands) {
    const known = tab.commands.get(command.name());
    if (known) known.description = command.summary();
  }
  tab.commands.get('help')?.argument('command', (offer) => {
    for (const command of program.commands) offer(command.name(), command.summary());
  });
  // A lone hyphen means short options alone to it, and `a=b` an option that is named a.
  const asked = current === '-' ? '--' : current.startsWith('-') ? current : current.replace(/=.*/s, '');
  const printed = printedBy(() => tab.parse([...words.slice(0, -1), asked]));
  const offered = printed.flatMap((text) => {
    const [value = '', description = ''] = text.split('\t');
    return value === '' || value.startsWith(':') ? [] : [{ value, description }];
  });
  return { offered, wanted };
}

/** The options of `add` that belong to the template alone, and their values. */
async function ofTemplate(line: TypedLine, words: readonly string[]): Promise<readonly Candidate[]> {
  if (line.command !== 'add' || line.operands.length === 0) return [];
  const [, option] = /^--([^=]+)=/.exec(line.current) ?? /^--([^=]+)$/.exec(words.at(-2) ?? '') ?? [];
  if (line.current.startsWith('--') && !line.current.includes('=')) return templateOptions(line);
  return option === undefined ? [] : templateChoices(line, option);
}
