import { describe, expect, it } from 'vitest';
import { parseSecretsFile } from '../../src/config/secrets/secrets-file.js';

const values = (text: string) =>
  Object.fromEntries(parseSecretsFile(text, 'x.env').map(({ name, value }) => [name, value]));

describe('parseSecretsFile', () => {
  it.each([
    ['plain values', 'a=1\nb = two words \nc=', { a: '1', b: 'two words', c: '' }],
    ['comments and empty lines', '# a\n\n  # b\na=1 # one\nb=x#y', { a: '1', b: 'x#y' }],
    ['equals signs in values', 'a=b==', { a: 'b==' }],
    ['export and CRLF', 'export a=1\r\nb=2\r\n', { a: '1', b: '2' }],
    ['double quotes with escapes', String.raw`a="x\ny \"z\" \\ \q # no"`, { a: 'x\ny "z" \\ \\q # no' }],
    ['single quotes without', String.raw`a='x\ny # no' # yes`, { a: 'x\\ny # no' }],
    ['several lines', 'a="-----BEGIN\nMII=\n-----END"\nb=1', { a: '-----BEGIN\nMII=\n-----END', b: '1' }],
    ['the last of a repeated name', 'a=1\na=2', { a: '2' }],
  ])('reads %s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('tells the line of each', () => {
    expect(parseSecretsFile('a="1\n2"\n\nb=3', 'x').map(({ line }) => line)).toEqual([1, 4]);
  });

  it.each([
    ['no equals sign', 'a=1\nsecret', 2],
    ['no name', '=1', 1],
    ['a name that is none', 'a-b=1', 1],
    ['an open quote', 'a=1\nb="x\ny', 2],
    ['text behind a quote', 'a="x" y', 1],
  ])('refuses %s', (_, text, line) => {
    expect(() => parseSecretsFile(text, 'x.env')).toThrow(
      expect.objectContaining({ code: 'bad-secrets-line', file: 'x.env', line }),
    );
  });
});
