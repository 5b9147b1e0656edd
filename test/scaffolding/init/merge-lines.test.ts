import { describe, expect, it } from 'vitest';
import { isIgnored, withBlock, withNames } from '../../../src/scaffolding/init/merge-lines.js';

const file = '.connector-secrets.env';

describe('a .gitignore', () => {
  it.each([
    [file, true],
    [`/${file}`, true],
    ['*.env', true],
    ['*-secrets.env', true],
    [`node_modules\r\n${file} \r\n`, true],
    ['', false],
    [`# ${file}`, false],
    ['.env', false],
    ['secrets.env', false],
    [`*.env\n!${file}`, false],
    [`!${file}\n*.env`, true],
  ])('%j keeps the secrets file out: %s', (text, expected) => {
    expect(isIgnored(text, file)).toBe(expected);
  });

  it('gets a block at its end, in its own line ends', () => {
    expect(withBlock('', 'a\nb\n', false).text).toBe('a\nb\n');
    expect(withBlock('x\r\ny', 'a\nb\n', false).text).toBe('x\r\ny\r\n\r\na\r\nb\r\n');
    expect(withBlock('x\n', 'a\n', false).text).toBe('x\n\na\n');
    expect(withBlock('x', 'a\n', true).text).toBe('x');
  });
});

describe('a secrets file', () => {
  it('gets a line for each name that has none', () => {
    expect(withNames('', ['a', 'b']).text).toBe('a=\nb=\n');
    expect(withNames('export a = 1\r\n# b=2', ['a', 'b', 'ab']).text).toBe(
      'export a = 1\r\n# b=2\r\nb=\r\nab=\r\n',
    );
    expect(withNames('a=1', ['a']).text).toBe('a=1');
  });
});
