/** The secrets of a new entry: which have no value yet, and where their lines go. */
import { access } from 'node:fs/promises';
import {
  appendSecrets,
  type LintConfiguration,
  missingSecrets,
  type NewSecret,
  type Secrets,
} from '../config/index.js';
import { UserError } from '../text/user-error.js';
import { checkWritable } from '../text/write-file.js';

export interface SecretsPlan {
  /** Null where no file is configured and the default one does not exist. */
  readonly file: string | null;
  /** Lines that are to be added to the file. */
  readonly lines: readonly NewSecret[];
  /** Names without a value. */
  readonly toFill: readonly string[];
}

/**
 * @param wanted the secrets that the entry names; an empty value is a placeholder
 * @throws {UserError} where the secrets file cannot be understood or written: before anything is added
 */
export async function planSecrets(
  wanted: readonly NewSecret[],
  { secretsFile }: LintConfiguration,
  secrets: Secrets | null,
  dryRun: boolean,
): Promise<SecretsPlan> {
  const known = new Set(secrets?.names());
  const isAbsent = ({ name, value }: NewSecret) =>
    !known.has(name) || (value !== '' && isEmpty(secrets, name));
  const absent = wanted.filter(isAbsent);
  const isUsed = secretsFile.isConfigured || (await exists(secretsFile.path));
  const lines = isUsed ? await missingSecrets(secretsFile.path, absent) : [];
  if (lines.length > 0 && !dryRun) await checkWritable(secretsFile.path, 'secrets file');
  return {
    file: isUsed ? secretsFile.path : null,
    lines,
    toFill: wanted
      .filter(({ name, value }) => (value === '' || !isUsed) && (!known.has(name) || isEmpty(secrets, name)))
      .map(({ name }) => name),
  };
}

/** @throws {UserError} that says that the entry stands already */
export async function writeSecrets({ file, lines }: SecretsPlan, signal: AbortSignal): Promise<void> {
  if (file === null || lines.length === 0) return;
  try {
    await appendSecrets(file, lines, signal);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, line } = error;
    const hint = `The entry was added, its secrets (${lines.map(({ name }) => name).join(', ')}) were not.`;
    throw new UserError({ code, message, file, line, hint });
  }
}

function isEmpty(secrets: Secrets | null, name: string): boolean {
  try {
    return secrets?.get(name)?.value === '';
  } catch {
    // It names a file that cannot be read: that is for the run to say.
    return false;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
