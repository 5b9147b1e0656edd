/** The signature algorithms of platform.md section 6, as RFC 7518 and RFC 8037 define them. */
import { quoteShort } from '../../text/excerpt.js';
import { listNames, suggest } from '../../text/suggest.js';
import { SigningError } from './signing-error.js';

interface Hash {
  /** As node:crypto names it. */
  readonly name: 'sha256' | 'sha384' | 'sha512';
  readonly bytes: number;
}

export interface HmacAlgorithm {
  readonly name: string;
  readonly family: 'hmac';
  readonly hash: Hash;
}

export interface RsaAlgorithm {
  readonly name: string;
  readonly family: 'rsa' | 'rsa-pss';
  readonly hash: Hash;
}

export interface EcAlgorithm {
  readonly name: string;
  readonly family: 'ec';
  readonly hash: Hash;
  /** The curve's name for people, and for OpenSSL. */
  readonly curve: string;
  readonly openSslCurve: string;
}

export interface EdAlgorithm {
  readonly name: string;
  readonly family: 'ed';
}

export type KeyPairAlgorithm = RsaAlgorithm | EcAlgorithm | EdAlgorithm;
export type Algorithm = HmacAlgorithm | KeyPairAlgorithm;

const hashes: readonly (readonly [bits: string, hash: Hash])[] = [
  ['256', { name: 'sha256', bytes: 32 }],
  ['384', { name: 'sha384', bytes: 48 }],
  ['512', { name: 'sha512', bytes: 64 }],
];

const curves = new Map([
  ['256', ['P-256', 'prime256v1']],
  ['384', ['P-384', 'secp384r1']],
  ['512', ['P-521', 'secp521r1']],
]);

const algorithms: ReadonlyMap<string, Algorithm> = new Map(
  [
    ...hashes.map(([bits, hash]) => ({ name: `HS${bits}`, family: 'hmac', hash }) as const),
    ...hashes.map(([bits, hash]) => ({ name: `RS${bits}`, family: 'rsa', hash }) as const),
    ...hashes.map(([bits, hash]) => {
      const [curve = '', openSslCurve = ''] = curves.get(bits) ?? [];
      return { name: `ES${bits}`, family: 'ec', hash, curve, openSslCurve } as const;
    }),
    ...hashes.map(([bits, hash]) => ({ name: `PS${bits}`, family: 'rsa-pss', hash }) as const),
    { name: 'EdDSA', family: 'ed' } as const,
  ].map((algorithm) => [algorithm.name, algorithm] as const),
);

/** A longer text is a key in the wrong place. */
const longestShown = 16;

/** Names are case-sensitive. @throws {SigningError} */
export function findAlgorithm(name: string): Algorithm {
  const algorithm = algorithms.get(name);
  if (algorithm) return algorithm;
  if (name === '') throw new SigningError('algorithm', 'the algorithm is empty', known());
  const near = suggest(name.trim(), algorithms.keys()) ?? algorithms.get(name.trim())?.name;
  throw new SigningError(
    'algorithm',
    `${quoteShort(name, longestShown)} is not a supported algorithm`,
    near ? `Did you mean \`${near}\`?` : known(),
  );
}

const families = ['HS', 'RS', 'ES', 'PS'].map((family) => `${family}256/384/512`);

const known = (): string => `Supported: ${listNames(families)} and EdDSA.`;
