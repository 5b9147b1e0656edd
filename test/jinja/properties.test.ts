/** What holds for every template, however it was made. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TemplateContext } from '../../src/jinja/index.js';
import { Environment, parse, parseJson, TemplateError } from '../../src/jinja/index.js';
import { casesOf, type GoldenCase, topics } from './support/golden.js';

/** Small enough that no run of these takes long, counted so that none depends on the machine. */
const budget = {
  maxSteps: 20_000,
  maxOutput: 200_000,
  maxAllocation: 200_000,
  maxTotalAllocation: 2_000_000,
};
const newEnvironment = () => new Environment({ autoescape: true, budget });
const environment = newEnvironment();

const seeds: readonly GoldenCase[] = topics.flatMap(casesOf);
const sometimes = { numRuns: 400 };

/** The output, or the error's class and message: all that a user could see. */
function outcome(template: string, context: TemplateContext, on = environment): string {
  try {
    return `output ${on.fromString(template).render(context)}`;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    expect(['syntax', 'undefined', 'runtime']).toContain(error.kind);
    expect(error.line).toBeGreaterThan(0);
    expect(error.column).toBeGreaterThan(0);
    return `${error.pythonName} ${error.line}:${error.column} ${error.message}`;
  }
}

const contextOf = ({ context = '{}' }: GoldenCase) => parseJson(context) as TemplateContext;

/** A template of the corpus with pieces cut out, doubled, swapped, or put in. */
const damaged = fc
  .record({
    seed: fc.constantFrom(...seeds),
    edits: fc.array(
      fc.record({
        at: fc.nat(200),
        length: fc.nat(12),
        insert: fc.oneof(
          fc.constantFrom(
            '{{',
            '}}',
            '{%',
            '%}',
            '{#',
            '#}',
            '(',
            ')',
            '[',
            ']',
            "'",
            '"',
            '|',
            '.',
            '~',
            '-',
            '\n',
          ),
          fc.constantFrom(
            ' if ',
            ' else ',
            ' for ',
            ' in ',
            ' is ',
            ' not ',
            '**',
            '{% endfor %}',
            '{% raw %}',
            '\0',
          ),
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ seed, edits }) => {
    let template = seed.template;
    for (const { at, length, insert } of edits) {
      const from = at % (template.length + 1);
      template = template.slice(0, from) + insert + template.slice(from + length);
    }
    return { ...seed, template };
  });

describe('every text', () => {
  it('renders or fails with a template error that has a place', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...'{}%#-+()[]\'"|.,:=~*/<>! \n\\a1_'), { maxLength: 40 })
        .map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 12 }).map((inside) => `{{ ${inside} }}`),
    );
    fc.assert(
      fc.property(text, (template) => {
        outcome(template, { a: 1 });
      }),
      sometimes,
    );
  });

  it('made by damaging a template does as well', () => {
    fc.assert(
      fc.property(damaged, (one) => {
        outcome(one.template, contextOf(one));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a template that the parser does not call refusable', () => {
  /** What the compiler refuses though the parser did not see it coming; null where it compiles. */
  const surprise = (template: string): string | null => {
    try {
      if (parse(template).isRefusable) return null;
    } catch {
      return null;
    }
    try {
      environment.fromString(template);
      return null;
    } catch (error) {
      const { message } = error as TemplateError;
      return /^No (?:filter|test) named /.test(message) ? null : `${template}: ${message}`;
    }
  };

  it('compiles, in the whole corpus', () => {
    expect(seeds.map(({ template }) => surprise(template)).filter((each) => each !== null)).toEqual([]);
  });

  it('compiles when it is damaged', () => {
    fc.assert(
      fc.property(damaged, ({ template }) => {
        expect(surprise(template)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the outcome', () => {
  it('is the same the second time, and from a fresh environment', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.constantFrom(...seeds)), (one) => {
        const first = outcome(one.template, contextOf(one));
        expect(outcome(one.template, contextOf(one))).toBe(first);
        expect(outcome(one.template, contextOf(one), newEnvironment())).toBe(first);
      }),
      sometimes,
    );
  });

  it('of a template does not depend on what it rendered before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.constantFrom(...seeds), (one, other) => {
        let template: ReturnType<Environment['fromString']>;
        try {
          template = environment.fromString(one.template);
        } catch {
          return;
        }
        const render = (context: TemplateContext) => {
          try {
            return template.render(context);
          } catch (error) {
            return String(error);
          }
        };
        const first = render(contextOf(one));
        render(contextOf(other));
        expect(render(contextOf(one))).toBe(first);
      }),
      sometimes,
    );
  });

  it('of independent expressions does not depend on their order', () => {
    const printing = seeds.filter(({ output, template }) => {
      // What changes its operand, or takes the next of a sequence, may well see what stood before it.
      return (
        output !== undefined && /^\{\{[^{}%]*\}\}$/.test(template) && !/\.\w+\(|self|loop/.test(template)
      );
    });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...printing), { minLength: 2, maxLength: 5 }), (parts) => {
        const alone = parts.map((one) => outcome(one.template, contextOf(parts[0] as GoldenCase)));
        fc.pre(alone.every((each) => each.startsWith('output ')));
        const joined = (texts: string[]) => texts.join('\x01|');
        const together = outcome(joined(parts.map((one) => one.template)), contextOf(parts[0] as GoldenCase));
        expect(together).toBe(`output ${joined(alone.map((each) => each.slice('output '.length)))}`);
      }),
      sometimes,
    );
  });

  it('of a JSON value is the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const again = newEnvironment().fromString('{{ j|from_json|json_encode }}').render({ j: text });
        expect(JSON.parse(again)).toEqual(JSON.parse(text));
      }),
      sometimes,
    );
  });
});

const HOSTILE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  '__lookupGetter__',
  'toLocaleString',
  'propertyIsEnumerable',
  'toJSON',
  'then',
  'length',
  'call',
  'apply',
  'bind',
  'caller',
  'arguments',
  'entries',
  'items',
  'size',
  'text',
  'iterate',
];

describe('the prototypes of JavaScript', () => {
  const pristine = () => [
    Object.getOwnPropertyNames(Object.prototype),
    Object.getOwnPropertyNames(Array.prototype),
    Object.getOwnPropertyNames(String.prototype),
    Object.getOwnPropertyNames(Function.prototype),
    Object.getOwnPropertyNames(Map.prototype),
  ];
  let before: string[][];
  beforeEach(() => {
    before = pristine();
  });

  const NAME = fc.constantFrom(...HOSTILE);
  const TARGET = fc.constantFrom(
    'd',
    'l',
    's',
    'n',
    'f',
    'none',
    'true',
    '(1, 2)',
    'range',
    'range(3)',
    'dict',
    "('a'|safe)",
    'd.keys()',
    'd.items()',
    's.upper',
    'l.append',
    'namespace(a=1)',
    'cycler(1)',
    'joiner()',
    's.encode()',
    "(l|map('string'))",
    'missing',
    'self',
    '(rows|groupby("k"))[0]',
  );
  const USES = [
    'T.N',
    "T['N']",
    "T|attr('N')",
    'T.N.N',
    "T['N']['N']",
    'T.N()',
    "T.N('return process')()",
    "T['N']('x')",
    "[T]|map(attribute='N')|list",
    "[T]|map(attribute='N.N')|list",
    "[T]|groupby('N')",
    "[T]|sort(attribute='N')",
    "[T]|sum(attribute='N')",
    "[T]|join(attribute='N')",
    "[T]|selectattr('N')|list",
    "[T]|unique(attribute='N')|list",
    "[T]|max(attribute='N')",
    "'{0.N}'.format(T)",
    "'{0[N]}'.format(T)",
    "'{a.N.N}'.format(a=T)",
    "'{N}'.format(N=T)",
    "'%(N)s' % {'N': T}",
    "'%(N)s' % d",
    "'{N}'.format_map(d)",
    "d.get('N')",
    "d.setdefault('N', T)",
    "d.pop('N', 1)",
    "d.update({'N': T})",
    'd.update(N=T)',
    "{'N': T}",
    "{'N': T}.N",
    'dict(N=T).N',
    'namespace(N=T).N',
    "'N' in d",
    'T is N',
    'T|N',
    "T|map('N')|list",
    "T|select('N')|list",
    'N',
    'N()',
    "'N' is filter",
    "'N' is test",
    "{'N': 1}|tojson|from_json",
    "{'N': 1}|dictsort",
    "{'N': 1}|xmlattr",
    "{'N': 1}|urlencode",
    "[{'N': T}]|groupby('N')|map(attribute='grouper')|list",
    'T.__class__.N',
    'T|format(N=1)',
    "T|round(method='N')",
    "T|dictsort(by='N')",
    "'a'.encode('N')",
  ];
  const STATEMENTS = [
    '{% set N = T %}{{ N }}',
    '{% for N in [T] %}{{ N }}{{ loop.N }}{% endfor %}',
    '{% macro N(a) %}{{ a }}{% endmacro %}{{ N(T) }}',
    '{% macro m(N) %}{{ N }}{{ kwargs.N }}{% endmacro %}{{ m(N=T) }}',
    '{% set ns = namespace() %}{% set ns.N = T %}{{ ns.N }}',
    '{% block N %}{{ T }}{% endblock %}{{ self.N() }}',
    '{% with N = T %}{{ N.N }}{% endwith %}',
    '{% filter N %}x{% endfilter %}',
    '{{ self.N }}',
    '{% macro m() %}{{ caller.N }}{{ m.N }}{% endmacro %}{% call m() %}{% endcall %}',
    '{% call(N) d() %}{% endcall %}',
    '{% import "a" as N %}',
    '{% autoescape N %}{{ T }}{% endautoescape %}',
  ];

  it('are out of reach of every template', () => {
    const use = fc.oneof(
      fc.constantFrom(...USES).map((each) => `{{ ${each} }}`),
      fc.constantFrom(...STATEMENTS),
    );
    fc.assert(
      fc.property(use, NAME, TARGET, (shape, name, target) => {
        const template = shape.replace(/\bN\b/g, name).replace(/\bT\b/g, target);
        const context = () =>
          parseJson('{"d": {"a": 1}, "l": [1, 2], "s": "abc", "n": 5, "f": 1.5, "rows": [{"k": 1}]}');
        const seen = outcome(template, context() as TemplateContext);
        expect(seen).not.toMatch(/\[native code\]|function \w*\(|=>|\[object |class \w+ (extends|\{)/);
        expect(pristine()).toEqual(before);
      }),
      { numRuns: 3000 },
    );
  });

  it('are not read through a context, whatever its keys', () => {
    const held = fc.dictionary(fc.oneof(NAME, fc.string()), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(held, NAME, fc.boolean(), (values, name, parsed) => {
        const plain = values as Record<string, unknown>;
        const context = parsed ? (parseJson(JSON.stringify(values)) as TemplateContext) : plain;
        const has = Object.hasOwn(values, name) && (!parsed || name in JSON.parse(JSON.stringify(values)));
        expect(outcome(`{{ ${name} is defined }}`, context)).toBe(`output ${has ? 'True' : 'False'}`);
        outcome(`{{ ${name} }}{{ ${name}.${name} }}`, context);
        expect(pristine()).toEqual(before);
      }),
      sometimes,
    );
  });

  it('stay as they are when JSON names them', () => {
    const text = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}';
    const template =
      '{{ (j|from_json).__proto__ }}{{ (j|from_json)["__proto__"] }}{{ x["__proto__"]["polluted"] }}';
    const context = { j: text, x: parseJson(text) };
    expect(environment.fromString(template).render(context)).toBe(
      '{&#39;polluted&#39;: 1}{&#39;polluted&#39;: 1}1',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(pristine()).toEqual(before);
  });
});
