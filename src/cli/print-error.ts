/** Errors of the user, printed without a stack; with `--json` as a document of their own. */
import type { UserError } from '../text/user-error.js';
import { neutraliseLines } from '../views/text.js';
import { type Streams, showsColor } from './streams.js';

export function printError(error: UserError, streams: Streams, json: boolean, colorFlag: boolean): void {
  if (json) printJsonError(error, streams);
  const color = showsColor(streams.stderr, streams.env, colorFlag);
  const red = (text: string) => (color ? `\u001b[31;1m${text}\u001b[39;22m` : text);
  const place = [error.file, error.line, error.column].filter((part) => part !== undefined).join(':');
  // Names in it come from files and arguments, and a terminal obeys what it is told.
  const lines = [`${red('error')}: ${printable(error.message)}`];
  if (place) lines.push(`  --> ${printable(place)}`);
  if (error.hint) lines.push(`  ${printable(error.hint)}`);
  streams.stderr.write(`${lines.join('\n')}\n`);
  if (streams.env.DEBUG === 'connector-cli' && error.stack) streams.stderr.write(`${error.stack}\n`);
}

const printable = (text: string): string => neutraliseLines(text).join('\n');

export function printJsonError(error: UserError, streams: Streams): void {
  streams.stdout.write(`${JSON.stringify({ error: describe(error) }, null, 2)}\n`);
}

const describe = (error: UserError) => ({
  code: error.code,
  message: error.message,
  file: error.file ?? null,
  line: error.line ?? null,
  column: error.column ?? null,
  hint: error.hint ?? null,
});
