import { describe, expect, test } from 'vitest';
import { failure, render } from '../values/support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Filters on sequences', () => {
  test.each([
    ['{{ [3, 1, 2]|sort }}', '[1, 2, 3]'],
    ['{{ ["b", "A", "c"]|sort }}', '[&#39;A&#39;, &#39;b&#39;, &#39;c&#39;]'],
    ['{{ ["b", "A", "c"]|sort(case_sensitive=true) }}', '[&#39;A&#39;, &#39;b&#39;, &#39;c&#39;]'],
    [
      '{{ users|sort(attribute="age,name")|map(attribute="name")|list }}',
      '[&#39;alice&#39;, &#39;Bob&#39;, &#39;Carl&#39;]',
    ],
    [
      '{{ users|sort(attribute="age", reverse=true)|map(attribute="name")|list }}',
      '[&#39;Bob&#39;, &#39;Carl&#39;, &#39;alice&#39;]',
    ],
    ['{{ [{}, {}]|sort }}', '[{}, {}]'],
    [
      '{{ users|groupby("age")|list }}',
      '[(25, [{&#39;name&#39;: &#39;alice&#39;, &#39;age&#39;: 25, &#39;city&#39;: &#39;LA&#39;}]), (30, [{&#39;name&#39;: &#39;Bob&#39;, &#39;age&#39;: 30, &#39;city&#39;: &#39;NY&#39;}, {&#39;name&#39;: &#39;Carl&#39;, &#39;age&#39;: 30}])]',
    ],
    [
      '{{ (users|groupby("city", default="?"))|map(attribute="grouper")|list }}',
      '[&#39;?&#39;, &#39;LA&#39;, &#39;NY&#39;]',
    ],
    ['{{ (users|groupby("age")|first).list|length }}', '1'],
    ['{{ [1, 2, 3, 4, 5]|batch(2, "-")|list }}', '[[1, 2], [3, 4], [5, &#39;-&#39;]]'],
    ['{{ [1, 2, 3, 4, 5]|slice(3, "-")|list }}', '[[1, 2], [3, 4], [5, &#39;-&#39;]]'],
    ['{{ ["a", "A", 1, 1.0]|unique|list }}', '[&#39;a&#39;, 1]'],
    ['{{ [1, 2]|first }}', '1'],
    ['{{ []|first }}', ''],
    ['{{ [1, 2]|last }}', '2'],
    ['{{ d|last }}', 'items'],
    ['{{ [1, 2, 3]|sum }}', '6'],
    ['{{ users|sum("age") }}', '85'],
    ['{{ [[1], [2]]|sum(start=[]) }}', '[1, 2]'],
    ['{{ [3, 1]|min }}', '1'],
    ['{{ ["b", "A"]|max }}', 'b'],
    [
      '{{ users|min(attribute="age") }}',
      '{&#39;name&#39;: &#39;alice&#39;, &#39;age&#39;: 25, &#39;city&#39;: &#39;LA&#39;}',
    ],
    ['{{ []|min }}', ''],
    ['{{ [1, "<", none]|join("<") }}', '1&lt;&lt;&lt;None'],
    ['{{ [1, "<"|safe]|join("<") }}', '1&lt;<'],
    ['{{ users|join(", ", attribute="name") }}', 'Bob, alice, Carl'],
    ['{{ {"b": 1, "A": 2}|dictsort }}', '[(&#39;A&#39;, 2), (&#39;b&#39;, 1)]'],
    ['{{ {"b": 1, "A": 2}|dictsort(false, "value", true) }}', '[(&#39;A&#39;, 2), (&#39;b&#39;, 1)]'],
    [
      '{{ d|items|list }}',
      '[(&#39;a&#39;, 1), (&#39;b&#39;, [1, 2, {&#39;c&#39;: &#39;&lt;x&gt;&#39;}]), (&#39;items&#39;, 5)]',
    ],
    ['{{ "ab"|list }}', '[&#39;a&#39;, &#39;b&#39;]'],
    ['{{ [1, 2]|reverse|list }}', '[2, 1]'],
    ['{{ []|random }}', ''],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ users|sort(attribute="city") }}', 'UndefinedError', "'dict object' has no attribute 'city'"],
    ['{{ [1, "a"]|sort }}', 'TypeError', "'<' not supported between instances of 'str' and 'int'"],
    ['{{ users|groupby("city") }}', 'UndefinedError', "'dict object' has no attribute 'city'"],
    ['{{ [1]|slice(0)|list }}', 'ZeroDivisionError', 'integer division or modulo by zero'],
    ['{{ [[1]]|unique|list }}', 'TypeError', "unhashable type: 'list'"],
    ['{{ 5|last }}', 'TypeError', "'int' object is not reversible"],
    ['{{ ["a"]|sum }}', 'TypeError', "unsupported operand type(s) for +: 'int' and 'str'"],
    ['{{ [1, none]|max }}', 'TypeError', "'>' not supported between instances of 'NoneType' and 'int'"],
    ['{{ 5|join }}', 'TypeError', "'int' object is not iterable"],
    ['{{ {"a": 1, 2: 3}|dictsort }}', 'TypeError', "'<' not supported between instances of 'int' and 'str'"],
    ['{{ d|dictsort(by="x") }}', 'FilterArgumentError', 'You can only sort by either "key" or "value"'],
    ['{{ 5|items|list }}', 'TypeError', 'Can only get item pairs from a mapping.'],
    ['{{ 5|reverse }}', 'FilterArgumentError', 'argument must be iterable'],
    ['{{ 5|length }}', 'TypeError', "object of type 'int' has no len()"],
    ['{{ [1]|batch }}', 'TypeError', "do_batch() missing 1 required positional argument: 'linecount'"],
    ['{{ [1]|first(1) }}', 'TypeError', 'sync_do_first() takes 2 positional arguments but 3 were given'],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
