/** Which values of an authentication block are secret without `get_secret()` having said so. */
import type { TextField } from '../../registry/model.js';
import { collectKey } from '../jwt/key-secrets.js';
import type { SecretCollector } from '../settings.js';

/** Shorter texts are words, and masking one would hide every other place where it stands. */
const shortestCredential = 8;

const hasTag = /\{[{%]/;

/**
 * A private key is secret wherever it comes from. Any other credential is one where it is written into the registry as
 * it is; what a template makes of users, variables and answers is no secret, and what it makes of secrets is collected
 * when it is rendered.
 */
export function collectCredential(
  name: string,
  field: Pick<TextField, 'value'> | null,
  rendered: string,
  secrets: SecretCollector,
): void {
  if (rendered.trim().length < shortestCredential) return;
  if (name === 'private_key') collectKey(rendered, secrets);
  else if (credentialFields.has(name) && field && !hasTag.test(field.value)) secrets.add(rendered);
}

const credentialFields: ReadonlySet<string> = new Set(['client_secret', 'value']);
