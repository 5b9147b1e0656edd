/** The program: argv in, exit code out. Each command's own code is loaded when it is called. */
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { version } from '../platform/version.js';
import { UserError } from '../text/user-error.js';
import { Cancelled } from './cancelled.js';
import { addCompletionCommand, answerCompletion } from './completion-command.js';
import type { DoctorOptions } from './doctor.js';
import { exitCodes } from './exit-codes.js';
import { addLintCommands } from './lint-commands.js';
import {
  addCallOptions,
  addGlobalOptions,
  collectPairs,
  collectRoutes,
  parseCount,
  parseMilliseconds,
} from './options.js';
import { printError, printJsonError } from './print-error.js';
import type { RenderCommandOptions } from './render.js';
import type { RunCommandOptions } from './run.js';
import { addScaffoldCommands } from './scaffold-commands.js';
import type { Streams } from './streams.js';
import { addTestCommands } from './test-commands.js';

/**
 * Runs one command line. Mistakes of the user are printed and become exit code 2; anything else that is thrown is a
 * fault of the program and is passed on.
 * @param args without the names of Node and of the program
 */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = createProgram(streams, (code) => {
    exitCode = code;
  });
  if (args[0] === 'complete' && args[1] === '--') {
    await answerCompletion(program, args.slice(2), streams);
    return exitCodes.ok;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.ok;
      // commander has printed it already, for people.
      if (wantsJson(args)) printJsonError(usageError(error), streams);
      return exitCodes.usage;
    }
    if (error instanceof Cancelled) return exitCodes.interrupted;
    if (!(error instanceof UserError)) throw error;
    if (streams.interrupt.aborted) return exitCodes.interrupted;
    printError(error, streams, wantsJson(args), !args.includes('--no-color'));
    return exitCodes.usage;
  }
}

/** Also where the command line itself is wrong, so that it was never read. */
const wantsJson = (args: readonly string[]): boolean =>
  args.some(
    (arg, at) =>
      arg === '--json' || arg === '--format=json' || (arg === '--format' && args[at + 1] === 'json'),
  );

const usageError = (error: CommanderError): UserError =>
  new UserError({
    code: 'wrong-usage',
    message: error.message.replace(/^error: /, ''),
    hint: '--help shows what there is.',
  });

function createProgram(streams: Streams, finish: (exitCode: number) => void): Command {
  const program = new Command('connector-cli');
  program
    .description('Run Gainsight Customer Communities connectors on your own machine.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(--help shows what there is)')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      getOutHelpWidth: () => streams.stdout.columns ?? 100,
      getErrHelpWidth: () => streams.stderr.columns ?? 100,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 findings or a connector that answered with an error, 2 wrong usage or files, 130 interrupted.',
    );
  addGlobalOptions(program);

  const run = program
    .command('run')
    .summary('run a connector and show it as a waterfall')
    .description(
      'Runs a simple or composite connector against real HTTP as the platform would, shows each request as a waterfall, and ends with the answer that a widget would get.',
    )
    .argument('[permalink]', 'the permalink of the connector; on a terminal one may be picked instead');
  addGlobalOptions(addCallOptions(run))
    .option(
      '--timeout <ms>',
      'time for each upstream call (default: 15000, as on the platform)',
      parseMilliseconds,
    )
    .option('--method <method>', "the caller's HTTP method (default: the one the connector asks for)")
    .option('--repeat <n>', 'run it n times on the same connections, tokens and HTTP cache', parseCount)
    .option('--watch', 'run anew on every save of the registry, the configuration and what else goes into it')
    .option('--step <name>', 'run one step of a composite alone')
    .option('--steps-from <file>', 'results of the other steps, for --step (default: of the last run)')
    .option('--out <file>', 'write the bytes of the answer into a file')
    .option('--har <file>', 'write the requests as an HTTP archive (HAR 1.2) for browser devtools')
    .option('--html <file>', 'write the run as one HTML page')
    .option('--record <file>', 'keep what upstreams answer, with secrets masked, for --replay and for tests')
    .option('--replay <file>', 'answer every request from a recording; nothing is sent')
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli run contact-orders --user ada --query format=json
  $ connector-cli run topic --path-param id=42 --repeat 2
  $ connector-cli run contact-orders --payload @payload.json --route https://api.example.com=http://127.0.0.1:4010
  $ connector-cli run contact-orders --record contact-orders.recording.json
  $ connector-cli run contact-orders --replay contact-orders.recording.json --watch`,
    )
    .action(async (given: string | undefined, _options: unknown, command: Command) => {
      const { permalink, options } = await named(
        'run',
        given,
        command.optsWithGlobals<RunCommandOptions>(),
        streams,
      );
      if (options.watch) {
        const { watchRun } = await import('./run-watch.js');
        finish(await watchRun(permalink, options, streams));
        return;
      }
      const { runCommand } = await import('./run.js');
      finish(await runCommand(permalink, options, streams));
    });

  const render = program
    .command('render')
    .summary('show what a connector would send, without sending it')
    .description(
      'Renders every template of a connector by itself and shows each field as it would go out; nothing is sent. The answers of earlier steps are those of a file, else of the last run, else placeholders.',
    )
    .argument('[permalink]', 'the permalink of the connector; on a terminal one may be picked instead');
  addGlobalOptions(addCallOptions(render))
    .option('--method <method>', "the caller's HTTP method (default: the one the connector asks for)")
    .option('--step <name>', 'one step only')
    .option('--field <name>', 'one field only: url, headers.Authorization, request_body, ...')
    .option('--steps-from <file>', 'answers of steps (default: of the last run)')
    .option('--watch', 'render anew on every save, and show what changed')
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli render contact-orders --user ada --payload @payload.json
  $ connector-cli render contact-orders --step orders --field request_body | jq .
  $ connector-cli render contact-orders --watch`,
    )
    .action(async (given: string | undefined, _options: unknown, command: Command) => {
      const { permalink, options } = await named(
        'render',
        given,
        command.optsWithGlobals<RenderCommandOptions>(),
        streams,
      );
      const { renderCommand } = await import('./render.js');
      finish(await renderCommand(permalink, options, streams));
    });

  const doctor = program
    .command('doctor')
    .summary('say whether this machine can run the connectors')
    .description(
      'Checks Node, the configuration, the registry, every secret and variable that its templates name, the proxy, the certificates, and each host: DNS, connection, TLS, one HEAD request without credentials, clock. It changes nothing.',
    );
  addGlobalOptions(doctor)
    .option('--env <name>', 'an environment of the configuration')
    .option('--variable <k=v>', 'the value of a variable (repeatable)', collectPairs)
    .option('--route <from=to>', "send an origin's traffic elsewhere (repeatable)", collectRoutes)
    .option('--timeout <ms>', 'time for each host (default: 5000)', parseMilliseconds)
    .option('--offline', 'touch nothing of the network')
    .addHelpText(
      'after',
      `
Examples:
  $ connector-cli doctor --env sandbox
  $ connector-cli doctor --offline --json | jq '.checks[] | select(.state == "problem")'

Exit codes: 0 no problems (warnings there may be), 1 problems, 130 interrupted.`,
    )
    .action(async (_options: unknown, command: Command) => {
      const { doctorCommand } = await import('./doctor.js');
      finish(await doctorCommand(command.optsWithGlobals<DoctorOptions>(), streams));
    });
  addLintCommands(program, streams, finish);
  addScaffoldCommands(program, streams, finish);
  addTestCommands(program, streams, finish);
  addCompletionCommand(program, streams);
  return program;
}

/** The connector that is named, else the one that a person picks. */
async function named<Options extends RunCommandOptions>(
  command: 'run' | 'render',
  permalink: string | undefined,
  options: Options,
  streams: Streams,
): Promise<{ permalink: string; options: Options }> {
  if (permalink !== undefined) return { permalink, options };
  const { chooseConnector } = await import('./choose-connector.js');
  const { choice, ...chosen } = await chooseConnector(command, options, streams);
  return { ...chosen, options: { ...options, ...choice } };
}

/** What `bin/` calls: runs the command line of a process, and ends the process with its exit code. */
export async function runProcess(target: NodeJS.Process): Promise<void> {
  // The HTTP parser is WebAssembly; V8's optimising compiler would go on with it when the run is over, and hold up the exit.
  setFlagsFromString('--liftoff-only');
  const interrupt = new AbortController();
  target.on('SIGINT', () => {
    if (interrupt.signal.aborted) target.exit(exitCodes.interrupted);
    interrupt.abort();
  });
  for (const stream of [target.stdout, target.stderr]) {
    // A reader such as `head` may close the pipe before everything is written; how the run ended is still said.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const streams: Streams = {
    stdin: target.stdin,
    stdout: target.stdout,
    stderr: target.stderr,
    env: target.env,
    cwd: target.cwd(),
    interrupt: interrupt.signal,
  };
  try {
    target.exitCode = await main(target.argv.slice(2), streams);
  } catch (error) {
    const detail = error instanceof Error ? error : new Error(String(error));
    target.stderr.write(
      target.env.DEBUG === 'connector-cli'
        ? `${detail.stack}\n`
        : `connector-cli failed: ${detail.message}\nThis is a fault of the program. DEBUG=connector-cli shows where it happened.\n`,
    );
    target.exitCode = exitCodes.usage;
  }
  await Promise.all([flushed(target.stdout), flushed(target.stderr)]);
  target.exit();
}

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((done) => {
    stream.write('', () => done());
  });
