import { describe, expect, test } from 'vitest';
import { failure, render } from '../values/support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Filters on HTML, URLs and JSON', () => {
  test.each([
    ['{{ "<&>\'\\""|e }}', '&lt;&amp;&gt;&#39;&#34;'],
    ['{{ ("<"|e)|e }}', '&lt;'],
    ['{{ ("<"|e)|forceescape }}', '&amp;lt;'],
    ['{{ ("<"|safe)|e }}', '<'],
    ['{{ {"class": "a", "n": none, "m": missing, "t": "<"}|xmlattr }}', ' class="a" t="&lt;"'],
    ['{{ {"a": 1}|xmlattr(false) }}', 'a="1"'],
    ['{{ "a b/c?é"|urlencode }}', 'a%20b/c%3F%C3%A9'],
    ['{{ {"a b": "c/d", "e": 1}|urlencode }}', 'a+b=c%2Fd&amp;e=1'],
    ['{{ [["a", 1], ["b", none]]|urlencode }}', 'a=1&amp;b=None'],
    [
      '{{ "see http://example.com/x?a=1&b=2, or www.foo.org."|urlize }}',
      'see <a href="http://example.com/x?a=1&amp;b=2" rel="noopener">http://example.com/x?a=1&amp;b=2</a>, or <a href="https://www.foo.org" rel="noopener">www.foo.org</a>.',
    ],
    [
      '{{ "mail me@example.com (http://a.com/b_(c))"|urlize(10, true, target="_blank") }}',
      'mail <a href="mailto:me@example.com">me@example.com</a> (<a href="http://a.com/b_(c)" rel="nofollow noopener" target="_blank">http://a.c...</a>)',
    ],
    ['{{ "ftp://a.b"|urlize(extra_schemes=["ftp:"]) }}', '<a href="ftp://a.b" rel="noopener">ftp://a.b</a>'],
    [
      '{{ {"b": "<\'&>", "a": [1.0, none, true]}|tojson }}',
      '{"a": [1.0, null, true], "b": "\\u003c\\u0027\\u0026\\u003e"}',
    ],
    ['{{ {"a": [1]}|tojson(2) }}', '{\n  "a": [\n    1\n  ]\n}'],
    ['{{ "é😀"|tojson }}', '"\\u00e9\\ud83d\\ude00"'],
    ['{{ {"b": "é<", "a": [1, 1.0, 1e20]}|json_encode }}', '{"b": "\\u00e9<", "a": [1, 1.0, 1e+20]}'],
    ['{{ "<b>"|safe|tojson }}', '"\\u003cb\\u003e"'],
    [
      '{{ \'{"a": [1, 1.0, 12345678901234567890, 1e5, -0.0]}\'|from_json }}',
      '{&#39;a&#39;: [1, 1.0, 12345678901234567890, 100000.0, -0.0]}',
    ],
    ['{{ \'{"a": 1, "b": 2, "a": 3}\'|from_json }}', '{&#39;a&#39;: 3, &#39;b&#39;: 2}'],
    ['{{ "NaN"|from_json }}', 'nan'],
    ['{{ \'"\\\\ud83d\\\\ude00"\'|from_json }}', '😀'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ {"a b": 1}|xmlattr }}', 'ValueError', "Invalid character in attribute name: 'a b'"],
    ['{{ [1]|xmlattr }}', 'AttributeError', "'list' object has no attribute 'items'"],
    ['{{ [1]|urlencode }}', 'TypeError', 'cannot unpack non-iterable int object'],
    [
      '{{ "x"|urlize(extra_schemes=["bad"]) }}',
      'FilterArgumentError',
      "'bad' is not a valid URI scheme prefix.",
    ],
    ['{{ {1: 2, "a": 3}|tojson }}', 'TypeError', "'<' not supported between instances of 'str' and 'int'"],
    ['{{ range(3)|tojson }}', 'TypeError', 'Object of type range is not JSON serializable'],
    ['{{ missing|tojson }}', 'TypeError', 'Object of type Undefined is not JSON serializable'],
    ['{{ none|from_json }}', 'TypeError', 'the JSON object must be str, bytes or bytearray, not NoneType'],
    ['{{ "x"|from_json }}', 'JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)'],
    ['{{ "[1,]"|from_json }}', 'JSONDecodeError', 'Expecting value: line 1 column 4 (char 3)'],
    ['{{ ""|from_json }}', 'JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)'],
    ['{{ "[1] 2"|from_json }}', 'JSONDecodeError', 'Extra data: line 1 column 5 (char 4)'],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
