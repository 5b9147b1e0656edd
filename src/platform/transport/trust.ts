/** Whose certificates are trusted. */
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { certificateProblem } from './pem.js';

/**
 * A context that trusts these authorities besides Node's own, or undefined where there are none: then Node's default
 * holds, which is the same without them.
 * @param authorities PEM
 */
export function secureContext(authorities: readonly string[]): tls.SecureContext | undefined {
  if (authorities.length === 0) return undefined;
  const known = contexts.get(authorities);
  if (known) return known;
  const context = tls.createSecureContext({ ca: [...defaultAuthorities(), ...authorities] });
  contexts.set(authorities, context);
  return context;
}

/** Over a hundred certificates to read: once for each list, however many connectors share it. */
const contexts = new WeakMap<readonly string[], tls.SecureContext>();

/**
 * What Node trusts of itself. `ca` takes the place of all of it, with NODE_EXTRA_CA_CERTS and the command line flags;
 * Node from 22.15 can list it, for earlier ones it is put together here.
 */
function defaultAuthorities(): string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'default') => string[] };
  const own = getCACertificates?.('default') ?? [
    ...tls.rootCertificates,
    ...certificatesOf('NODE_EXTRA_CA_CERTS'),
  ];
  const flags = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)];
  return flags.includes('--use-openssl-ca') ? [...own, ...certificatesOf('SSL_CERT_FILE')] : own;
}

/** A file that cannot be used is worth a warning and no more, as it is to Node. */
function certificatesOf(variable: string): string[] {
  const path = process.env[variable];
  if (!path) return [];
  try {
    const text = readFileSync(path, 'utf8');
    const problem = certificateProblem(text);
    if (problem) throw new Error(problem.reason);
    return [text];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.emitWarning(`Ignoring the certificates of ${variable}, \`${path}\`: ${reason}`);
    return [];
  }
}
