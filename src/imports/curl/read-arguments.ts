import { suggest } from '../../text/suggest.js';
import { longOption, optionNames, shortOption } from './options.js';
import type { PastedText } from './pasted-text.js';
import type { Word } from './shell/command.js';

/** One option with its value, or a URL. */
export interface Argument {
  /** The long name of the option; `url` for what stands alone. */
  readonly name: string;
  /** As it was written, for messages. */
  readonly written: string;
  /** Empty for an option that takes none. */
  readonly value: string;
  /** Where it stands in the command, in UTF-16 units. */
  readonly at: number;
}

/** @throws {UserError} `curl-unknown-option`, `curl-missing-value`, `curl-powershell` */
export function readArguments(words: readonly Word[], pasted: PastedText): Argument[] {
  const read: Argument[] = [];
  const waiting = [...words].reverse();
  let areOptionsOver = false;
  const take = (written: string, option: Word, attached: string | null): string => {
    if (attached !== null) return attached;
    const next = waiting.pop();
    if (next) return next.text;
    throw pasted.fault(option.start, 'curl-missing-value', `${written} has no value`);
  };
  for (let word = waiting.pop(); word; word = waiting.pop()) {
    const { text, start } = word;
    if (areOptionsOver || !text.startsWith('-') || text === '-') {
      read.push({ name: 'url', written: 'the URL', value: text, at: start });
    } else if (text === '--') areOptionsOver = true;
    else if (text.startsWith('--')) {
      const equals = text.indexOf('=');
      const name = text.slice(2, equals < 0 ? undefined : equals);
      const option = longOption(name);
      if (!option) throw unknown(`--${name}`, name, start, pasted);
      const written = `--${option.name}`;
      const attached = equals < 0 ? null : text.slice(equals + 1);
      const value = option.takesValue ? take(written, word, attached) : '';
      read.push({ name: option.name, written, value, at: start });
    } else {
      refusePowerShell(text, start, pasted);
      for (let index = 1; index < text.length; index += 1) {
        const letter = text[index] ?? '';
        const option = shortOption(letter);
        const written = `-${letter}`;
        if (!option)
          throw unknown(text.length > 2 ? `${written} in ${text}` : written, text.slice(1), start, pasted);
        const rest = text.slice(index + 1);
        const value = option.takesValue ? take(written, word, rest === '' ? null : rest) : '';
        read.push({ name: option.name, written, value, at: start });
        if (option.takesValue) break;
      }
    }
  }
  return read;
}

function refusePowerShell(text: string, at: number, pasted: PastedText): void {
  if (!/^-(?:Uri|Method|Headers|Body|ContentType|UseBasicParsing|WebSession|OutFile|UserAgent)$/i.test(text))
    return;
  throw pasted.fault(
    at,
    'curl-powershell',
    `${text} is an option of PowerShell's Invoke-WebRequest, which is called curl there, too`,
    powershellHint,
  );
}

export const powershellHint =
  'Copy the request as cURL: in the network panel of a browser "Copy as cURL (bash)" or "Copy as cURL (cmd)".';

const unknown = (written: string, name: string, at: number, pasted: PastedText) => {
  // What is written behind a letter may be its value, and a value may be a credential.
  const shown = written.length > 40 ? `${written.slice(0, 2)} ...` : written;
  const near = suggest(name, optionNames);
  return pasted.fault(
    at,
    'curl-unknown-option',
    `curl has no option ${shown}`,
    near === undefined ? 'curl --help all lists its options.' : `Did you mean --${near}?`,
  );
};
