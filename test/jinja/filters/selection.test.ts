import { describe, expect, test } from 'vitest';
import { failure, render } from '../values/support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Filters that apply filters and tests', () => {
  test.each([
    ['{{ [1, 2, 3]|select("odd")|list }}', '[1, 3]'],
    ['{{ [1, 2, 3]|reject("gt", 1)|list }}', '[1]'],
    ['{{ [0, 1, "", "a"]|select|list }}', '[1, &#39;a&#39;]'],
    ['{{ users|selectattr("age", "ge", 30)|map(attribute="name")|list }}', '[&#39;Bob&#39;, &#39;Carl&#39;]'],
    ['{{ users|selectattr("city")|map(attribute="name")|list }}', '[&#39;Bob&#39;, &#39;alice&#39;]'],
    ['{{ users|rejectattr("city", "defined")|map(attribute="name")|list }}', '[&#39;Carl&#39;]'],
    [
      '{{ users|selectattr("name", "equalto", "Bob")|list }}',
      '[{&#39;name&#39;: &#39;Bob&#39;, &#39;age&#39;: 30, &#39;city&#39;: &#39;NY&#39;}]',
    ],
    ['{{ ["a", "b"]|map("upper")|join }}', 'AB'],
    ['{{ [[1, 2], [3]]|map("sum")|list }}', '[3, 3]'],
    ['{{ [[1, 2], [3]]|map(attribute=0)|list }}', '[1, 3]'],
    ['{{ users|map(attribute="city", default="?")|list }}', '[&#39;NY&#39;, &#39;LA&#39;, &#39;?&#39;]'],
    ['{{ [{"a": {"b": 1}}]|map(attribute="a.b")|list }}', '[1]'],
    ['{{ 0|map("upper")|list }}', '[]'],
    ['{{ ["abc"]|map("replace", "b", "-")|list }}', '[&#39;a-c&#39;]'],
    ['{{ [1, 2]|map("string")|map("upper")|join(",") }}', '1,2'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ [1]|map("nope")|list }}', 'TemplateRuntimeError', "No filter named 'nope'."],
    ['{{ [1]|map|list }}', 'FilterArgumentError', 'map requires a filter argument'],
    ['{{ [1]|map(attribute="a", x=1)|list }}', 'FilterArgumentError', "Unexpected keyword argument 'x'"],
    ['{{ [1]|select("nope")|list }}', 'TemplateRuntimeError', "No test named 'nope'."],
    ['{{ [1]|selectattr|list }}', 'FilterArgumentError', 'Missing parameter for attribute name'],
    [
      '{{ [1]|map(missing)|list }}',
      'TemplateRuntimeError',
      "No filter named Undefined. ('missing' is undefined; did you forget to quote the callable name?)",
    ],
    ['{{ 5|map("upper")|list }}', 'TypeError', "'int' object is not iterable"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
