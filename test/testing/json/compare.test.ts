import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../../src/registry/json/json-text.js';
import { type CompareMode, compareJson } from '../../../src/testing/json/compare.js';
import { isSameNumber } from '../../../src/testing/json/number.js';
import { readJson } from '../../../src/testing/json/read.js';
import { jsonLines } from '../../../src/testing/json/write.js';

function node(text: string) {
  const found = readJson(text);
  if (!found) throw new Error(`no JSON: ${text}`);
  return found;
}

const differences = (expected: string, actual: string, mode: CompareMode = 'exact') =>
  compareJson(node(expected), node(actual), mode).map(({ path, expected: left, actual: right }) => [
    path,
    left,
    right,
  ]);

describe('comparing JSON', () => {
  it('finds nothing in equal values, whatever the order of keys', () => {
    expect(differences('{"a":1,"b":[true,null,"x"]}', '{"b":[true,null,"x"],"a":1}')).toEqual([]);
  });

  it('names each place that differs', () => {
    expect(differences('{"orders":[{"id":1},{"id":2}]}', '{"orders":[{"id":1},{"id":3}]}')).toEqual([
      ['orders[1].id', '2', '3'],
    ]);
    expect(differences('{"a":1}', '{"b":1}')).toEqual([
      ['a', '1', null],
      ['b', null, '1'],
    ]);
    expect(differences('[1]', '[1,2]')).toEqual([['[1]', null, '2']]);
    expect(differences('{"a.b":{"it\'s":1}}', '{"a.b":{"it\'s":2}}')).toEqual([
      [`['a.b']['it's']`, '1', '2'],
    ]);
    expect(differences('{}', '[]')).toEqual([['', '{}', '[]']]);
    expect(differences('null', 'false')).toEqual([['', 'null', 'false']]);
  });

  it('looks at a part only where a part is asked for', () => {
    expect(differences('{"a":{"b":1}}', '{"a":{"b":1,"c":2},"d":3}', 'part')).toEqual([]);
    expect(differences('{"list":[{"id":1}]}', '{"list":[{"id":1,"x":0},{"id":2}]}', 'part')).toEqual([]);
    expect(differences('{"list":[{"id":2}]}', '{"list":[{"id":1},{"id":2,"x":[]}]}', 'part')).toEqual([]);
    expect(differences('[1,[3]]', '[0,1,2,[2,3],4]', 'part')).toEqual([]);
    expect(differences('{"list":[{"id":2},{"id":1}]}', '{"list":[{"id":1},{"id":2}]}', 'part')).toEqual([
      ['list[0].id', '2', '1'],
      ['list[1].id', '1', '2'],
    ]);
    expect(differences('[1,1]', '[1,2]', 'part')).toEqual([['[1]', '1', '2']]);
    expect(differences('{"a":1}', '{}', 'part')).toEqual([['a', '1', null]]);
  });

  it('keeps long integers apart, and takes numbers as the same however they are written', () => {
    expect(differences('90071992547409931234', '90071992547409931235')).toHaveLength(1);
    expect(differences('[1.0, 1e2, -0]', '[1, 100, 0]')).toEqual([]);
  });

  it('ends after a hundred places', () => {
    const many = (value: number) => JSON.stringify(Array.from({ length: 5_000 }, () => value));
    expect(differences(many(1), many(2))).toHaveLength(100);
  });

  it('counts the last of a key that is there twice, as parsers do', () => {
    expect(differences('{"a":2}', '{"a":1,"a":2}')).toEqual([]);
  });

  it('agrees with itself on any value, laid out in any way', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(differences(text, jsonLines(node(text)))).toEqual([]);
        expect(differences(text, jsonText(node(text)), 'part')).toEqual([]);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['1', '1.0', true],
    ['1', '1.01', false],
    ['0', '-0.00e5', true],
    ['123000', '1.23e5', true],
    ['0.001', '1e-3', true],
    ['12345678901234567890', '12345678901234567891', false],
    ['-5', '5', false],
    ['1e400', '1e401', false],
  ])('%s and %s: %s', (left, right, same) => {
    expect(isSameNumber(left, right)).toBe(same);
  });
});

describe('laying out', () => {
  it('follows the order of another value, and puts what is new behind it', () => {
    const like = node('{"b":1,"a":{"y":1,"x":2}}');
    expect(jsonLines(node('{"a":{"x":3,"y":4,"z":5},"b":2}'), like)).toBe(
      '{\n  "b": 2,\n  "a": {\n    "y": 4,\n    "x": 3,\n    "z": 5\n  }\n}',
    );
  });

  it('writes numbers as they were written', () => {
    expect(jsonText(node('[1.0, 90071992547409931234, 1e5]'))).toBe('[1.0,90071992547409931234,1e5]');
  });
});
