/** `validate` and `explain` as the command line knows them. */
import { type Command, Option } from 'commander';
import { reportFormats } from '../lint/reporters/index.js';
import type { ExplainOptions } from './explain.js';
import { addGlobalOptions } from './options.js';
import type { Streams } from './streams.js';
import { collectLevels, parseLimit, type ValidateOptions } from './validate-options.js';

export function addLintCommands(
  program: Command,
  streams: Streams,
  finish: (exitCode: number) => void,
): void {
  const validate = program
    .command('validate')
    .summary('find what is wrong in registries before the platform does')
    .description(
      'Lints registries: the nearest connectors_registry.json, or the files, directories and patterns that are named. Each finding has its place, what to do, and a rule that `explain` describes.',
    )
    .argument('[files...]', 'registries, directories that hold some, or patterns ("**/*.json")');
  addGlobalOptions(validate)
    .addOption(new Option('--format <name>', 'how findings are printed').choices(reportFormats))
    .option('--fix', 'mend what can be mended safely, in the files')
    .option('--max-warnings <n>', 'more warnings than this end in exit code 1', parseLimit)
    .option('--rule <id=level>', 'the level of a rule: error, warn or off (repeatable)', collectLevels)
    .option('--watch', 'look anew on every save')
    .option('--stdin', 'read one registry from standard input; with --fix, print it fixed')
    .option('--stdin-filename <path>', 'the name that findings of --stdin bear')
    .option(
      '--widgets [directory]',
      'check the calls in these widgets (default: widgets/ beside the registry)',
    )
    .option('--no-widgets', 'look at no widgets')
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli validate --fix
  $ connector-cli validate "sites/**/connectors_registry.json" --max-warnings 0
  $ connector-cli validate --format sarif > connectors.sarif

--quiet shows errors alone, and nothing where there are none. On GitHub Actions annotations are printed too.
Exit codes: 0 fine (warnings there may be), 1 errors or too many warnings, 2 wrong usage or files, 130 interrupted.`,
    )
    .action(async (files: string[], _options: unknown, command: Command) => {
      const { validateCommand } = await import('./validate.js');
      finish(await validateCommand(files, command.optsWithGlobals<ValidateOptions>(), streams));
    });

  const explain = program
    .command('explain')
    .summary('describe a rule of validate: what, why, wrong, right')
    .description(
      'Describes one rule with an example of what is wrong and one of what is right, or lists all rules.',
    )
    .argument('[rule]', 'the id of a rule, as it stands beside a finding');
  addGlobalOptions(explain)
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli explain duplicate-key
  $ connector-cli explain --json | jq -r '.rules[] | select(.fixable) | .id'`,
    )
    .action(async (id: string | undefined, _options: unknown, command: Command) => {
      const { explainCommand } = await import('./explain.js');
      finish(await explainCommand(id, command.optsWithGlobals<ExplainOptions>(), streams));
    });
}
