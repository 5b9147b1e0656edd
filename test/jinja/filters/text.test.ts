import { describe, expect, test } from 'vitest';
import { failure, render } from '../values/support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Filters on text', () => {
  test.each([
    ['{{ "hello world"|capitalize }}', 'Hello world'],
    ['{{ "ab"|center(6) }}', '  ab  '],
    ['{{ s|title }}', 'Héllo &lt;World&gt; &amp; &#34;it&#39;s&#34;'],
    ['{{ s|upper }}', 'HÉLLO &lt;WORLD&gt; &amp; &#34;IT&#39;S&#34;'],
    ['{{ "  a "|trim }}', 'a'],
    ['{{ "xax"|trim("x") }}', 'a'],
    ['{{ "foo bar baz qux"|truncate(9) }}', 'foo...'],
    ['{{ "foo bar baz qux"|truncate(9, true) }}', 'foo ba...'],
    ['{{ "foo bar baz qux"|truncate(11) }}', 'foo bar baz qux'],
    ['{{ "foo bar baz qux"|truncate(11, false, "..", 0) }}', 'foo bar..'],
    ['{{ "hello world foo"|wordwrap(5) }}', 'hello\nworld\nfoo'],
    ['{{ "a-long-word here"|wordwrap(6) }}', 'a-\nlong-\nword\nhere'],
    ['{{ "abcdefghij"|wordwrap(3) }}', 'abc\ndef\nghi\nj'],
    ['{{ "abcdefghij"|wordwrap(3, false) }}', 'abcdefghij'],
    ['{{ "a b\\n\\nc"|wordwrap(1, wrapstring="|") }}', 'a|b||c'],
    ['{{ uni|wordcount }}', '5'],
    ['{{ "a\\nb\\n\\nc"|indent }}', 'a\n    b\n\n    c'],
    ['{{ "a\\nb\\n\\nc"|indent(2, true, true) }}', '  a\n  b\n  \n  c'],
    ['{{ "a\\nb"|indent("> ") }}', 'a\n&gt; b'],
    ['{{ "abc"|replace("b", "-") }}', 'a-c'],
    ['{{ "aaa"|replace("a", "b", 2) }}', 'bba'],
    ['{{ "<a>"|replace("a", "<b>"|safe) }}', '&lt;<b>&gt;'],
    ['{{ "abc"|reverse }}', 'cba'],
    ['{{ "%s-%s"|format(1, 2) }}', '1-2'],
    ['{{ "%(a)s"|format(a=1) }}', '1'],
    ['{{ 5|string|length }}', '1'],
    ['{{ "<p>a &lt; b</p>"|striptags }}', 'a &lt; b'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ "foo bar"|truncate(2) }}', 'AssertionError', 'expected length >= 3, got 2'],
    ['{{ "abc"|replace("a") }}', 'TypeError', "do_replace() missing 1 required positional argument: 'new'"],
    [
      '{{ "abc"|replace("a", "b", x=1) }}',
      'TypeError',
      "do_replace() got an unexpected keyword argument 'x'",
    ],
    [
      '{{ "%s"|format(1, a=2) }}',
      'FilterArgumentError',
      "can't handle positional and keyword arguments at the same time",
    ],
    ['{{ "abc"|upper(1) }}', 'TypeError', 'do_upper() takes 1 positional argument but 2 were given'],
    ['{{ 5|indent }}', 'TypeError', "unsupported operand type(s) for +=: 'int' and 'str'"],
    ['{{ "a"|lower(x=1) }}', 'TypeError', "do_lower() got an unexpected keyword argument 'x'"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
