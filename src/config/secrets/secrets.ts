import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { firstInvalidUtf8, unreadable } from '../../text/read-file.js';
import { UserError } from '../../text/user-error.js';

export interface SecretValue {
  readonly value: string;
  /** For people: the variable, file and line, or configuration key that the value comes from. */
  readonly source: string;
}

/** A value as it is written, with the file that its `@path` is relative to. */
export interface WrittenSecret {
  readonly value: string;
  /** Taken as it is, even where it begins with `@`. */
  readonly literal: boolean;
  readonly source: string;
  readonly file: string;
}

const environmentPrefix = 'CONNECTOR_SECRET_';

/**
 * The secrets by name. A value comes from, first found: `CONNECTOR_SECRET_<name>` in the process environment (where it
 * is not empty, as CI leaves what nobody set), then the layers in their order; an empty value is none. Files that `@path` names are read when
 * the value is asked for.
 */
export class Secrets {
  readonly #values = new Map<string, SecretValue>();

  constructor(
    private readonly processEnv: Readonly<Record<string, string | undefined>>,
    private readonly layers: readonly ReadonlyMap<string, WrittenSecret>[],
  ) {}

  /** @throws UserError where the value names a file that cannot be read */
  get(name: string): SecretValue | undefined {
    const known = this.#values.get(name);
    if (known) return known;
    const value = this.#fromEnvironment(name) ?? this.#fromLayers(name);
    if (value) this.#values.set(name, value);
    return value;
  }

  /** Every name that has a value, sorted; reads no file. */
  names(): string[] {
    const names = new Set(
      this.layers.flatMap((layer) => [...layer].flatMap(([name, { value }]) => (value === '' ? [] : [name]))),
    );
    for (const variable of Object.keys(this.processEnv)) {
      const name = variable.startsWith(environmentPrefix) ? variable.slice(environmentPrefix.length) : '';
      if (name !== '' && this.#fromEnvironment(name)) names.add(name);
    }
    return [...names].sort();
  }

  #fromEnvironment(name: string): SecretValue | undefined {
    const variable = environmentPrefix + name;
    const value = Object.hasOwn(this.processEnv, variable) ? this.processEnv[variable] : undefined;
    return value ? { value, source: `${variable} in the environment` } : undefined;
  }

  #fromLayers(name: string): SecretValue | undefined {
    // A line without a value is there to be filled in, and hides nothing.
    const written = this.layers.map((layer) => layer.get(name)).find((each) => each && each.value !== '');
    if (!written) return undefined;
    const { value, literal, source, file } = written;
    if (literal || !value.startsWith('@') || value === '@') return { value, source };
    if (value.startsWith('@@')) return { value: value.slice(1), source };
    const path = resolve(dirname(file), value.slice(1));
    return { value: readSecret(path, name, source), source: path };
  }
}

const missingFile = (name: string, source: string): UserError =>
  new UserError({
    code: 'secret-file-missing',
    message: `The secret \`${name}\` (${source}) begins with @ and so names a file, which does not exist.`,
    hint: 'Paths are relative to the file that names them. A value that itself begins with @ is written with two: @@.',
  });

const largestSecret_bytes = 1024 * 1024;

/** Synchronous, as templates ask for secrets in the middle of an expression. One line end at the end is dropped. */
function readSecret(path: string, name: string, source: string): string {
  const what = `file of the secret \`${name}\` (named by ${source})`;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    // The path may be a secret that begins with an at sign: it is not shown where it names no file.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw missingFile(name, source);
    throw unreadable(path, what, error);
  }
  const fail = (message: string): UserError =>
    new UserError({ code: 'bad-secret-file', file: path, message });
  if (bytes.length > largestSecret_bytes) throw fail(`The ${what} is larger than 1 MiB.`);
  if (firstInvalidUtf8(bytes) !== undefined) throw fail(`The ${what} is not UTF-8 text.`);
  return new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
}
