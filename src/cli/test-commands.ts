/** `test` as the command line knows it. */
import { type Command, Option } from 'commander';
import { testFormats } from '../testing/reporters/index.js';
import { addGlobalOptions } from './options.js';
import type { Streams } from './streams.js';
import { parseShard, type TestOptions } from './test-options.js';

export function addTestCommands(
  program: Command,
  streams: Streams,
  finish: (exitCode: number) => void,
): void {
  const test = program
    .command('test')
    .summary('run the test files of connectors, with mocked upstreams')
    .description(
      'Runs the cases of test files on the real pipeline, with answers from the test file in place of the network: no platform, no network, no secret, and time that stands still.',
    )
    .argument(
      '[patterns...]',
      'test files, directories, or patterns (default: **/*.connector-test.{yaml,yml,json})',
    );
  addGlobalOptions(test)
    .option('-t, --test-name <text>', 'only cases whose permalink and name hold this text')
    .option('--env <name>', 'an environment of the configuration')
    .option('--update', 'write the snapshots anew, and drop those that nothing asks for')
    .option('--bail', 'stop after the first failure')
    .option('--shard <i/n>', 'one part of the cases, for several machines', parseShard)
    .option('--coverage', 'say what of the connectors the cases reached')
    .addOption(new Option('--reporter <name>', 'how results are printed').choices(testFormats))
    .option('--watch', 'run what a save touches')
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli test -t "contact-orders"
  $ connector-cli test --reporter junit > connectors.xml
  $ connector-cli test tests/orders.connector-test.yaml --watch

Secrets are the mock values of the configuration and of the test file. On GitHub Actions annotations are printed too.
Exit codes: 0 every case passed, 1 a case failed, 2 wrong usage or files, 130 interrupted.`,
    )
    .action(async (patterns: string[], _options: unknown, command: Command) => {
      const { testCommand } = await import('./test.js');
      finish(await testCommand(patterns, command.optsWithGlobals<TestOptions>(), streams));
    });
}
