/** What a text that should be a key is instead; told apart by its looks, before any cryptography. */
import { SigningError } from './signing-error.js';

/** In characters; an RSA key of 16,384 bits has 13,000. */
const longestPem = 64 * 1024;

const begin = /-----BEGIN ([A-Z0-9 ]+)-----/g;

const failed = (message: string, advice: string | null): SigningError =>
  new SigningError('key', message, advice);

/** @throws {SigningError} unless the text looks like a private key in PEM */
export function rejectText(pem: string, algorithm: string): void {
  if (pem === '') throw failed('the key is empty', 'Give it a private key in PEM.');
  rejectMissing(pem);
  if (pem.length > longestPem) {
    throw failed(`the key has more than ${longestPem} characters, which no private key has`, null);
  }
  const labels = [...pem.matchAll(begin)].map(([, label]) => label ?? '');
  if (labels.length === 0 || pem.startsWith('{')) throw noPem(pem, algorithm);
  if (pem.includes('\\n')) {
    throw failed(
      'the key holds the two characters \\n where its lines should end',
      'Store the key with real line breaks. Whether the platform would repair it is not known, so it is not repaired here. A secret that is `@path` reads the key from a file.',
    );
  }
  const label = labels.find((each) => each.endsWith('PRIVATE KEY')) ?? labels[0] ?? '';
  rejectLabel(label, algorithm);
  if (/^Proc-Type: 4,ENCRYPTED/m.test(pem)) throw encrypted();
  if (!new RegExp(`-----BEGIN ${label}-----[ \\t]*\\r?\\n`).test(pem)) {
    throw failed(
      'the key has lost its line breaks',
      'A key in PEM has its BEGIN line, its END line and every line between them on a line of their own.',
    );
  }
}

/** A secret or variable without a value goes out as its literal call. */
export function rejectMissing(text: string): void {
  const missing = /^\{\{ get_(secret|variable)\('([^']*)'\) \}\}$/.exec(text);
  if (!missing) return;
  throw failed(
    `the key is the literal text ${text}: the ${missing[1]} has no value here`,
    missing[1] === 'secret'
      ? `Set CONNECTOR_SECRET_${missing[2]}, or put it into the secrets file; \`@path\` as the value reads a file.`
      : 'Set it under `variables` in the configuration.',
  );
}

/** What HMAC must not take for a secret: PyJWT refuses every PEM text and SSH key. */
export function rejectKeyPair(text: string, algorithm: string): void {
  const label = text.match(/-----BEGIN ([A-Z0-9 ]+)-----/)?.[1];
  const isSsh = /^(ssh-|ecdsa-sha2-)/.test(text.trim());
  if (label === undefined && !isSsh) return;
  const what = label === undefined ? 'an SSH key' : describeLabel(label);
  throw failed(
    `${algorithm} needs a shared secret, and this is ${what}`,
    'Use the algorithm that the key is for, such as RS256 for an RSA key, or give the shared secret.',
  );
}

function rejectLabel(label: string, algorithm: string): void {
  if (label === 'ENCRYPTED PRIVATE KEY') throw encrypted();
  if (label === 'OPENSSH PRIVATE KEY') {
    throw failed(
      `${algorithm} needs a private key in PEM (PKCS#8, PKCS#1 or SEC1), and this is an OpenSSH private key`,
      'Make a key with `openssl genpkey`, or turn a copy of this one into PEM: ssh-keygen -p -m PEM -f <copy>',
    );
  }
  if (label.endsWith('PRIVATE KEY')) return;
  throw failed(
    `${algorithm} signs with a private key, and this is ${describeLabel(label)}`,
    'Give the private key that belongs to it; the public one or the certificate goes to whoever verifies.',
  );
}

const encrypted = (): SigningError =>
  failed(
    'the private key is encrypted',
    'The platform has no place for a passphrase. Decrypt the key: openssl pkey -in encrypted.pem -out key.pem',
  );

function describeLabel(label: string): string {
  if (label.endsWith('CERTIFICATE')) return 'a certificate';
  if (label.endsWith('CERTIFICATE REQUEST')) return 'a certificate request';
  if (label.endsWith('PUBLIC KEY')) return 'a public key';
  if (label === 'ENCRYPTED PRIVATE KEY') return 'an encrypted private key';
  if (label.endsWith('PRIVATE KEY')) return 'a private key in PEM';
  return `PEM of another kind (${label})`;
}

function noPem(text: string, algorithm: string): SigningError {
  const needed = `${algorithm} needs a private key in PEM`;
  if (text.startsWith('{')) {
    return failed(
      `${needed}, and this is a JSON document`,
      text.includes('"kty"')
        ? 'A JSON Web Key has to be turned into PEM first.'
        : "If it is a service account's file, give only the value of its `private_key`, with real line breaks.",
    );
  }
  if (/^(ssh-|ecdsa-sha2-)/.test(text)) return failed(`${needed}, and this is an SSH public key`, null);
  return failed(
    `${needed}, and this text has no line -----BEGIN ... PRIVATE KEY-----`,
    `Give the key with its BEGIN and END lines. A shared secret signs with HS256, HS384 or HS512.`,
  );
}
