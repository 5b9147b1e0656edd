import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

describe('nothing a template asks for can exhaust the process', () => {
  test.each([
    '{{ "a" * 10 ** 9 }}',
    '{{ [1] * 10 ** 9 }}',
    '{{ "a"|center(10 ** 10) }}',
    '{{ "a".ljust(10 ** 10) }}',
    '{{ "a".zfill(10 ** 10) }}',
    '{{ "%999999999d" % 1 }}',
    '{{ "{:999999999}".format(1) }}',
    '{{ "{:.999999999f}".format(1.5) }}',
    '{{ 9 ** (9 ** 9) }}',
    '{{ "\t".expandtabs(10 ** 9) }}',
    '{{ "ab".replace("", "x" * 20000000) }}',
    '{{ ("a" * 1000000).replace("a", "b" * 1000) }}',
    '{{ "a\nb"|indent(10 ** 9, true) }}',
    '{{ [1]|batch(10 ** 9, 0)|list }}',
    '{{ [[1]]|tojson(10 ** 9) }}',
    '{{ (1).to_bytes(10 ** 9) }}',
    '{% set ns = namespace(x=[]) %}{% for i in range(5000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}',
  ])('%s fails', (source) => {
    expect(failure(source).name).not.toBe('no error');
  });

  test('a list that holds itself prints as in Python', () => {
    expect(render('{% set l = [1] %}{% set _ = l.append(l) %}{{ l }}')).toBe('[1, [...]]');
    expect(failure('{% set l = [1] %}{% set _ = l.append(l) %}{{ l|tojson }}')).toEqual({
      name: 'ValueError',
      message: 'Circular reference detected',
    });
  });

  test('names of JavaScript reach nothing', () => {
    for (const name of [
      'constructor',
      'prototype',
      '__proto__',
      'toString',
      'valueOf',
      'hasOwnProperty',
      'push',
    ]) {
      for (const target of [
        'd',
        'l',
        's',
        '1',
        '1.5',
        'range',
        '("a"|safe)',
        'd.keys()',
        'namespace()',
        '(1, 2)',
      ]) {
        expect(render(`{{ ${target}.${name} }}{{ ${target}["${name}"] }}`)).toBe('');
      }
    }
  });
});
