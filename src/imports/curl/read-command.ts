import { PastedText } from './pasted-text.js';
import { powershellHint } from './read-arguments.js';
import type { CommandEnd, ShellCommand, Word } from './shell/command.js';
import { dialectOf } from './shell/dialect.js';
import type { Substitutions } from './shell/substitutions.js';

/** A prompt that was copied, too. */
const prompt = /^\s*(?:[$%>❯]|PS [^>\n]*>|[A-Za-z]:\\[^>\n]*>)\s+/;

/**
 * The arguments of the one curl command, without `curl`.
 * @throws {UserError} `curl-not-curl`, `curl-several-commands`, `curl-syntax`
 */
export function readCommand(pasted: PastedText, substitutions: Substitutions): ShellCommand {
  const bare = new PastedText(pasted.text.replace(prompt, (found) => found.replace(/\S/g, ' ')));
  const command = dialectOf(bare.text)(bare, substitutions);
  const [program, ...words] = command.words;
  if (!program) {
    throw pasted.fault(0, 'curl-not-curl', 'There is no command', 'Paste one that begins with curl.');
  }
  if (!/(?:^|[\\/])curl(?:\.exe)?$/i.test(program.text)) throw notCurl(program, pasted);
  const notes = [...command.notes];
  const rest = command.end ? bare.text.slice(command.end.at + command.end.operator.length) : '';
  if (command.end && rest.trim() !== '') notes.push(...afterCommand(command.end, rest, pasted));
  return { ...command, words, notes };
}

function afterCommand(end: CommandEnd, rest: string, pasted: PastedText): string[] {
  const isComment = rest.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
  if (end.operator === '\n' && isComment) return [];
  if (end.operator.startsWith('|') && end.operator !== '||') {
    return ['What follows the pipe was left out: `response_body` is where a connector changes an answer.'];
  }
  if (end.operator === '>' || end.operator === '<') return [];
  const isLostLine = end.operator === '\n' && /^\s*-/.test(rest);
  const isOfUrl = end.operator === '&' && /^[\w.[\]%-]+=/.test(rest);
  if (isLostLine) {
    throw pasted.fault(
      end.at,
      'curl-several-commands',
      'The command ends here, and the next line goes on with an option',
      'End the line with a backslash (sh), a caret (cmd) or a backtick (PowerShell).',
    );
  }
  throw pasted.fault(
    end.at,
    'curl-several-commands',
    isOfUrl ? 'An & outside of quotes ends the command here' : 'A second command begins here',
    isOfUrl ? 'Put the URL in quotes.' : 'Paste one command of curl at a time.',
  );
}

const powershell = /^(?:invoke-webrequest|invoke-restmethod|iwr|irm|\$session|\$\w+)$/i;

function notCurl({ text, start }: Word, pasted: PastedText) {
  const isPowerShell = powershell.test(text) || /Invoke-(?:WebRequest|RestMethod)/i.test(pasted.text);
  if (isPowerShell) {
    return pasted.fault(
      start,
      'curl-not-curl',
      "This is PowerShell's Invoke-WebRequest and not curl",
      powershellHint,
    );
  }
  if (/^(?:await\s*)?fetch\b/.test(text)) {
    return pasted.fault(
      start,
      'curl-not-curl',
      'This is a fetch() of JavaScript and not curl',
      powershellHint,
    );
  }
  const isPath = /^[^\s'"]*[./\\][^\s'"]*$/.test(pasted.text.trim());
  const hint = isPath
    ? 'To take the command from a file: --from-curl - < file.'
    : 'Paste the command from the word curl on, without what stands before it.';
  return pasted.fault(start, 'curl-not-curl', 'The command does not begin with curl', hint);
}
