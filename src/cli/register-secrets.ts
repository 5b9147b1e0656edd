import type { SecretMask, Secrets } from '../config/index.js';
import { UserError } from '../text/user-error.js';

/** Every value that can be read is masked from the start, used or not. */
export function registerSecrets(secrets: Secrets, mask: SecretMask): void {
  for (const name of secrets.names()) {
    try {
      mask.add(secrets.get(name)?.value ?? '');
    } catch (error) {
      // A file that a connector never asks for need not exist; one that it does ask for fails then.
      if (!(error instanceof UserError)) throw error;
    }
  }
}
