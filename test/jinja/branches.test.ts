import { describe, expect, it } from 'vitest';
import {
  BranchHits,
  branchesOf,
  Environment,
  OutputTrace,
  parse,
  parseJson,
  TemplateError,
} from '../../src/jinja/index.js';
import { casesOf, topics } from './support/golden.js';

const environment = new Environment({ autoescape: true });

/** `if: if 1, else 0` for each point, after one render for each context. */
function hits(source: string, ...contexts: Record<string, unknown>[]): string[] {
  const template = environment.fromString(source);
  const branches = new BranchHits();
  for (const context of contexts) template.render(context, { branches });
  return branchesOf(template.ast).map(
    (point, at) =>
      `${point.kind}: ${point.branches.map(({ name }, branch) => `${name} ${branches.count(at, branch)}`).join(', ')}`,
  );
}

describe('the branches that renders take', () => {
  it.each<[string, Record<string, unknown>[], string[]]>([
    ['plain {{ x }}', [{}, { x: 1 }], ['template: rendered 2']],
    ['', [{}], ['template: rendered 1']],
    ['{% if x %}a{% endif %}', [{ x: 1 }, { x: 0 }, { x: 0 }], ['if: if 1, else 2']],
    [
      '{% if x == 1 %}a{% elif x == 2 %}b{% elif x == 3 %}c{% else %}d{% endif %}',
      [{ x: 2 }, { x: 2 }, { x: 9 }],
      ['if: if 0, elif 2, elif 0, else 1'],
    ],
    ['{% if x %}{% if y %}a{% endif %}{% endif %}', [{ x: 1 }], ['if: if 1, else 0', 'if: if 0, else 1']],
    ["{{ 'a' if x else 'b' }}", [{ x: 1 }], ['conditional: if 1, else 0']],
    ["[{{ 'a' if x }}]", [{ x: 0 }], ['conditional: if 0, else 1']],
    ['{% for i in x %}{{ i }}{% endfor %}', [{ x: [] }], ['for: empty 1, one 0, many 0']],
    [
      '{% for i in x %}{{ i }}{% else %}-{% endfor %}',
      [{ x: [] }, { x: [1] }, { x: [1, 2] }, { x: [1, 2, 3] }],
      ['for: else 1, one 1, many 2'],
    ],
    ['{% for i in x %}{{ loop.last }}{% endfor %}', [{ x: [1] }], ['for: empty 0, one 1, many 0']],
    [
      '{% for i in x if i > 1 %}{{ i }}{% endfor %}',
      [{ x: [1, 2] }, { x: [3, 4] }],
      ['for: empty 0, one 1, many 1, dropped 1'],
    ],
    [
      '{% for i in x recursive %}.{{ loop(i) }}{% endfor %}',
      [{ x: [[], [[]]] }],
      ['for: empty 2, one 1, many 1'],
    ],
    ["{{ x | default('d') }}", [{}, { x: 1 }, { x: '' }], ['default: value 2, default 1']],
    ["{{ x | d('d', true) }}", [{ x: '' }, { x: 0 }, { x: 'y' }], ['default: value 1, default 2']],
    ["{{ x | default('', boolean=true) }}", [{ x: '' }], ['default: value 0, default 1']],
    ["{{ x or '' }}", [{ x: 'a' }, {}, {}], ['logical: left 1, right 2']],
    ['{{ x and y }}', [{ x: 0 }], ['logical: left 1, right 0']],
    ['{{ x or y or 1 }}', [{ y: 1 }], ['logical: left 1, right 0', 'logical: left 0, right 1']],
    ['{% macro m() %}a{% endmacro %}', [{}], ['macro: called 0']],
    ['{% macro m() %}a{% endmacro %}{{ m() }}{{ m() }}', [{}], ['macro: called 2']],
    [
      '{% macro m() %}{% if x %}{{ caller() }}{% endif %}{% endmacro %}{% call m() %}b{% endcall %}',
      [{}, { x: 1 }],
      ['macro: called 2', 'if: if 1, else 1', 'call: called 1'],
    ],
  ])('%s', (source, contexts, expected) => {
    expect(hits(source, ...contexts)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["{{ 'a' if true else x }}", ['conditional: if 1, else 0']],
    ["{{ 'a' if false }}", ['conditional: if 0, else 1']],
    ["{{ true or (x | default('y')) }}", ['logical: left 1, right 0', 'default: value 0, default 0']],
    ["{{ '' or 'b' }}", ['logical: left 0, right 1']],
    [
      "{{ 'a' | default('b') }}{{ '' | default('b', true) }}",
      ['default: value 1, default 0', 'default: value 0, default 1'],
    ],
    ["{{ x ~ ('a' if 1 else 'b') }}", ['conditional: if 1, else 0']],
    [
      '{{ (2 if 1 else -2) ** y }}{{ (-2 if 1 else 2) ** y }}',
      ['conditional: if 1, else 0', 'conditional: if 1, else 0'],
    ],
    [
      "{% for i in [1, 2] %}{{ 'a' if true else 'b' }}{% endfor %}",
      ['for: empty 0, one 0, many 1', 'conditional: if 2, else 0'],
    ],
  ])('counts what was computed while the template was compiled: %s', (source, expected) => {
    expect(hits(source, { y: 2 })).toEqual(expected);
  });

  it('counts up to a failure', () => {
    const template = environment.fromString('{% if x %}{{ gone.a }}{% endif %}{% if x %}b{% endif %}');
    const branches = new BranchHits();
    expect(() => template.render({ x: 1 }, { branches })).toThrow("'gone' is undefined");
    expect([branches.renders, branches.count(0, 0), branches.count(1, 0)]).toEqual([1, 1, 0]);
  });

  it('counts a render that fails as a render and not as rendered', () => {
    const template = environment.fromString('{{ gone.a }}');
    const branches = new BranchHits();
    expect(() => template.render({}, { branches })).toThrow();
    expect([branches.renders, branches.count(0, 0)]).toEqual([1, 0]);
  });

  it('counts beside a trace', () => {
    const template = environment.fromString("{{ 'a' if true else 'b' }}{{ x or '-' }}");
    const branches = new BranchHits();
    const trace = new OutputTrace();
    expect(template.render({}, { branches, trace })).toBe('a-');
    expect([branches.count(0, 0), branches.count(1, 1), trace.length]).toEqual([1, 1, 2]);
  });
});

describe('the places of branches', () => {
  const places = (source: string) =>
    branchesOf(parse(source).tree).flatMap(({ branches }) =>
      branches.map(({ name, span, written }) => [name, source.slice(span.start, span.end), written]),
    );

  it.each<[string, unknown[]]>([
    [
      '{% if a > 1 %}x{% elif b %}y{% endif %}',
      [
        ['if', 'a > 1', true],
        ['elif', 'b', true],
        ['else', 'a > 1', false],
      ],
    ],
    [
      '{% if a %}x{% else %}y{{ z }}{% endif %}',
      [
        ['if', 'a', true],
        ['else', 'y{{ z', true],
      ],
    ],
    [
      "{{ 'x' if a else 'y' }}",
      [
        ['if', "'x'", true],
        ['else', "'y'", true],
      ],
    ],
    [
      "{{ a.b | default('c') }}",
      [
        ['value', 'a.b', true],
        ['default', "default('c')", true],
      ],
    ],
    [
      '{% for i in a.b if i %}x{% else %}y{% endfor %}',
      [
        ['else', 'y', true],
        ['one', 'a.b', true],
        ['many', 'a.b', true],
        ['dropped', 'i', true],
      ],
    ],
    [
      "{{ a or 'b' }}",
      [
        ['left', 'a', true],
        ['right', "'b'", true],
      ],
    ],
    ['{% macro m() %}x{% endmacro %}', [['called', 'm', true]]],
    ['{% call m() %}x{% endcall %}', [['called', 'm()', true]]],
    ['text {{ a }}', [['rendered', 'text {{ a }}', true]]],
  ])('%s', (source, expected) => {
    expect(places(source)).toEqual(expected);
  });
});

describe('the golden corpus, counted', () => {
  it.each(topics)('%s gives the same text and the same errors', (topic) => {
    for (const { template, context } of casesOf(topic)) {
      if (/random|lorem|shuffle/.test(template)) continue;
      const render = (options: { branches?: BranchHits; trace?: OutputTrace }) => {
        try {
          return environment.fromString(template).render(parseJson(context ?? '{}') as never, options);
        } catch (error) {
          if (error instanceof TemplateError)
            return `${error.kind}: ${error.message} at ${error.line}:${error.column}`;
          throw error;
        }
      };
      const plain = render({});
      const branches = new BranchHits();
      expect(render({ branches }), template).toBe(plain);
      expect(render({ branches: new BranchHits(), trace: new OutputTrace() }), template).toBe(plain);
    }
  });
});
