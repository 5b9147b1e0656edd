/** Where errors point. */
import { describe, expect, it } from 'vitest';
import { Environment, TemplateError } from '../../../src/jinja/index.js';

const environment = new Environment({ autoescape: true });
const context = { user: {}, n: 1, list: [1, 2], text: 'a' };

function failure(source: string): TemplateError {
  try {
    environment.fromString(source).render(context);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error(`${source} did not fail`);
}

/** The characters that the error points at. */
function pointed(source: string): string {
  const { span } = failure(source);
  return source.slice(span?.start, span?.end);
}

describe('the span of an error', () => {
  it.each([
    ['{{ user.name.first }}', 'first'],
    ['{{ nobody.name }}', 'name'],
    ['{{ user.name["first"] }}', '"first"'],
    ['{{ n + text }}', '+'],
    ['{{ 1 + n + list }}', '+'],
    ['{{ n < text }}', '<'],
    ['{{ 0 < n < text }}', '<'],
    ['{{ n not in n }}', 'not in'],
    ['{{ get_secrets("a") }}', 'get_secrets'],
    ['{{ text.shout() }}', 'shout'],
    ['{{ list | join(n, n, n, n) }}', 'join'],
    ['{{ text | nosuch }}', 'nosuch'],
    ['{{ text is nosuch }}', 'nosuch'],
    ['{% for x in n %}{% endfor %}', 'n'],
    ['{% for a, b in list %}{% endfor %}', 'a, b'],
    ['{% set text.x = 1 %}', 'text.x'],
    ['{{ -text }}', '-text'],
    ['{{ list["a":] }}', '"a":'],
    ['{% include "a" %}', '"a"'],
    ['{% macro m(a) %}{{ a.b.c }}{% endmacro %}{{ m(user) }}', 'c'],
    ['{{ (text) foo }}', 'foo'],
    ['{% if n %}{% endfor %}', 'endfor'],
    ['{% for x in list %}{% set loop = 1 %}{% endfor %}', 'loop'],
    ['{% block a %}{% endblock %}{% block a %}{% endblock %}', 'a'],
  ])('%s points at %s', (source, wanted) => {
    expect(pointed(source)).toBe(wanted);
  });

  it('counts lines from 1 and columns in code points', () => {
    const { line, column } = failure('first\n{{ "😀" }}😀{{ 1 +\n n + text }}');
    expect({ line, column }).toEqual({ line: 3, column: 4 });
    expect(failure('😀{{ $ }}').column).toBe(5);
  });

  it('counts every kind of line break once', () => {
    expect(failure('a\r\nb\rc\n{{ $ }}').line).toBe(4);
    expect(failure('a\r\n\r\n{{ $ }}').column).toBe(4);
  });

  it('lies in the source as it was given', () => {
    expect(pointed('a\r\n\r\n{{ nobody.x }}\r\n')).toBe('x');
  });
});

describe('the kinds of errors', () => {
  it.each([
    ['{{', 'syntax'],
    ['{{ n | nosuch }}', 'syntax'],
    ['{{ nobody.x }}', 'undefined'],
    ['{{ nobody + 1 }}', 'undefined'],
    ['{{ n + text }}', 'runtime'],
    ['{{ text.__class__.mro }}', 'runtime'],
  ])('%s is %s', (source, kind) => {
    expect(failure(source).kind).toBe(kind);
  });

  it('keeps the name of the class that Python raises', () => {
    expect(failure('{{ n / 0 }}').pythonName).toBe('ZeroDivisionError');
    expect(failure('{{ text.__class__.mro }}').pythonName).toBe('SecurityError');
  });
});
