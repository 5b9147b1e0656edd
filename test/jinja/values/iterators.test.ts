import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Lazy filters give generators that are used up once', () => {
  test.each([
    ['{{ [1, 2]|map("string") }}', '&lt;generator object sync_do_map&gt;'],
    ['{{ ([1, 2]|map("string"))|list }}', '[&#39;1&#39;, &#39;2&#39;]'],
    ['{{ [1]|select }}', '&lt;generator object select_or_reject&gt;'],
    ['{{ [1]|batch(2) }}', '&lt;generator object do_batch&gt;'],
    ['{{ [1]|slice(2) }}', '&lt;generator object sync_do_slice&gt;'],
    ['{{ [1]|unique }}', '&lt;generator object do_unique&gt;'],
    ['{{ d|items }}', '&lt;generator object do_items&gt;'],
    ['{{ [1]|reverse }}', '&lt;list_reverseiterator object&gt;'],
    ['{{ d|reverse }}', '&lt;dict_reversekeyiterator object&gt;'],
    ['{{ (1, 2)|reverse }}', '&lt;reversed object&gt;'],
    ['{{ d.get }}', '&lt;built-in method get of dict object&gt;'],
    ['{{ "a".upper }}', '&lt;built-in method upper of str object&gt;'],
    ['{{ range }}', '&lt;function safe_range&gt;'],
    ['{{ dict }}', '&lt;class &#39;dict&#39;&gt;'],
    ['{{ namespace }}', '&lt;class &#39;jinja2.utils.Namespace&#39;&gt;'],
    ['{{ namespace(a=1) }}', '&lt;Namespace {&#39;a&#39;: 1}&gt;'],
    ['{{ cycler(1) }}', '&lt;jinja2.utils.Cycler object&gt;'],
    ['{{ joiner() }}', '&lt;jinja2.utils.Joiner object&gt;'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ ([1]|map("string"))|length }}', 'TypeError', "object of type 'generator' has no len()"],
    ['{{ ([1]|map("string"))[0].x }}', 'UndefinedError', 'generator object has no element 0'],
    [
      '{{ ([1]|map("string")).gi_frame.x }}',
      'SecurityError',
      "access to attribute 'gi_frame' of 'generator' object is unsafe.",
    ],
    ['{{ ([1]|map("string"))|last }}', 'TypeError', "'generator' object is not reversible"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
