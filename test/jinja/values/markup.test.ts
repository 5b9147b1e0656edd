import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Safe text stays safe and escapes what joins it', () => {
  test.each([
    ['{{ ("<b>"|safe) + "<" }}', '<b>&lt;'],
    ['{{ "<" + ("<b>"|safe) }}', '&lt;<b>'],
    ['{{ ("<b>"|safe) * 2 }}', '<b><b>'],
    ['{{ ("<b>"|safe) ~ "<" }}', '&lt;b&gt;&lt;'],
    ['{{ "<" ~ 1 }}', '&lt;1'],
    ['{{ ("<b>"|safe).upper() }}', '<B>'],
    ['{{ ("<b>"|safe).replace("b", "<") }}', '<&lt;>'],
    ['{{ ("a,b"|safe).split(",") }}', '[Markup(&#39;a&#39;), Markup(&#39;b&#39;)]'],
    ['{{ (","|safe).join(["<", "<"|safe]) }}', '&lt;,<'],
    ['{{ ("<b>"|safe)[0] }}', '<'],
    ['{{ ("<b>"|safe).center(9, "*") }}', '***<b>***'],
    [
      '{{ ("<b>"|safe).partition("<") }}',
      '(Markup(&#39;&lt;b&gt;&#39;), Markup(&#39;&#39;), Markup(&#39;&#39;))',
    ],
    ['{{ ("&lt;b&gt;"|safe).unescape() }}', '&lt;b&gt;'],
    ['{{ ("<b>x</b> &amp; y"|safe).striptags() }}', 'x &amp; y'],
    ['{{ ("<b>"|safe) == "<b>" }}', 'True'],
    ['{{ ("<b>"|safe) in ["<b>"] }}', 'True'],
    ['{{ ("<b>"|safe)|list }}', '[&#39;&lt;&#39;, &#39;b&#39;, &#39;&gt;&#39;]'],
    ['{{ {("a"|safe): 1}["a"] }}', '1'],
    ['{{ ("<b>"|safe).format_map({}) }}', '<b>'],
    ['{{ ["<"|safe] }}', '[Markup(&#39;&lt;&#39;)]'],
    ['{{ ("<b>"|safe).casefold() }}', '&lt;b&gt;'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    [
      '{{ ("a"|safe).split(1, 2, 3) }}',
      'TypeError',
      'Markup.split() takes from 1 to 3 positional arguments but 4 were given',
    ],
    ['{{ ("a"|safe) + 1 }}', 'TypeError', "unsupported operand type(s) for +: 'Markup' and 'int'"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
