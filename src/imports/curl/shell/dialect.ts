import { readCmd } from './cmd.js';
import type { ReadShell } from './command.js';
import { readPosix } from './posix.js';
import { readPowerShell } from './powershell.js';

const quotes = /\\.|\$'(?:[^'\\]|\\.)*'|'[^']*'|"(?:[^"\\]|\\.)*"/gs;
/** A quote within quotes as cmd writes it: twice. */
const doubled = /\s"[{[]\s*""/;
const percent = /[\s"=:/]%[A-Z][A-Z0-9_]{3,}%(?=["\s/:&?]|$)/;

/** Which shell a command was written for, by what only that one has: its way to go on in the next line first. */
export function dialectOf(command: string): ReadShell {
  // Chrome's copy for cmd puts a caret before every quote, so that none of them pairs.
  if (/^[^'"]*\^(?:"|[ \t]*\r?\n)/.test(command)) return readCmd;
  if (/\\[ \t]*\r?\n/.test(command.replace(quotes, (found) => (found.startsWith('\\') ? found : '""'))))
    return readPosix;
  const bare = command.replace(quotes, '""');
  if (/\^[ \t]*\r?\n/.test(bare)) return readCmd;
  if (/`[ \t]*\r?\n/.test(bare) || /\$\{?env:[A-Za-z_]/i.test(command)) return readPowerShell;
  const hasSingle = (command.match(quotes) ?? []).some((found) => /^\$?'/.test(found));
  if (/^\s*(?:&\s*)?curl\.exe\s/i.test(command))
    return hasSingle || command.includes('`') ? readPowerShell : readCmd;
  return !hasSingle && (percent.test(command) || doubled.test(command)) ? readCmd : readPosix;
}
