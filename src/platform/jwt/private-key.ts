/** Reads the key of a signature, and says what is wrong with one that does not suit. platform.md section 6. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { EcAlgorithm, KeyPairAlgorithm, RsaAlgorithm } from './algorithms.js';
import { rejectText } from './key-text.js';
import { SigningError } from './signing-error.js';

/** OpenSSL's own bound for RSA; a longer key would take seconds a signature. */
const longestRsa_bits = 16_384;

/** @throws {SigningError} where the text holds no private key, or not one for this algorithm */
export function readPrivateKey(text: string, algorithm: KeyPairAlgorithm): KeyObject {
  const pem = text.trim();
  rejectText(pem, algorithm.name);
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    // OpenSSL's message says nothing to a person, and none of it is needed.
    throw new SigningError(
      'key',
      'the key cannot be read: the text between its BEGIN and END lines is damaged or incomplete',
      'Copy the whole key again, every line at the start of a line of its own.',
    );
  }
  if (!suits(key, algorithm)) {
    throw new SigningError(
      'key',
      `${algorithm.name} needs ${neededKey(algorithm)}, and this is ${describeKey(key)}`,
      adviceFor(key, algorithm),
    );
  }
  if (algorithm.family === 'rsa' || algorithm.family === 'rsa-pss') checkLength(key, algorithm);
  return key;
}

/** How many steps of a template's budget one signature costs: the work grows with the cube of an RSA key's length. */
export function signingCost(key: KeyObject): number {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits === undefined ? 5000 : Math.ceil(1000 * Math.max(bits / 1024, 1) ** 3);
}

function suits(key: KeyObject, algorithm: KeyPairAlgorithm): boolean {
  const type = key.asymmetricKeyType;
  switch (algorithm.family) {
    case 'rsa':
      return type === 'rsa';
    case 'rsa-pss':
      return type === 'rsa' || type === 'rsa-pss';
    case 'ec':
      return type === 'ec' && key.asymmetricKeyDetails?.namedCurve === algorithm.openSslCurve;
    case 'ed':
      return type === 'ed25519' || type === 'ed448';
  }
}

function checkLength(key: KeyObject, algorithm: RsaAlgorithm): void {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  const least = leastLength_bits(algorithm);
  if (bits >= least && bits <= longestRsa_bits) return;
  const bound = bits < least ? `at least ${least}` : `at most ${longestRsa_bits}`;
  throw new SigningError(
    'key',
    `${algorithm.name} needs an RSA key of ${bound} bits, and this one has ${bits}`,
    'Make a key of 2048 bits or more: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem',
  );
}

/** What the padding of RFC 8017 leaves room for; the salt of PSS is as long as the hash. */
const leastLength_bits = ({ family, hash }: RsaAlgorithm): number =>
  family === 'rsa' ? (hash.bytes + 19 + 11) * 8 : (hash.bytes * 2 + 2) * 8 - 6;

const curveNames = new Map([
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
  ['secp521r1', 'P-521'],
]);

function describeKey(key: KeyObject): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return `an RSA key of ${modulusLength} bits`;
    case 'rsa-pss':
      return 'an RSA key for PSS signatures only';
    case 'ec':
      return `an EC key on the curve ${curveNames.get(namedCurve ?? '') ?? namedCurve ?? 'unknown'}`;
    case 'ed25519':
      return 'an Ed25519 key';
    case 'ed448':
      return 'an Ed448 key';
    default:
      return `a key of type ${key.asymmetricKeyType ?? 'unknown'}`;
  }
}

function neededKey(algorithm: KeyPairAlgorithm): string {
  switch (algorithm.family) {
    case 'rsa':
    case 'rsa-pss':
      return 'an RSA private key';
    case 'ec':
      return `an EC private key on the curve ${algorithm.curve}`;
    case 'ed':
      return 'an Ed25519 private key';
  }
}

function adviceFor(key: KeyObject, algorithm: KeyPairAlgorithm): string {
  const forKey = algorithmsFor(key);
  return forKey === null
    ? `Make a key for it: ${generate(algorithm)}`
    : `This key signs with ${forKey}. Set \`algorithm\` to that, or make a key for ${algorithm.name}: ${generate(algorithm)}`;
}

function algorithmsFor(key: KeyObject): string | null {
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return 'RS256/384/512 and PS256/384/512';
    case 'rsa-pss':
      return 'PS256/384/512';
    case 'ed25519':
    case 'ed448':
      return 'EdDSA';
    case 'ec':
      return ecAlgorithms.get(key.asymmetricKeyDetails?.namedCurve ?? '') ?? null;
    default:
      return null;
  }
}

const ecAlgorithms = new Map([
  ['prime256v1', 'ES256'],
  ['secp384r1', 'ES384'],
  ['secp521r1', 'ES512'],
]);

function generate(algorithm: KeyPairAlgorithm): string {
  const options: Record<KeyPairAlgorithm['family'], string> = {
    rsa: 'RSA -pkeyopt rsa_keygen_bits:2048',
    'rsa-pss': 'RSA -pkeyopt rsa_keygen_bits:2048',
    ec: `EC -pkeyopt ec_paramgen_curve:${(algorithm as EcAlgorithm).curve}`,
    ed: 'ED25519',
  };
  return `openssl genpkey -algorithm ${options[algorithm.family]} -out key.pem`;
}
