/** `init`, `add` and `list` as the command line knows them. */
import { type Command, Option } from 'commander';
import type { AddOptions } from './add.js';
import type { InitOptions } from './init.js';
import type { ListOptions } from './list.js';
import { addGlobalOptions, collectPairs, parseIndex } from './options.js';
import type { Streams } from './streams.js';

export function addScaffoldCommands(
  program: Command,
  streams: Streams,
  finish: (exitCode: number) => void,
): void {
  const init = program
    .command('init')
    .summary('make a project, with a connector that runs')
    .description(
      'Makes a project of a directory: a registry with a first connector, a configuration with a mock user, answers in place of an API, a test, settings for editors and a workflow. Of a repository that holds a registry it adds what is missing. What is there is never overwritten.',
    )
    .argument('[directory]', 'where (default: the project around this directory, or else this directory)');
  addGlobalOptions(init)
    .option('--name <name>', 'the name of the first connector')
    .option('--permalink <permalink>', 'its permalink (default: from the name)')
    .option('--user <name>', 'the mock user who is signed in (default: ada)')
    .option('--no-example', 'no connector, no answers and no test: an empty registry')
    .addOption(new Option('--tests', 'a first test file').hideHelp())
    .option('--no-tests', 'no test file')
    .addOption(
      new Option('--ci <service>', 'a workflow that validates and tests').choices(['github', 'none']),
    )
    .option('--no-ci', 'no workflow')
    .addOption(new Option('--vscode', 'settings for VS Code').hideHelp())
    .option('--no-vscode', 'no settings for VS Code')
    .option('--agents', 'notes for coding agents, in AGENTS.md')
    .option('--yes', 'take the default of whatever is not given')
    .option(
      '--dry-run',
      'print what would be done, with the changes of files that are there, and write nothing',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli init my-connectors --yes
  $ connector-cli init --name Orders --user grace --no-ci
  $ connector-cli init --yes --dry-run`,
    )
    .action(async (directory: string | undefined, _options: unknown, command: Command) => {
      const { initCommand } = await import('./init.js');
      finish(await initCommand(directory, command.optsWithGlobals<InitOptions>(), streams));
    });

  const add = program
    .command('add')
    .summary('add an entry to the registry')
    .description(
      'Adds one entry to the end of its list in the registry, made from a template, a command of curl or an operation of an OpenAPI document. Nothing else in the file changes. Without a template it asks for one on a terminal, and elsewhere lists those that there are.',
    )
    .argument('[template]', 'what to add: get, post, composite, ...')
    .usage('[template] [options]')
    // Which questions there are the template says.
    .allowUnknownOption()
    .allowExcessArguments();
  addGlobalOptions(add)
    .option('--yes', 'take the default of whatever is not given')
    .option('--dry-run', 'print the change as a diff, and write nothing')
    .option('--from-curl <command|->', 'make it of a command of curl; - reads it from stdin')
    .option('--from-openapi <file|url>', 'make it of an operation of an OpenAPI or Swagger document')
    .option('--operation <id>', 'the operation, by its id or as "GET /path"')
    .option('--list-operations', 'list the operations of the document, and add nothing')
    .option('--server <n>', 'which server of the document, counted from 0', parseIndex)
    .addHelpText(
      'after',
      `
Every question of a template is an option: --name, --url, --permalink and others; \`connector-cli add\` lists them. In a pipe and
under CI nobody is asked: what is missing is an error that names the option.

Examples:
  $ connector-cli add get --name Search --url https://api.example.com/search
  $ connector-cli add oauth-client-credentials --yes --service crm --dry-run
  $ connector-cli add api-key --name Account --url https://api.example.com/account --key Authorization --prefix 'Bearer '
  $ connector-cli add --from-curl "curl https://api.example.com/search -H 'X-Api-Key: ...'" --name Search
  $ connector-cli add --from-openapi openapi.yaml --operation listOrders`,
    )
    .action(async (_template: string | undefined, _options: unknown, command: Command) => {
      const { addCommand } = await import('./add.js');
      finish(await addCommand(command.args, command.optsWithGlobals<AddOptions>(), streams));
    });

  const list = program
    .command('list')
    .summary('show what the registry holds, and what each entry needs')
    .description(
      'Lists the connectors and composites of the registry: permalink, name, method, host, authentication, the secrets and variables that their templates name (! marks one without a value here), and the test files that cover them.',
    );
  addGlobalOptions(list)
    .option('--env <name>', 'an environment of the configuration')
    .option('--variable <k=v>', 'the value of a variable (repeatable)', collectPairs)
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli list --env sandbox
  $ connector-cli list --json | jq -r '.connectors[].permalink'`,
    )
    .action(async (_options: unknown, command: Command) => {
      const { listCommand } = await import('./list.js');
      finish(await listCommand(command.optsWithGlobals<ListOptions>(), streams));
    });
}
