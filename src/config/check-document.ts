import { UserError } from '../text/user-error.js';
import type { ConfigurationDocument, KeyPath } from './document.js';
import { validateConfig } from './generated/validate-config.js';
import type { LoadedDocument } from './load-document.js';
import { describeFault } from './schema-fault.js';

/**
 * Holds a configuration against the published schema.
 * @throws UserError for the first thing that is wrong in it
 */
export function checkDocument(loaded: LoadedDocument): ConfigurationDocument {
  if (!validateConfig(loaded.value)) {
    // An unknown key explains more than what its absence or presence makes wrong elsewhere.
    const errors = validateConfig.errors ?? [];
    const first = errors.find(({ keyword }) => keyword === 'additionalProperties') ?? errors[0];
    if (first) {
      const { kind, message, hint, path } = describeFault(first, loaded.value, 'The configuration');
      throw configurationError(loaded, path, { code: `configuration-${kind}`, message, hint });
    }
  }
  return loaded.value as ConfigurationDocument;
}

/** An error about one key of the configuration. */
export function configurationError(
  loaded: LoadedDocument | undefined,
  path: KeyPath,
  details: { code: string; message: string; hint?: string | undefined },
): UserError {
  return new UserError({ ...details, file: loaded?.file, ...(loaded?.locate(path) ?? {}) });
}
