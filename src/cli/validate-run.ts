/** One pass of `validate`: reads the configuration and the registries, fixes what is to be fixed, and says what is left. */
import { resolve } from 'node:path';
import {
  type LintConfiguration,
  loadLintConfiguration,
  registerSecrets,
  SecretMask,
} from '../config/index.js';
import { type CheckedRegistry, checkRegistry } from '../lint/check.js';
import { type AppliedFix, fixRegistry, isEditable, withFixesThatHold } from '../lint/fix.js';
import { type LintReport, lintReport } from '../lint/report.js';
import { rules } from '../lint/rules/index.js';
import { findRule, type LintSettings, lintSettings } from '../lint/settings.js';
import { unusedSilences } from '../lint/unused-silences.js';
import { largestRegistry_bytes, parseRegistryBytes, type Registry } from '../registry/index.js';
import { readBytes } from '../text/read-file.js';
import { UserError } from '../text/user-error.js';
import { writeFileAtomically } from '../text/write-file.js';
import type { Streams } from './streams.js';
import { findInputs, shownPath } from './validate-inputs.js';
import type { ValidateOptions } from './validate-options.js';
import { type CheckedWidgets, checkWidgets } from './validate-widgets.js';
import { noRegistry } from './working-directory.js';

export interface ValidateRun {
  report: LintReport;
  mask: SecretMask;
  /** Files that the result depends on. */
  watched: string[];
  /** The registries as they are now, in the order of the report. */
  texts: string[];
  /** Why some files could not be looked at, where others could. */
  unreadable: UserError[];
  /** Shown paths of files that `--fix` had to leave alone. */
  unfixed: string[];
  /** Shown paths of widgets that are too large or too many to be looked at. */
  skipped: string[];
}

/** @throws {UserError} where nothing can be read, or something means nothing */
export async function validateOnce(
  files: readonly string[],
  options: ValidateOptions,
  streams: Streams,
  cwd: string,
): Promise<ValidateRun> {
  const started_ms = performance.now();
  const configuration = await loadLintConfiguration({
    cwd,
    configPath: options.config,
    registryPath: options.registry,
    processEnv: streams.env,
  });
  const settings = settingsOf(configuration, options);
  const { inputs, unreadable } = await readInputs(files, options, streams, { cwd, configuration });

  const applied: AppliedFix[] = [];
  const unfixed: string[] = [];
  const checked: CheckedRegistry[] = [];
  const widgets: CheckedWidgets[] = [];
  for (const { path, registry } of inputs) {
    const fixed = options.fix ? fixRegistry(registry, settings) : { registry, applied: [] };
    if (options.fix && !isEditable(registry)) unfixed.push(registry.file.path);
    if (path !== null && fixed.applied.length > 0) {
      await writeFileAtomically(path, fixed.registry.file.text, { what: 'registry' });
    }
    applied.push(...fixed.applied);
    checked.push(withFixesThatHold(checkRegistry(fixed.registry, settings)));
    if (path !== null) {
      widgets.push(await checkWidgets({ path, registry: fixed.registry }, options.widgets, settings, cwd));
    }
  }
  // Whether an accepted finding still exists is known only where the registry of the configuration was looked at.
  const isWhole = inputs.some(({ path }) => path !== null && path === configuration.registryPath);
  const others =
    isWhole && configuration.file !== undefined
      ? unusedSilences([...checked, ...widgets], settings, {
          file: shownPath(configuration.file, cwd),
          locate: (index) => configuration.locate(['lint', 'ignore', index]),
        })
      : [];
  const report = lintReport({
    checked,
    others: [...widgets.flatMap(({ reported }) => reported), ...others],
    othersSilenced: widgets.reduce((sum, { silenced }) => sum + silenced, 0),
    fixed: options.fix ? applied : null,
    settings,
    duration_ms: performance.now() - started_ms,
  });
  return {
    report,
    mask: await maskOf(configuration, checked, report),
    watched: [
      ...inputs.flatMap(({ path }) => (path === null ? [] : [path])),
      ...unreadable.flatMap(({ file }) => (file === undefined ? [] : [file])),
      ...widgets.flatMap(({ watched }) => watched),
      ...(configuration.file === undefined ? [] : [configuration.file]),
    ],
    texts: checked.map(({ registry }) => registry.file.text),
    unreadable,
    unfixed,
    skipped: widgets.flatMap(({ skipped }) => skipped),
  };
}

/** Flags win over the configuration. */
function settingsOf(configuration: LintConfiguration, options: ValidateOptions): LintSettings {
  const { lint, locate, file } = configuration;
  const levels = Object.entries(lint.rules ?? {});
  const ignore = lint.ignore ?? [];
  const known = (id: string, path: (string | number)[]): void => {
    try {
      findRule(rules, id);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { code, message, hint } = error;
      throw new UserError({ code, message, hint, file, ...locate(path) });
    }
  };
  for (const [id] of levels) known(id, ['lint', 'rules', id]);
  for (const [index, { rule }] of ignore.entries()) known(rule, ['lint', 'ignore', index, 'rule']);
  return lintSettings(rules, [...levels, ...(options.rule ?? [])], ignore);
}

interface Input {
  /** Null for standard input. */
  path: string | null;
  registry: Registry;
}

async function readInputs(
  files: readonly string[],
  options: ValidateOptions,
  streams: Streams,
  { cwd, configuration }: { cwd: string; configuration: LintConfiguration },
): Promise<{ inputs: Input[]; unreadable: UserError[] }> {
  if (options.stdin) {
    const { stdinFilename } = options;
    const shown = stdinFilename === undefined ? '<stdin>' : shownPath(resolve(cwd, stdinFilename), cwd);
    const registry = registryOf(await readStdin(streams.stdin), shown);
    return { inputs: [{ path: null, registry }], unreadable: [] };
  }
  const paths = files.length > 0 ? await findInputs(files, cwd) : [configuration.registryPath];
  const inputs: Input[] = [];
  const unreadable: UserError[] = [];
  for (const path of paths) {
    if (path === undefined) throw noRegistry();
    try {
      const bytes = await readBytes(path, 'registry', largestRegistry_bytes);
      inputs.push({ path, registry: registryOf(bytes, shownPath(path, cwd), path) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unreadable.push(error);
    }
  }
  if (inputs.length === 0 && unreadable[0]) throw unreadable[0];
  return { inputs, unreadable };
}

function registryOf(bytes: Buffer, shown: string, path = shown): Registry {
  if (!isBinary(bytes)) return parseRegistryBytes(bytes, shown);
  throw new UserError({
    code: 'file-is-binary',
    file: path,
    message: 'The registry is a binary file, not JSON.',
  });
}

/** UTF-16 is text too, which the linter names. */
function isBinary(bytes: Buffer): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, 8192).includes(0) && !/^\s*[{[]/.test(bytes.toString('utf8', 0, 64));
}

async function readStdin(stdin: Streams['stdin']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > largestRegistry_bytes) {
      const message = 'The registry on standard input is larger than 64 MiB.';
      throw new UserError({ code: 'file-too-large', message });
    }
  }
  return Buffer.concat(chunks);
}

/** Secrets are read only where something is shown. */
async function maskOf(
  configuration: LintConfiguration,
  checked: readonly CheckedRegistry[],
  { findings, fixed }: LintReport,
): Promise<SecretMask> {
  const mask = new SecretMask();
  if (findings.length === 0 && !fixed?.length) return mask;
  for (const { credentials } of checked) for (const text of credentials) mask.add(text);
  const secrets = await configuration.secrets();
  if (secrets) registerSecrets(secrets, mask);
  return mask;
}
