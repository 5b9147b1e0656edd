import { withFileLock } from '../../text/file-lock.js';
import { readBytes, readText } from '../../text/read-file.js';
import { UserError } from '../../text/user-error.js';
import { utf8Text } from '../../text/utf8.js';
import { writeFileAtomically } from '../../text/write-file.js';
import { largestSecretsFile_bytes } from './load-secrets.js';
import { parseSecretsFile } from './secrets-file.js';

export interface NewSecret {
  readonly name: string;
  /** Empty for a placeholder that a person fills in. */
  readonly value: string;
}

export interface AppendedSecrets {
  /** Names of the lines that were added. */
  readonly added: readonly string[];
  /** Names that the file had already, and that stay as they are. */
  readonly kept: readonly string[];
}

/**
 * Adds `name=value` lines for the secrets that the file does not have; what stands in it is never changed. Where a name stands there
 * without a value, and a value comes, the value gets a line of its own: of a repeated name the last counts. A new file is readable
 * for its owner alone.
 * @throws {UserError} where the file cannot be read, understood or written
 */
export async function appendSecrets(
  file: string,
  secrets: readonly NewSecret[],
  signal?: AbortSignal,
): Promise<AppendedSecrets> {
  return withFileLock(file, { what: 'secrets file', signal }, async ({ path, assertHeld }) => {
    const text = await readIfThere(path);
    const { missing, kept } = compare(text, path, secrets);
    if (missing.length > 0) {
      const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
      const gap = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd;
      const lines = missing.map((secret) => secretLine(secret) + lineEnd);
      await assertHeld();
      await writeFileAtomically(path, [text, gap, ...lines].join(''), { mode: 0o600, what: 'secrets file' });
    }
    return { added: missing.map(({ name }) => name), kept };
  });
}

/** What `appendSecrets` would add; touches nothing. */
export async function missingSecrets(
  file: string,
  secrets: readonly NewSecret[],
): Promise<readonly NewSecret[]> {
  return compare(await readIfThere(file), file, secrets).missing;
}

function compare(
  text: string,
  file: string,
  secrets: readonly NewSecret[],
): { missing: NewSecret[]; kept: string[] } {
  const known = new Map(
    parseSecretsFile(text.replace(/^\ufeff/, ''), file).map(({ name, value }) => [name, value]),
  );
  const byName = new Map(secrets.map((secret) => [secret.name, secret]));
  const isThere = ({ name, value }: NewSecret) => known.has(name) && (known.get(name) !== '' || value === '');
  const all = [...byName.values()];
  return {
    missing: all.filter((secret) => !isThere(secret)),
    kept: all.filter(isThere).map(({ name }) => name),
  };
}

/** A byte order mark stays in the text, as it stays in the file. */
async function readIfThere(file: string): Promise<string> {
  try {
    const bytes = await readBytes(file, 'secrets file', largestSecretsFile_bytes);
    return utf8Text(bytes) ?? (await readText(file, 'secrets file', largestSecretsFile_bytes));
  } catch (error) {
    if (error instanceof UserError && error.code === 'file-not-found') return '';
    throw error;
  }
}

/** As `parseSecretsFile` and `Secrets` read it back: an at sign at the beginning would name a file. */
function secretLine({ name, value }: NewSecret): string {
  const written = value.startsWith('@') ? `@${value}` : value;
  if (/^[!$-&(-~]*$/.test(written) && !written.includes('#')) return `${name}=${written}`;
  const escaped = written
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `${name}="${escaped}"`;
}
