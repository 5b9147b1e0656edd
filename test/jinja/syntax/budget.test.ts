/** No template hangs or exhausts the process, and none crashes it. */
import { describe, expect, it } from 'vitest';
import { Environment, TemplateError, TemplateRuntimeError } from '../../../src/jinja/index.js';

const environment = new Environment({ autoescape: true });
const render = (source: string, budget = {}) =>
  new Environment({ budget }).fromString(source).render({ x: 1 });

describe('a budget that is exceeded', () => {
  it('ends loops', () => {
    const loops = '{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}';
    expect(() => environment.fromString(loops).render()).toThrow('runs more than 10000000 steps');
    expect(() => render('{% for i in range(11) %}{% endfor %}', { maxSteps: 10 })).toThrow(
      TemplateRuntimeError,
    );
  });

  it('ends a loop over a list that grows while it runs', () => {
    const growing = '{% set l = [1] %}{% for i in l %}{% set _ = l.append(i) %}{% endfor %}';
    expect(() => render(growing, { maxSteps: 1000 })).toThrow(TemplateRuntimeError);
  });

  it('ends output, captured output included', () => {
    const prints = '{% for i in range(20) %}abcde{% endfor %}';
    expect(() => render(prints, { maxOutput: 99 })).toThrow('prints more than 99 characters');
    expect(render(prints, { maxOutput: 100 })).toHaveLength(100);
    expect(() => render(`{% set x %}${prints}{% endset %}`, { maxOutput: 99 })).toThrow(TemplateRuntimeError);
  });

  it('ends the growth of values', () => {
    expect(() => render('{{ "x" * 10 ** 12 }}')).toThrow(TemplateRuntimeError);
    expect(() => render('{{ [1] * 10 ** 9 }}')).toThrow(TemplateRuntimeError);
    const doubling =
      '{% set ns = namespace(s="x") %}{% for i in range(100) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}';
    expect(() => render(doubling)).toThrow(TemplateRuntimeError);
  });

  it.each([
    ['macros', '{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}'],
    ['blocks', '{% block a %}{{ self.a() }}{% endblock %}'],
    ['loops', '{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}'],
  ])('ends the recursion of %s', (_what, source) => {
    expect(() => render(source)).toThrow('maximum recursion depth exceeded');
  });

  it('leaves room for what templates do', () => {
    const deep =
      '{% macro m(n) %}{% if n < 150 %}{% for i in [1] %}{% set q %}{{ m(n + 1) }}{% endset %}{{ q }}{% endfor %}{% endif %}' +
      '{% endmacro %}{{ m(0) }}done';
    expect(render(deep)).toBe('done');
    expect(render('{% for i in range(100000) %}{% endfor %}done')).toBe('done');
  });
});

describe('source without end', () => {
  const many = 20_000;
  it.each([
    ['parentheses', `{{ ${'('.repeat(many)}`],
    ['closed parentheses', `{{ ${'('.repeat(many)}1${')'.repeat(many)} }}`],
    ['lists', `{{ ${'['.repeat(many)}`],
    ['dicts', `{{ ${'{'.repeat(many)}`],
    ['signs', `{{ ${'-'.repeat(many)}x }}`],
    ['negations', `{{ ${'not '.repeat(many)}x }}`],
    ['conditions', `{{ ${'x if y else '.repeat(many)}1 }}`],
    ['attributes', `{{ x${'.a'.repeat(many)} }}`],
    ['filters', `{{ x${'|string'.repeat(many)} }}`],
    ['sums', `{{ x${'+x'.repeat(many)} }}`],
    ['calls', `{{ x${'()'.repeat(many)} }}`],
    ['tags', '{% if x %}'.repeat(many)],
    ['raw blocks', `{% raw %}${'{% endraw '.repeat(many)}`],
    ['comments', '{#'.repeat(many)],
    ['strings', `{{ "${'\\'.repeat(2 * many)}`],
  ])('of %s is an error', (_what, source) => {
    expect(() => environment.fromString(source).render({ x: 1 })).toThrow(TemplateError);
  });

  it('that is only long is not', () => {
    expect(environment.fromString(`{{ ${' '.repeat(many)}x }}`).render({ x: 1 })).toBe('1');
    expect(environment.fromString('{{ x }}'.repeat(many)).render({ x: 1 })).toHaveLength(many);
    const branches = `{% if y %}${'{% elif y %}'.repeat(many)}{% else %}z{% endif %}`;
    expect(environment.fromString(branches).render()).toBe('z');
  });

  it('takes no more than linear time where names are many', () => {
    const sets = Array.from({ length: 3000 }, (_, i) => `{% if x %}{% set v${i} = ${i} %}{% endif %}`).join(
      '',
    );
    expect(environment.fromString(`${sets}{{ v2999 }}`).render({ x: 1 })).toBe('2999');
  });
});
