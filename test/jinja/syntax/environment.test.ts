/** The public face: environments, templates, contexts. */
import { describe, expect, it } from 'vitest';
import {
  Callable,
  Dict,
  Environment,
  Float,
  fromJavaScript,
  Markup,
  PyObject,
  parseJson,
  TemplateRuntimeError,
  type UndefinedPrinted,
} from '../../../src/jinja/index.js';

const render = (source: string, context?: Parameters<ReturnType<Environment['fromString']>['render']>[0]) =>
  new Environment().fromString(source).render(context);

describe('a context', () => {
  it('may be a plain object, a map, a dict, or nothing', () => {
    expect(render('{{ x }}', { x: [1, 2.5, 'a', null, true] })).toBe("[1, 2.5, 'a', None, True]");
    expect(render('{{ x }}', new Map([['x', { a: 1 }]]))).toBe("{'a': 1}");
    expect(render('{{ x }}', Dict.of([['x', new Float(1)]]))).toBe('1.0');
    expect(render('{{ x }}')).toBe('');
    expect(render('{{ x }}', parseJson('{"x": 1e2}'))).toBe('100.0');
    expect(() => render('{{ x }}', parseJson('[1]'))).toThrow('a context must be an object');
  });

  it('keeps what JSON says of numbers', () => {
    const context = parseJson('{"a": 1.0, "b": 12345678901234567890, "c": 1}');
    expect(render('{{ a }} {{ b }} {{ c }}', context)).toBe('1.0 12345678901234567890 1');
  });

  it('does not show what JavaScript objects inherit', () => {
    expect(render('{{ constructor }}{{ toString }}{{ __proto__ }}', {})).toBe('');
    expect(render('{{ x.constructor }}{{ x.__proto__ }}{{ x.hasOwnProperty }}', { x: {} })).toBe('');
  });

  it('tells None from what is missing', () => {
    expect(render('{{ n }}|{{ m }}|{{ n is defined }}', { n: null })).toBe('None||True');
    expect(
      render('{% for n in [n] %}{{ n }}{% endfor %}{% set ns = namespace(a=n) %}{{ ns.a }}', { n: null }),
    ).toBe('NoneNone');
  });

  it('may hold functions and objects of the host', () => {
    class User extends PyObject {
      readonly typeName = 'User';
      override getAttribute(name: string) {
        return name === 'name' ? 'Ada' : undefined;
      }
    }
    const shout = new Callable('shout', ({ positional: [text] }) => `${String(text)}!`);
    const context = Dict.of([
      ['user', new User()],
      ['shout', shout],
      ['html', new Markup('<b>')],
    ]);
    const environment = new Environment({ autoescape: true });
    expect(environment.fromString('{{ shout(user.name) }}{{ user.x }}{{ html }}').render(context)).toBe(
      'Ada!<b>',
    );
  });
});

describe('an environment', () => {
  it('escapes only where it is told to', () => {
    expect(render('{{ x }}', { x: '<' })).toBe('<');
    expect(new Environment({ autoescape: true }).fromString('{{ x }}').render({ x: '<' })).toBe('&lt;');
  });

  it('takes filters, tests and globals', () => {
    const environment = new Environment({
      filters: { twice: { name: 'twice', apply: (value) => `${String(value)}${String(value)}` } },
      tests: new Map([['long', { name: 'long', apply: (value) => String(value).length > 3 }]]),
      globals: { site: { name: 'here' } },
    });
    expect(environment.fromString('{{ "ab"|twice }}{{ "ab"|twice is long }}{{ site.name }}').render()).toBe(
      'ababTruehere',
    );
    expect(environment.fromString('{{ site }}').render({ site: 'mine' })).toBe('mine');
  });

  it('has the filters of the platform', () => {
    expect(
      render(`{{ ('{"a": [1.0]}' | from_json).a }}{{ {'a': 1} | json_encode }}{{ 'a' | base64_encode }}`),
    ).toBe('[1.0]{"a": 1}YQ==');
  });

  it('makes templates that render again and again, each time from nothing', () => {
    const template = new Environment().fromString(
      '{% set l = [1] %}{% set _ = l.append(x) %}{{ l }}{% if x > 1 %}{% set y = x %}{% endif %}{{ y }}',
    );
    expect([2, 1, 3].map((x) => template.render({ x }))).toEqual(['[1, 2]2', '[1, 1]', '[1, 3]3']);
  });

  it('turns what a host function throws into a template error with its cause', () => {
    const cause = new Error('socket closed');
    const fail = new Callable('fail', () => {
      throw cause;
    });
    try {
      render('\n {{ fail() }}', new Map([['fail', fail]]));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(TemplateRuntimeError);
      expect(error).toMatchObject({ message: 'socket closed', cause, line: 2, column: 5 });
    }
  });
});

describe('onUndefinedPrinted', () => {
  const printed = (source: string, context = {}) => {
    const events: UndefinedPrinted[] = [];
    new Environment({ autoescape: true })
      .fromString(source)
      .render(context, { onUndefinedPrinted: (event) => events.push(event) });
    return events.map(({ name, message, line, column }) => ({ name, message, line, column }));
  };

  it('hears of variables, attributes and items that print nothing', () => {
    expect(printed('{{ user }}\n{{ a.b }}{{ a["c d"] }}', { a: {} })).toEqual([
      { name: 'user', message: "'user' is undefined", line: 1, column: 4 },
      { name: 'b', message: "'dict object' has no attribute 'b'", line: 2, column: 6 },
      { name: 'c d', message: "'dict object' has no attribute 'c d'", line: 2, column: 15 },
    ]);
  });

  it('does not hear of what is undefined by design, or not printed', () => {
    expect(printed('{{ 1 if a }}{{ x | default("d") }}{% if x %}{% endif %}{{ x is defined }}')).toEqual([]);
    expect(printed('{% for i in [1] %}{{ loop.previtem }}{{ loop.nextitem }}{% endfor %}')).toEqual([]);
  });
});

describe('fromJavaScript', () => {
  it('takes integral numbers for ints', () => {
    expect(render('{{ x / 1 }} {{ x }}', { x: 3 })).toBe('3.0 3');
    expect(fromJavaScript(0.5)).toEqual(new Float(0.5));
  });
});
