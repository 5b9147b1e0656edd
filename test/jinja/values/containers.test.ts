import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe("Lists, dicts, tuples and sets behave as Python's", () => {
  test.each([
    ['{{ {1: "a", 1.0: "b", true: "c"} }}', '{1: &#39;c&#39;}'],
    ['{{ {"b": 1, "a": 2} }}', '{&#39;b&#39;: 1, &#39;a&#39;: 2}'],
    ['{{ {(1, 2): 3}[(1, 2)] }}', '3'],
    ['{{ {"a": {"b": [1, (2,), none]}} }}', '{&#39;a&#39;: {&#39;b&#39;: [1, (2,), None]}}'],
    ['{{ d.get("zz") }}', 'None'],
    ['{{ d.get("zz", 5) }}', '5'],
    ['{{ d.keys() }}', 'dict_keys([&#39;a&#39;, &#39;b&#39;, &#39;items&#39;])'],
    ['{{ d.values() }}', 'dict_values([1, [1, 2, {&#39;c&#39;: &#39;&lt;x&gt;&#39;}], 5])'],
    [
      '{{ d.items() }}',
      'dict_items([(&#39;a&#39;, 1), (&#39;b&#39;, [1, 2, {&#39;c&#39;: &#39;&lt;x&gt;&#39;}]), (&#39;items&#39;, 5)])',
    ],
    ['{{ d.items }}', '&lt;built-in method items of dict object&gt;'],
    ['{{ d["items"] }}', '5'],
    ['{{ d.items()|list|first }}', '(&#39;a&#39;, 1)'],
    ['{{ dict([("a", 1)], b=2) }}', '{&#39;a&#39;: 1, &#39;b&#39;: 2}'],
    ['{{ {"a": 1}.setdefault("b") }}', 'None'],
    ['{{ [1, 2, 3].index(2) }}', '1'],
    ['{{ [3, 1, 2].sort() }}', 'None'],
    ['{{ (1, 2).count(1) }}', '1'],
    ['{{ range(5)[1:3] }}', 'range(1, 3)'],
    ['{{ range(0, 10, 3)|list }}', '[0, 3, 6, 9]'],
    ['{{ range(3) }}', 'range(0, 3)'],
    ['{{ 5 in range(0, 10, 5) }}', 'True'],
    ['{{ [1, 2, 3][-1] }}', '3'],
    ['{{ [1, 2, 3][::2] }}', '[1, 3]'],
    ['{{ [1, 2, 3][2:0:-1] }}', '[3, 2]'],
    ['{{ (1, 2, 3)[1:] }}', '(2, 3)'],
    ['{{ [1, 2]["a":] }}', ''],
    ['{{ [] is sameas [] }}', 'False'],
    ['{{ (1).bit_length() }}', '1'],
    ['{{ (2.5).is_integer() }}', 'False'],
    ['{{ (0.1).as_integer_ratio() }}', '(3602879701896397, 36028797018963968)'],
    ['{{ (255).to_bytes(2, "big") }}', 'b&#39;\\x00\\xff&#39;'],
    ['{{ (0.5).hex() }}', '0x1.0000000000000p-1'],
    ['{{ true.real }}', '1'],
    ['{{ d.keys() == {"items": 1, "a": 2, "b": 3}.keys() }}', 'True'],
    ['{{ {"a": 1}.items() == {"a": 1.0}.items() }}', 'True'],
    ['{{ {"_id": 7}._id }}', '7'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ {[]: 1} }}', 'TypeError', "unhashable type: 'list'"],
    ['{{ dict(1) }}', 'TypeError', "'int' object is not iterable"],
    ['{{ dict([1]) }}', 'TypeError', 'cannot convert dictionary update sequence element #0 to a sequence'],
    ['{{ {"a": 1}.pop("b") }}', 'KeyError', "'b'"],
    ['{{ {}.popitem() }}', 'KeyError', "'popitem(): dictionary is empty'"],
    ['{{ [1, 2].index(5) }}', 'ValueError', '5 is not in list'],
    ['{{ [].pop() }}', 'IndexError', 'pop from empty list'],
    [
      '{{ range(100001) }}',
      'OverflowError',
      'Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).',
    ],
    ['{{ [1][5].x }}', 'UndefinedError', 'list object has no element 5'],
    ['{{ d.nope.x }}', 'UndefinedError', "'dict object' has no attribute 'nope'"],
    ['{{ d["nope"].x }}', 'UndefinedError', "'dict object' has no attribute 'nope'"],
    ['{{ d[1].x }}', 'UndefinedError', 'dict object has no element 1'],
    ['{{ [].x.y }}', 'UndefinedError', "'list object' has no attribute 'x'"],
    ['{{ none.x.y }}', 'UndefinedError', "'None' has no attribute 'x'"],
    ['{{ missing.x }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing["x"] }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ d[1:2] }}', 'TypeError', "unhashable type: 'slice'"],
    ['{{ missing[1:] }}', 'UndefinedError', "'missing' is undefined"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
