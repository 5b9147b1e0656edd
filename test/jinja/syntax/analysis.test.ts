import { describe, expect, it } from 'vitest';
import { analyze, Environment, type VariableUse } from '../../../src/jinja/index.js';

const environment = new Environment();
const analysisOf = (source: string) => analyze(environment.fromString(source));

const described = ({ name, path, origin }: VariableUse) =>
  `${[name, ...path.map(({ key }) => key)].join('.')} ${origin}`;
const variables = (source: string) => analysisOf(source).variables.map(described);

describe('the variables of a template', () => {
  it('come with the constant part of their paths', () => {
    expect(variables("{{ user.name }}{{ steps['fetch-user'].body[0].x[y].z }}{{ f(a).b }}")).toEqual([
      'user.name context',
      'steps.fetch-user.body.0.x context',
      'y context',
      'a context',
    ]);
  });

  it('carry the places of each segment', () => {
    const source = "{{ user['first name'].x }}";
    const [use] = analysisOf(source).variables;
    const text = (span: { start: number; end: number }) => source.slice(span.start, span.end);
    expect(use && text(use.span)).toBe('user');
    expect(use?.path.map(({ span }) => text(span))).toEqual(["'first name'", 'x']);
  });

  it('belong to the template from where it assigns them', () => {
    expect(variables('{{ x }}{% set x = x + 1 %}{{ x }}')).toEqual(['x context', 'x context', 'x template']);
  });

  it('may belong to either behind a branch', () => {
    expect(variables('{% if a %}{% set b = 1 %}{% endif %}{{ b }}')).toEqual(['a context', 'b either']);
    expect(variables('{% if a %}{% set b = 1 %}{% else %}{% set b = 2 %}{% endif %}{{ b }}')).toEqual([
      'a context',
      'b template',
    ]);
  });

  it('do not leak out of loops', () => {
    expect(
      variables(
        '{% for i in rows if i.ok %}{{ i }}{{ loop.index }}{% set x = 1 %}{% endfor %}{{ i }}{{ x }}',
      ),
    ).toEqual([
      'rows context',
      'i.ok template',
      'i template',
      'loop.index template',
      'i context',
      'x context',
    ]);
  });

  it('know parameters, callers and what macros see later', () => {
    expect(
      variables(
        '{% macro m(a, b=c) %}{{ a }}{{ b }}{{ q }}{{ caller }}{{ varargs }}{% endmacro %}{% set q = 1 %}',
      ),
    ).toEqual(['c context', 'a template', 'b template', 'q template', 'caller template', 'varargs template']);
  });

  it('in blocks come from what the top level exports', () => {
    expect(
      variables(
        '{% set t = 1 %}{% for k in l %}{% block a %}{{ t }}{{ k }}{% endblock %}{% block b scoped %}{{ k }}{% endblock %}{% endfor %}',
      ),
    ).toEqual(['l context', 't template', 'k context', 'k template']);
  });
});

describe('what else a template uses', () => {
  const source =
    "{{ get_secret('a') | upper }}{% if x is defined %}{{ user.by_id(now()) | tojson }}{% endif %}";

  it('lists functions, filters and tests in order', () => {
    const { functions, filters, tests } = analysisOf(source);
    expect(functions.map(({ name }) => name)).toEqual(['get_secret', 'now']);
    expect(functions[0]?.call.args.positional[0]).toMatchObject({ kind: 'Const', value: 'a' });
    expect(filters.map(({ name }) => name)).toEqual(['upper', 'tojson']);
    expect(tests.map(({ name }) => name)).toEqual(['defined']);
    expect(source.slice(filters[1]?.span.start, filters[1]?.span.end)).toBe('tojson');
  });

  it('lists what it binds', () => {
    const { bindings } = analysisOf(
      '{% set a, (b, c) = x %}{% for d in x %}{% endfor %}{% with e = 1 %}{% endwith %}{% macro f(g) %}{% endmacro %}{% call(h) f() %}{% endcall %}{% set i %}{% endset %}{% set ns.x = 1 %}',
    );
    expect(bindings.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'set a',
      'set b',
      'set c',
      'for d',
      'with e',
      'macro f',
      'parameter g',
      'parameter h',
      'set i',
    ]);
  });
});
