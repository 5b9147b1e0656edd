import { UserError } from '../../text/user-error.js';
import type { SecretMask } from '../masking/secret-mask.js';
import type { Secrets } from './secrets.js';

/** Every value that can be read is masked from the start, used or not. */
export function registerSecrets(secrets: Secrets, mask: SecretMask): void {
  for (const name of secrets.names()) mask.add(readableSecret(secrets, name) ?? '');
}

/** A file that a connector never asks for need not exist; one that it does ask for fails then. */
export function readableSecret(secrets: Secrets, name: string): string | undefined {
  try {
    return secrets.get(name)?.value;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
