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
  /** Null where no file is configured, the default one does not exist, and no value has to be kept. */
  readonly file: string | null;
  /** The default file is made for the values: nobody has kept it out of git so far. */
  readonly isNew: boolean;
  /** Lines that are to be added to the file. */
  readonly lines: readonly NewSecret[];
  /** Names without a value. */
  readonly toFill: readonly string[];
  /** Names whose value is another one already, which stays. */
  readonly others: readonly string[];
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
  const known = new Map((secrets?.names() ?? []).map((name) => [name, knownValue(secrets, name)]));
  const absent = wanted.filter(
    ({ name, value }) => !known.has(name) || (value !== '' && known.get(name) === ''),
  );
  const isThere = await exists(secretsFile.path);
  const isUsed = secretsFile.isConfigured || isThere || absent.some(({ value }) => value !== '');
  const lines = isUsed ? await missingSecrets(secretsFile.path, absent) : [];
  if (lines.length > 0 && !dryRun) await checkWritable(secretsFile.path, 'secrets file');
  const isEmpty = ({ name, value }: NewSecret) => value === '' && (known.get(name) ?? '') === '';
  const isOther = ({ name, value }: NewSecret) =>
    value !== '' && known.get(name) && known.get(name) !== value;
  return {
    file: isUsed ? secretsFile.path : null,
    isNew: !isThere && lines.length > 0,
    lines,
    toFill: wanted.filter(isEmpty).map(({ name }) => name),
    others: wanted.filter(isOther).map(({ name }) => name),
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

/** Undefined where it names a file that cannot be read: that is for the run to say. */
function knownValue(secrets: Secrets | null, name: string): string | undefined {
  try {
    return secrets?.get(name)?.value;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
