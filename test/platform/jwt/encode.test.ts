import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Dict, parseJson } from '../../../src/jinja/index.js';
import { platformEnvironment } from '../../../src/platform/environment.js';
import { encodeJwt } from '../../../src/platform/jwt/encode.js';
import { SigningError } from '../../../src/platform/jwt/signing-error.js';
import { keyFile } from '../../support/keys.js';

interface Golden {
  secret: string;
  cases: {
    name: string;
    algorithm: string;
    key: string | null;
    claims: string;
    headers: string;
    token: string;
  }[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL('./golden/tokens.json', import.meta.url), 'utf8'),
) as Golden;

function encode(
  algorithm: string,
  key: string,
  claims = '{"sub": "ada"}',
  headers = 'null',
  secrets = new Set<string>(),
): string {
  const parts = { payload: parseJson(claims), key, algorithm, headers: parseJson(headers) };
  return encodeJwt(parts, platformEnvironment().runtime(), secrets);
}

function failure(algorithm: string, key: string, headers = 'null'): SigningError {
  try {
    encode(algorithm, key, '{"sub": "ada"}', headers);
  } catch (error) {
    if (error instanceof SigningError) return error;
    throw error;
  }
  throw new Error('it was signed');
}

describe('what PyJWT signs', () => {
  it.each(golden.cases)('$name', ({ algorithm, key, claims, headers, token }) => {
    expect(encode(algorithm, key === null ? golden.secret : keyFile(key), claims, headers)).toBe(token);
  });
});

describe('a key that is no use', () => {
  const rsa = keyFile('rsa-pkcs8.pem');
  const text = rsa.split('\n').slice(1, -2);

  it.each([
    ['nothing', 'RS256', ' \n', 'the key is empty', 'PEM'],
    ['nothing for HMAC', 'HS256', '', 'the key is empty', 'shared secret'],
    ['a word', 'RS256', 'hunter2hunter2', 'no line -----BEGIN', 'HS256'],
    ['base64 without armour', 'RS256', text.join('\n'), 'no line -----BEGIN', 'BEGIN and END'],
    ['a literal call', 'RS256', "{{ get_secret('pk') }}", 'no value here', 'CONNECTOR_SECRET_pk'],
    ['a service account', 'RS256', JSON.stringify({ private_key: rsa }), 'a JSON document', 'private_key'],
    ['a JSON Web Key', 'RS256', '{"kty": "RSA", "d": "x"}', 'a JSON document', 'JSON Web Key'],
    ['literal \\n', 'RS256', rsa.replaceAll('\n', '\\n'), 'two characters \\n', 'real line breaks'],
    ['one line', 'RS256', rsa.replaceAll('\n', ' '), 'lost its line breaks', 'line of their own'],
    ['half a key', 'RS256', rsa.replace(text[5] as string, ''), 'damaged or incomplete', 'whole key'],
    ['an encrypted key', 'RS256', keyFile('rsa-encrypted.pem'), 'is encrypted', 'openssl pkey -in'],
    ['an encrypted PKCS#1 key', 'RS256', keyFile('rsa-encrypted-pkcs1.pem'), 'is encrypted', 'passphrase'],
    ['a public key', 'RS256', keyFile('rsa-public.pem'), 'this is a public key', 'private key that belongs'],
    ['a certificate', 'RS256', keyFile('rsa-certificate.pem'), 'this is a certificate', 'private key'],
    ['an OpenSSH key', 'EdDSA', keyFile('ed25519-openssh.pem'), 'an OpenSSH private key', 'openssl genpkey'],
    ['an SSH public key', 'EdDSA', 'ssh-ed25519 AAAAC3Nza ada', 'an SSH public key', ''],
    ['EC for RSA', 'RS256', keyFile('ec-p-256.pem'), 'this is an EC key on the curve P-256', 'ES256'],
    ['EC for PSS', 'PS512', keyFile('ec-p-521.pem'), 'an EC key on the curve P-521', 'ES512'],
    ['RSA for EC', 'ES256', rsa, 'an RSA key of 2048 bits', 'RS256'],
    ['another curve', 'ES256', keyFile('ec-p-384.pem'), 'on the curve P-256, and this is', 'ES384'],
    ['another curve', 'ES512', keyFile('ec-p-256.pem'), 'on the curve P-521, and this is', 'P-521'],
    ['Ed25519 for EC', 'ES256', keyFile('ed25519.pem'), 'an Ed25519 key', 'EdDSA'],
    ['RSA for EdDSA', 'EdDSA', rsa, 'needs an Ed25519 private key', 'ED25519'],
    ['PSS alone for RS256', 'RS256', keyFile('rsa-pss.pem'), 'for PSS signatures only', 'PS256'],
    ['a short key', 'RS512', keyFile('rsa-512.pem'), 'at least 752 bits, and this one has 512', '2048'],
    ['a short key', 'PS512', keyFile('rsa-1024.pem'), 'at least 1034 bits, and this one has 1024', '2048'],
    ['PEM for HMAC', 'HS256', rsa, 'needs a shared secret, and this is a private key', 'RS256'],
    ['a certificate for HMAC', 'HS512', keyFile('rsa-certificate.pem'), 'this is a certificate', ''],
    ['an SSH key for HMAC', 'HS256', 'ssh-ed25519 AAAAC3Nza ada', 'an SSH key', ''],
    ['a huge text', 'RS256', `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(70_000)}`, 'more than 65536', ''],
  ])('%s (%s)', (_what, algorithm, key, message, advice) => {
    const error = failure(algorithm, key);
    expect(error.part).toBe('key');
    expect(error.message).toContain(message);
    expect(error.advice ?? '').toContain(advice);
    for (const line of key.split(/\n|\\n/)) {
      if (line.length < 16 || /BEGIN|get_secret/.test(line)) continue;
      expect(error.message + error.advice).not.toContain(line);
    }
  });

  it.each([
    ['rs256', 'Did you mean `RS256`?'],
    ['none', 'Supported: ES256/384/512'],
    ['', 'Supported:'],
    ['ES256K', 'Did you mean `ES256`?'],
    ['__proto__', 'Supported:'],
    ['a-shared-secret-in-the-wrong-place', 'Supported:'],
  ])('refuses the algorithm %j', (algorithm, advice) => {
    const error = failure(algorithm, 'secret');
    expect(error.part).toBe('algorithm');
    if (algorithm.length > 16) expect(error.message).not.toContain(algorithm.slice(0, 8));
    expect(error.advice).toContain(advice);
  });

  it('refuses a key identifier that is no text', () => {
    expect(failure('HS256', 'secret', '{"kid": 7}')).toMatchObject({ part: 'headers' });
  });
});

describe('a key that is some use', () => {
  it.each([
    ['with blanks around it', `\n  ${keyFile('rsa-pkcs8.pem')}\n \n`],
    ['with CRLF', keyFile('rsa-pkcs8.pem').replaceAll('\n', '\r\n')],
    ['in PKCS#1', keyFile('rsa-pkcs1.pem')],
  ])('%s signs like the plain one', (_what, key) => {
    expect(encode('RS256', key)).toBe(encode('RS256', keyFile('rsa-pkcs8.pem')));
  });

  it.each(['ec-p-256-sec1.pem', 'ec-p-256-with-parameters.pem'])('%s signs', (name) => {
    expect(encode('ES256', keyFile(name)).split('.')[2]).toHaveLength(86);
  });

  it('takes a shared secret byte by byte, blanks included', () => {
    expect(encode('HS256', 'secret\n')).not.toBe(encode('HS256', 'secret'));
  });

  it('collects the key, its lines, the token and the signature, and no more', () => {
    const secrets = new Set<string>();
    const key = keyFile('ed25519.pem');
    const token = encode('EdDSA', key, '{}', 'null', secrets);
    const [, line] = key.split('\n');
    expect([...secrets]).toEqual([key, line, token, token.split('.')[2]]);
  });
});

it('refuses claims that Python cannot write, in its words', () => {
  expect(() => encode('HS256', 'secret', '[]')).toThrow('Expecting a mapping object');
  expect(() => encode('HS256', 'secret', '{"iss": 7}')).toThrow('Issuer (iss) must be a string.');
  const payload = parseJson('{}') as Dict;
  payload.setString('self', payload);
  const parts = { payload, key: 'secret', algorithm: 'HS256', headers: null };
  expect(() => encodeJwt(parts, platformEnvironment().runtime(), new Set<string>())).toThrow(
    'Circular reference detected',
  );
});
