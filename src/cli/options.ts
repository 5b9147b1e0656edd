/** Flags that several commands share, and the parsers of their values. contracts.md, Commands. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseRoute, type Route } from '../config/routes.js';
import { parseTime } from '../text/time.js';
import { UserError } from '../text/user-error.js';

export interface GlobalOptions {
  registry?: string;
  config?: string;
  cwd?: string;
  json?: boolean;
  color: boolean;
  quiet?: boolean;
}

export interface CallOptions {
  payload?: string;
  query?: [string, string][];
  header?: [string, string][];
  pathParam?: [string, string][];
  user?: string;
  env?: string;
  variable?: [string, string][];
  now?: number;
  route?: Route[];
  simple?: boolean;
  composite?: boolean;
  verbose?: boolean;
  showSecrets?: boolean;
}

export function addGlobalOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--registry <path>',
        'the registry file (default: the nearest connectors_registry.json upward)',
      ),
    )
    .addOption(new Option('--config <path>', 'the configuration file (default: searched upward)'))
    .addOption(new Option('--cwd <dir>', 'work as if started in this directory'))
    .addOption(new Option('--json', 'print one JSON document and nothing else to stdout'))
    .addOption(new Option('--no-color', 'no colours (also: NO_COLOR; FORCE_COLOR forces them)'))
    .addOption(new Option('--quiet', 'no progress and no warnings on stderr'));
}

export function addCallOptions(command: Command): Command {
  return command
    .option('--payload <json|@file|->', 'the body that the widget sends: JSON, @file, or - for stdin')
    .option('--query <k=v>', 'a query parameter of the call (repeatable)', collectPairs)
    .option('--header <k=v>', 'a header of the call (repeatable)', collectPairs)
    .option('--path-param <k=v>', 'a path parameter, simple connectors only (repeatable)', collectPairs)
    .option('--user <name>', 'who is signed in: a user of the configuration, or anonymous')
    .option('--env <name>', 'an environment of the configuration')
    .option('--variable <k=v>', 'the value of a variable (repeatable)', collectPairs)
    .option('--now <time>', 'freeze now(): Unix seconds, or an ISO 8601 time', parseNow)
    .option('--route <from=to>', "send an origin's traffic elsewhere (repeatable)", collectRoutes)
    .option('--simple', 'the simple connector, where a composite has the same permalink')
    .option('--composite', 'the composite, where a simple connector has the same permalink')
    .option('--verbose', 'show every request as rendered and every answer')
    .option('--show-secrets', 'show secret values instead of ***');
}

/** `k=v`; the value may hold further equals signs. */
export function collectPairs(text: string, earlier: [string, string][] = []): [string, string][] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
  return [...earlier, [text.slice(0, at), text.slice(at + 1)]];
}

export function collectRoutes(text: string, earlier: Route[] = []): Route[] {
  try {
    return [...earlier, parseRoute(text)];
  } catch (error) {
    if (error instanceof UserError) throw new InvalidArgumentError(`${error.message} ${error.hint ?? ''}`);
    throw error;
  }
}

/** Whole Unix seconds. */
function parseNow(text: string): number {
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw new InvalidArgumentError('Write it as Unix seconds or as an ISO 8601 time, 2026-01-02T03:04:05Z.');
}

/** A positive whole number that a person can wait for. */
export function parseCount(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 10_000) {
    throw new InvalidArgumentError('Write a whole number from 1 to 10000.');
  }
  return value;
}

/** A whole number that counts from 0. */
export function parseIndex(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 0.');
  return Number(text);
}

/** What a timer can hold; 24 days. */
const longestTimeout_ms = 2 ** 31 - 1;

/** Milliseconds, a positive whole number. */
export function parseMilliseconds(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > longestTimeout_ms) {
    throw new InvalidArgumentError(`Write a whole number of milliseconds from 1 to ${longestTimeout_ms}.`);
  }
  return value;
}
