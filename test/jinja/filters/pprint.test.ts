import { describe, expect, test } from 'vitest';
import { render } from '../values/support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('pprint lays values out in 80 columns', () => {
  test.each([
    [
      '{{ d|pprint }}',
      '{&#39;a&#39;: 1, &#39;b&#39;: [1, 2, {&#39;c&#39;: &#39;&lt;x&gt;&#39;}], &#39;items&#39;: 5}',
    ],
    [
      '{{ users|pprint }}',
      '[{&#39;age&#39;: 30, &#39;city&#39;: &#39;NY&#39;, &#39;name&#39;: &#39;Bob&#39;},\n {&#39;age&#39;: 25, &#39;city&#39;: &#39;LA&#39;, &#39;name&#39;: &#39;alice&#39;},\n {&#39;age&#39;: 30, &#39;name&#39;: &#39;Carl&#39;}]',
    ],
    [
      '{{ range(30)|list|pprint }}',
      '[0,\n 1,\n 2,\n 3,\n 4,\n 5,\n 6,\n 7,\n 8,\n 9,\n 10,\n 11,\n 12,\n 13,\n 14,\n 15,\n 16,\n 17,\n 18,\n 19,\n 20,\n 21,\n 22,\n 23,\n 24,\n 25,\n 26,\n 27,\n 28,\n 29]',
    ],
    [
      '{{ ("word " * 30)|pprint }}',
      '(&#39;word word word word word word word word word word word word word word word &#39;\n &#39;word word word word word word word word word word word word word word word &#39;)',
    ],
    [
      '{{ {"k": "word " * 30}|pprint }}',
      '{&#39;k&#39;: &#39;word word word word word word word word word word word word word word &#39;\n      &#39;word word word word word word word word word word word word word word &#39;\n      &#39;word word &#39;}',
    ],
    ['{{ {1: 2, "a": 3}|pprint }}', '{1: 2, &#39;a&#39;: 3}'],
    ['{{ (1,)|pprint }}', '(1,)'],
    [
      '{{ [("x" * 50, "y" * 50)]|pprint }}',
      '[(&#39;xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx&#39;,\n  &#39;yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy&#39;)]',
    ],
    ['{{ []|pprint }}', '[]'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });
});
