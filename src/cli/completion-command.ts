/** `completion` as the command line knows it. */
import { Argument, type Command } from 'commander';
import type { Streams } from './streams.js';

export function addCompletionCommand(program: Command, streams: Streams): void {
  program
    .command('completion')
    .summary('print a script that teaches your shell to complete')
    .description(
      'Prints a script that completes commands, options, permalinks, steps, users, environments, rules and templates at the Tab key. It is the same for a global installation, a path such as node_modules/.bin/connector-cli, and npx connector-cli.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish', 'powershell']))
    .addHelpText(
      'after',
      `
Examples, each for good; open a new shell after it:
  $ echo 'source <(connector-cli completion bash)' >> ~/.bashrc
  $ echo 'source <(connector-cli completion zsh)' >> ~/.zshrc
  $ connector-cli completion fish > ~/.config/fish/completions/connector-cli.fish
  > connector-cli completion powershell >> $PROFILE

Where it is installed in a project alone, write npx connector-cli in these lines. In the bash of macOS (3.2) it is
  $ echo 'eval "$(connector-cli completion bash)"' >> ~/.bashrc`,
    )
    .action(async (shell: string) => {
      const { completionScript, shells } = await import('./completion/scripts.js');
      const known = shells.find((each) => each === shell);
      if (known) streams.stdout.write(completionScript(known));
    });
}

/**
 * What the scripts call at each press of the key: `complete -- <words>`. It never fails and never says why: the shell
 * would print that into the line that is being typed.
 */
export async function answerCompletion(
  program: Command,
  words: readonly string[],
  { stdout, stderr, cwd, env }: Streams,
): Promise<void> {
  try {
    const { completionsFor } = await import('./completion/complete.js');
    stdout.write(`${(await completionsFor(program, words, cwd)).join('\n')}\n`);
  } catch (error) {
    if (env.DEBUG === 'connector-cli') stderr.write(`${(error as Error).stack}\n`);
  }
}
