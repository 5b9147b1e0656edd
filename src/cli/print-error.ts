/** Errors of the user, printed without a stack; with `--json` as a document of their own. */
import type { UserError } from '../text/user-error.js';
import { type Streams, showsColor } from './streams.js';

export function printError(error: UserError, streams: Streams, json: boolean, colorFlag: boolean): void {
  if (json) printJsonError(error, streams);
  const color = showsColor(streams.stderr, streams.env, colorFlag);
  const red = (text: string) => (color ? `\u001b[31;1m${text}\u001b[39;22m` : text);
  const place = [error.file, error.line, error.column].filter((part) => part !== undefined).join(':');
  const lines = [`${red('error')}: ${error.message}`];
  if (place) lines.push(`  --> ${place}`);
  if (error.hint) lines.push(`  ${error.hint}`);
  streams.stderr.write(`${lines.join('\n')}\n`);
  if (streams.env.DEBUG === 'connector-cli' && error.stack) streams.stderr.write(`${error.stack}\n`);
}

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
