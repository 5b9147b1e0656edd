/** The flags of `validate`, and what they mean together. */
import { InvalidArgumentError } from 'commander';
import type { ReportFormat } from '../lint/reporters/index.js';
import type { RuleLevel } from '../lint/settings.js';
import { UserError } from '../text/user-error.js';
import type { GlobalOptions } from './options.js';

export interface ValidateOptions extends GlobalOptions {
  format?: ReportFormat;
  fix?: boolean;
  maxWarnings?: number;
  rule?: [string, RuleLevel][];
  watch?: boolean;
  stdin?: boolean;
  stdinFilename?: string;
  /** A directory, or whether to look at the one beside the registry. Default: where there is one. */
  widgets?: string | boolean;
}

const levels: ReadonlySet<string> = new Set(['error', 'warn', 'off'] satisfies RuleLevel[]);

/** `id=error`, `id=warn`, `id=off`. */
export function collectLevels(text: string, earlier: [string, RuleLevel][] = []): [string, RuleLevel][] {
  const at = text.lastIndexOf('=');
  const level = text.slice(at + 1);
  if (at < 1 || !levels.has(level)) {
    throw new InvalidArgumentError('Write it as id=error, id=warn or id=off.');
  }
  return [...earlier, [text.slice(0, at), level as RuleLevel]];
}

/** A whole number from zero. */
export function parseLimit(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('Write a whole number, 0 or more.');
  }
  return value;
}

/** @throws {UserError} `wrong-usage`, for flags that exclude one another */
export function refuseContradictions(files: readonly string[], options: ValidateOptions): void {
  const refuse = (message: string): never => {
    throw new UserError({ code: 'wrong-usage', message, hint: '--help shows what there is.' });
  };
  if (options.json && options.format !== undefined && options.format !== 'json') {
    refuse(`--json and --format ${options.format} exclude one another.`);
  }
  if (options.stdin && files.length > 0) refuse('--stdin and files exclude one another.');
  if (options.stdin && options.watch) refuse('--stdin and --watch exclude one another.');
  if (options.stdin && options.registry !== undefined) refuse('--stdin and --registry exclude one another.');
  if (options.registry !== undefined && files.length > 0) refuse('--registry and files exclude one another.');
  if (typeof options.widgets === 'string' && (options.stdin || files.length > 1)) {
    refuse('--widgets names the widgets of one registry file.');
  }
  if (options.stdinFilename !== undefined && !options.stdin) refuse('--stdin-filename is for --stdin.');
}
