/**
 * Signed JWTs as Python's PyJWT writes them, to the byte: the header's keys sorted, the claims in their own order, both
 * as `json.dumps` with `","` and `":"` writes them. platform.md sections 4 and 6.
 */
import { constants, createHmac, sign } from 'node:crypto';
import {
  Bytes,
  Dict,
  dumpJson,
  Markup,
  type Runtime,
  TemplateRuntimeError,
  truthy,
  typeName,
  type Value,
} from '../../jinja/index.js';
import type { SecretCollector } from '../settings.js';
import { type Algorithm, findAlgorithm, type HmacAlgorithm, type KeyPairAlgorithm } from './algorithms.js';
import { collectKey, collectToken } from './key-secrets.js';
import { rejectKeyPair } from './key-text.js';
import { readPrivateKey, signingCost } from './private-key.js';
import { SigningError } from './signing-error.js';

/** What `jwt.encode` takes, as a template gives it. */
export interface JwtParts {
  payload: Value;
  key: Value;
  algorithm: Value;
  /** Laid over `alg` and `typ`; None and what else is false count as absent. */
  headers: Value;
}

const compact = [',', ':'] as const;

/** What every token costs of a template's budget: each is also kept as a secret, so a loop must not make too many. */
const tokenCost_steps = 1000;

/**
 * The key and the token are collected as secrets.
 *
 * @throws {SigningError} where PyJWT would refuse to sign
 * @throws {TemplateRuntimeError} where a value has a type that Python would stumble over
 */
export function encodeJwt(parts: JwtParts, runtime: Runtime, secrets: SecretCollector): string {
  const { payload } = parts;
  const keyText = textOrNull(parts.key);
  if (keyText !== null) collectKey(keyText, secrets);
  if (!(payload instanceof Dict)) {
    throw typeError('Expecting a mapping object, as JWT only supports JSON objects as payloads.');
  }
  const issuer = payload.getString('iss');
  if (issuer !== undefined && textOrNull(issuer) === null) throw typeError('Issuer (iss) must be a string.');
  const claims = dumpJson(payload, { separators: compact }, runtime);

  const { header, algorithmName, detached } = headerOf(parts);
  const headerText = dumpJson(header, { separators: compact, sortKeys: true }, runtime);
  const signed = `${base64url(headerText)}.${detached ? claims : base64url(claims)}`;
  runtime.budget.step(tokenCost_steps + (signed.length >> 3));
  const signature = signatureOf(signed, parts.key, findAlgorithm(algorithmName), runtime);
  const token = `${detached ? `${base64url(headerText)}.` : signed}.${signature.toString('base64url')}`;
  collectToken(token, secrets);
  return token;
}

const typeError = (message: string): TemplateRuntimeError => new TemplateRuntimeError(message, 'TypeError');

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

function textOrNull(value: Value): string | null {
  if (typeof value === 'string') return value;
  return value instanceof Markup ? value.text : null;
}

/** The header as PyJWT puts it together: the caller's own has the last word, on the algorithm as well. */
function headerOf({ algorithm, headers }: JwtParts): {
  header: Dict;
  algorithmName: string;
  detached: boolean;
} {
  const custom = headersOf(headers);
  const ownAlgorithm = custom?.getString('alg');
  const chosen = ownAlgorithm !== undefined && truthy(ownAlgorithm) ? ownAlgorithm : algorithm;
  const header = Dict.of([
    ['typ', 'JWT'],
    ['alg', chosen],
  ]);
  for (const [hash, entry] of custom?.entries ?? []) header.entries.set(hash, [...entry]);
  if (custom?.hasString('kid') && textOrNull(custom.getString('kid') ?? null) === null) {
    throw new SigningError('headers', 'the header `kid` must be text', 'Put its value in quotes.');
  }
  if (!truthy(header.getString('typ') ?? null)) header.entries.delete('typ');
  // RFC 7797: `b64: false` signs the claims as they are, and leaves them out of the token.
  const detached = custom?.getString('b64') === false;
  if (!detached) header.entries.delete('b64');
  return { header, algorithmName: nameOf(chosen), detached };
}

function headersOf(headers: Value): Dict | null {
  if (headers instanceof Dict) return headers;
  if (!truthy(headers)) return null;
  throw new TemplateRuntimeError(`'${typeName(headers)}' object has no attribute 'get'`, 'AttributeError');
}

function nameOf(algorithm: Value): string {
  const name = algorithm === null ? 'none' : textOrNull(algorithm);
  if (name !== null) return name;
  throw new SigningError('algorithm', `the algorithm must be text, not ${typeName(algorithm)}`, null);
}

function signatureOf(signed: string, key: Value, algorithm: Algorithm, runtime: Runtime): Buffer {
  const text = key instanceof Bytes ? Buffer.from(key.data).toString('latin1') : textOrNull(key);
  if (algorithm.family === 'hmac') {
    if (text === null) throw typeError('Expected a string value');
    return hmac(signed, text, key instanceof Bytes ? key.data : Buffer.from(text), algorithm);
  }
  if (text === null) throw typeError('Expecting a PEM-formatted key.');
  return signWithKeyPair(signed, text, algorithm, runtime);
}

function hmac(signed: string, text: string, secret: Uint8Array, algorithm: HmacAlgorithm): Buffer {
  if (text === '') {
    throw new SigningError('key', 'the key is empty', `${algorithm.name} needs a shared secret.`);
  }
  rejectKeyPair(text, algorithm.name);
  return createHmac(algorithm.hash.name, secret).update(signed).digest();
}

function signWithKeyPair(
  signed: string,
  text: string,
  algorithm: KeyPairAlgorithm,
  runtime: Runtime,
): Buffer {
  const key = readPrivateKey(text, algorithm);
  runtime.budget.step(signingCost(key));
  const data = Buffer.from(signed);
  try {
    switch (algorithm.family) {
      case 'rsa':
        return sign(algorithm.hash.name, data, key);
      case 'rsa-pss': {
        const padding = constants.RSA_PKCS1_PSS_PADDING;
        return sign(algorithm.hash.name, data, { key, padding, saltLength: algorithm.hash.bytes });
      }
      case 'ec':
        return sign(algorithm.hash.name, data, { key, dsaEncoding: 'ieee-p1363' });
      case 'ed':
        return sign(null, data, key);
    }
  } catch {
    // A key that parses and yet cannot sign: its numbers do not belong together, or it forbids this hash.
    throw new SigningError('key', `the key cannot sign with ${algorithm.name}`, 'Make a new key pair.');
  }
}
