/**
 * The scripts that teach shells to complete. The one of `@bomb.sh/tab` serves PowerShell. Its others fall short, so those are
 * our own: bash evaluates what was typed, cannot complete files or `--flag=` and complains when it is loaded twice; zsh and
 * fish take `id=` for an option; and all of them find the program on the PATH alone.
 */
import { script } from '@bomb.sh/tab';
import { bashScript } from './bash.js';
import { fishScript } from './fish.js';
import { printedBy } from './printed.js';
import { zshScript } from './zsh.js';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

export function completionScript(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return bashScript;
    case 'zsh':
      return zshScript;
    case 'fish':
      return fishScript;
    case 'powershell': {
      // The program as it was typed.
      const lines = printedBy(() => script('powershell', 'connector-cli', '$Program'));
      return `${lines.join('\n').trimEnd()}\n`;
    }
  }
}
