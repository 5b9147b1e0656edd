/** Hostile templates end in a clear error. Where the default bounds take a while to reach, smaller ones stand in. */
import { describe, expect, it } from 'vitest';
import { Environment, TemplateError } from '../../src/jinja/index.js';

const standard = new Environment({ autoescape: true });
const small = new Environment({
  autoescape: true,
  budget: { maxSteps: 50_000, maxOutput: 100_000, maxAllocation: 1_000_000, maxTotalAllocation: 20_000_000 },
});

function failure(template: string, environment = standard): TemplateError {
  try {
    environment.fromString(template).render({ x: 1 });
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error(`no error: ${template.slice(0, 100)}`);
}

const TOO_MUCH =
  /^The template (runs|makes|prints) |recursion|too big|too large|too nested|digits|limit|A key has more/i;

/** A value that shares its parts: as small in memory as it is endless to walk through. */
const shared = (leaf: string, pair: string) =>
  `{% set ns = namespace(s=${leaf}, t=${leaf}) %}{% for i in range(40) %}` +
  `{% set ns.s = ${pair.replaceAll('$', 'ns.s')} %}{% set ns.t = ${pair.replaceAll('$', 'ns.t')} %}{% endfor %}`;
const tuples = shared('(1,)', '($, $)');
const lists = shared('[1]', '[$, $]');

describe('what one operation would make', () => {
  it.each([
    '{{ range(10**9)|list }}',
    '{{ range(10**20) }}',
    "{{ 'x' * 10**10 }}",
    "{{ ('x' * 10**7) * 1000 }}",
    '{{ [1] * 10**9 }}',
    '{{ [[]] * 10**8 }}',
    '{{ 10 ** (10 ** 10) }}',
    '{{ 2 ** (2 ** (2 ** (2 ** 2))) * 2 ** 2 ** 30 ** 2 }}',
    '{{ (9 ** 9999) ** 999 }}',
    '{{ (10**5000)|string }}',
    "{{ '{:1000000000}'.format(1) }}",
    "{{ '{:.1000000000f}'.format(1.5) }}",
    "{{ '{:{}}'.format(1, 10**9) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%.1000000000f' % 1.5 }}",
    "{{ '%*d' % (10**9, 1) }}",
    "{{ 'a'.center(10**9) }}",
    "{{ 'a'|center(10**9) }}",
    "{{ 'a'.zfill(10**9) }}",
    "{{ '\\t'.expandtabs(10**9) }}",
    "{{ 'a'|indent(10**9, true) }}",
    "{{ ('a\\n'*1000000)|indent(10**6) }}",
    '{{ [1]|tojson(10**9) }}',
    "{{ ('a'*10**6).replace('a', 'b'*10**6) }}",
    "{{ (range(100000)|list)|join('x'*100000) }}",
    "{{ ('x'*100000).join(range(100000)|map('string')) }}",
    '{{ [1]|batch(10**9, 1)|list }}',
    '{{ [1]|slice(10**9)|list }}',
    "{{ (1).to_bytes(10**9, 'big') }}",
    '{{ lipsum(n=10**6) }}',
    "{{ ('9'*10**6)|from_json }}",
    "{{ ('['*100000)|from_json }}",
  ])('is bounded: %s', (template) => {
    expect(failure(template).message).not.toBe('');
    expect(failure(template).kind).not.toBe('undefined');
    expect(failure(template).line).toBe(1);
  });
});

describe('what many operations make', () => {
  it.each([
    '{% for i in range(1000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}',
    "{% set ns = namespace(s='ab') %}{% for i in range(100) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "{% set ns = namespace(s='ab') %}{% for i in range(100) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    '{% set ns = namespace(s=[1]) %}{% for i in range(100) %}{% set ns.s = ns.s + ns.s %}{% endfor %}',
    '{% set ns = namespace(s=(1,)) %}{% for i in range(100) %}{% set ns.s = ns.s + ns.s %}{% endfor %}',
    '{% set ns = namespace(n=3) %}{% for i in range(100) %}{% set ns.n = ns.n * ns.n %}{% endfor %}{{ ns.n }}',
    '{% set l = [1] %}{% for i in l %}{% set _ = l.append(1) %}{% endfor %}',
    '{% set l = [1] %}{% for i in range(100) %}{% set _ = l.extend(l) %}{% endfor %}',
    "{% for i in range(50000) %}{{ 'x' * 100 }}{% endfor %}",
    "{% for i in range(50000) %}{% set y %}{{ 'x' * 100 }}{% endset %}{% endfor %}",
    "{% set s = 'a' * 900000 %}{% for i in range(10000) %}{{ s|upper|length }}{% endfor %}",
    "{% set s = 'a' * 900000 %}{% for i in range(10000) %}{{ s.find('b') }}{% endfor %}",
    "{% set s = 'a' * 900000 %}{% for i in range(10000) %}{{ 'b' in s }}{% endfor %}",
    "{% set s = 'a' * 900000 %}{% for i in range(10000) %}{{ s is lower }}{% endfor %}",
    "{% set s = 'a' * 900000 %}{% for i in range(10000) %}{{ s|wordcount }}{% endfor %}",
    '{% set l = range(10000)|list %}{% for i in range(10000) %}{{ l|sum }}{% endfor %}',
    '{% set l = range(10000)|list %}{% for i in range(10000) %}{{ l == l.copy() }}{% endfor %}',
    "{% set l = range(10000)|list %}{% for i in range(10000) %}{{ 'x' in l }}{% endfor %}",
    '{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}',
    '{% for n in [30] recursive %}{% if n %}{{ loop([n - 1, n - 1]) }}{% endif %}{% endfor %}',
  ])('is bounded: %s', (template) => {
    expect(failure(template, small).message).toMatch(TOO_MUCH);
  });
});

describe('a value that shares its parts', () => {
  it.each([
    `${tuples}{{ {ns.s: 1} }}`,
    `${tuples}{{ {}[ns.s] }}`,
    `${tuples}{{ [][ns.s].x }}`,
    `${tuples}{{ ns.s < ns.t }}`,
    `${tuples}{{ ns.s == ns.t }}`,
    `${tuples}{{ [ns.s, ns.t]|unique|list }}`,
    `${tuples}{{ ns.s }}`,
    `${lists}{{ ns.s|tojson }}`,
    `${lists}{{ ns.s|pprint }}`,
    `${lists}{{ ns.s ~ '' }}`,
    `${lists}{{ '%s' % ns.s }}`,
    `${lists}{{ ns.s|join }}`,
    `${lists}{{ {'a': ns.s}|urlencode }}`,
    `${lists}{{ {'a': ns.s}|xmlattr }}`,
    `${lists}{{ d.x[ns.s] }}`,
    `${lists}{{ [1][ns.s].x }}`,
  ])('is not walked through: %s', (template) => {
    expect(failure(template, small)).toBeInstanceOf(TemplateError);
  });
});

describe('recursion', () => {
  it.each([
    '{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}',
    '{% macro m() %}{{ caller() }}{% endmacro %}{% macro r() %}{% call m() %}{{ r() }}{% endcall %}{% endmacro %}{{ r() }}',
    '{% block b %}{{ self.b() }}{% endblock %}',
    '{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}',
    '{% set l = [] %}{% set m = [l] %}{% set _ = l.append(m) %}{{ l == m.copy() }}',
    '{% set ns = namespace(x=[]) %}{% for i in range(5000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}',
  ])('is bounded: %s', (template) => {
    expect(failure(template).message).toMatch(/recursion/);
  });
});

describe('the source', () => {
  const deep = 10_000;
  it.each([
    ['parentheses', `{{ ${'('.repeat(deep)}1${')'.repeat(deep)} }}`],
    ['lists', `{{ ${'['.repeat(deep)}${']'.repeat(deep)} }}`],
    ['negations', `{{ ${'not '.repeat(deep)}1 }}`],
    ['signs', `{{ ${'-'.repeat(deep)}1 }}`],
    ['sums', `{{ 1${'+1'.repeat(deep)} }}`],
    ['filters', `{{ 1${'|abs'.repeat(deep)} }}`],
    ['conditions', `{{ 1${' if 1 else 2'.repeat(deep)} }}`],
    ['branches', '{% if 1 %}'.repeat(deep) + '{% endif %}'.repeat(deep)],
    ['loops', '{% for i in [1] %}'.repeat(deep) + '{% endfor %}'.repeat(deep)],
  ])('may not nest %s without end', (_what, template) => {
    const { message, kind } = failure(template);
    expect(message).toMatch(/nest|recursion|deep/i);
    expect(kind).not.toBe('undefined');
  });
});

describe('work on a long text', () => {
  // Each would take hours, were it quadratic; the suite's timeout is the bound.
  const long = 100_000;
  it.each([
    ['{{ x|urlize|length }}', 'http://'.padEnd(long, 'a.')],
    ['{{ x|urlize|length }}', '('.repeat(long)],
    ['{{ x|urlize|length }}', `http://a.b${')'.repeat(long)}`],
    ['{{ x|urlize|length }}', `http://a.b${'.,'.repeat(long)}`],
    ['{{ x|urlize|length }}', `${'a.'.repeat(long)}@b.c`],
    ['{{ x|urlize|length }}', '&lt;'.repeat(long)],
    ['{{ x|striptags|length }}', '<'.repeat(long)],
    ['{{ x|striptags|length }}', '<!--'.repeat(long)],
    ['{{ x|striptags|length }}', '&#'.repeat(long)],
    ['{{ x|striptags|length }}', `${' \n'.repeat(long)}x`],
    ['{{ x|wordwrap(5)|length }}', '-'.repeat(long)],
    ['{{ x|wordwrap(7)|length }}', 'x--'.repeat(long)],
    ['{{ x|wordwrap(1)|length }}', 'a '.repeat(long)],
    ['{{ x|truncate(99999)|length }}', 'a '.repeat(long)],
    ['{{ x.split()|length }}', `${' '.repeat(long)}x`],
    ['{{ x.rsplit(none, 1)|length }}', `x${' '.repeat(long)}`],
    ['{{ x.rstrip()|length }}', `${' '.repeat(long)}x`],
    ["{{ x.count('aaaa') }}", 'a'.repeat(long)],
    ['{{ x|title|length }}', 'ab '.repeat(long)],
    ['{{ x|wordcount }}', 'a b'.repeat(long)],
    ['{{ x.splitlines()|length }}', '\r\n'.repeat(long)],
    ['{{ x|pprint|length }}', 'word '.repeat(long)],
    ['{{ x|float }}', '9'.repeat(long)],
    ['{{ x|trim|length }}', `${' '.repeat(long)}x${' '.repeat(long)}`],
    ['{{ (x % ())|length }}', '%%'.repeat(long)],
    ['{{ x.format()|length }}', '{{'.repeat(long)],
    ['{{ x|e|length }}', '<'.repeat(long)],
  ])('takes time in proportion: %s', (template, x) => {
    expect(standard.fromString(template).render({ x })).not.toBe('');
  });
});
