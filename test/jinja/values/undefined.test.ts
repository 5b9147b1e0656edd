import { describe, expect, test } from 'vitest';
import { failure, render } from './support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Undefined values print as nothing and fail when used', () => {
  test.each([
    ['{{ missing }}', ''],
    ['{{ missing ~ "a" }}', 'a'],
    ['{{ [missing] }}', '[Undefined]'],
    ['{{ missing|length }}', '0'],
    ['{{ missing|list }}', '[]'],
    ['{{ missing|upper }}', ''],
    ['{{ missing|default("x") }}', 'x'],
    ['{{ missing == other }}', 'True'],
    ['{{ missing != 1 }}', 'True'],
    ['{{ missing is defined }}', 'False'],
    ['{{ not missing }}', 'True'],
    ['{{ missing and 1 }}', ''],
    ['{{ missing or 1 }}', '1'],
    ['{{ missing|join(",") }}', ''],
    ['{{ missing|first }}', ''],
    ['{{ missing|sum }}', '0'],
    ['{{ missing|replace("a", "b") }}', ''],
    ['{{ "a" in missing }}', 'False'],
    ['{{ missing|items|list }}', '[]'],
    ['{{ d.nope }}', ''],
    ['{{ "".__class__ }}', ''],
    ['{{ missing|string|length }}', '0'],
    ['{{ missing is iterable }}', 'True'],
    ['{{ missing|urlencode }}', ''],
    ['{{ missing|trim }}', ''],
    ['{{ {missing: 1}[other] }}', '1'],
    ['{{ missing|sort }}', '[]'],
    ['{{ missing|last }}', ''],
    ['{{ missing|max }}', ''],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ missing.a }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing["a"] }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing() }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing + 1 }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ 1 + missing }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ -missing }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing < 1 }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing|int }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing|float }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing|round }}', 'TypeError', "type Undefined doesn't define __round__ method"],
    ['{{ missing|abs }}', 'TypeError', "bad operand type for abs(): 'Undefined'"],
    ['{{ missing|tojson }}', 'TypeError', 'Object of type Undefined is not JSON serializable'],
    ['{{ missing in "abc" }}', 'TypeError', "'in <string>' requires string as left operand, not Undefined"],
    ['{{ missing|dictsort }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ d.nope.x }}', 'UndefinedError', "'dict object' has no attribute 'nope'"],
    [
      '{{ (1 if false).x }}',
      'UndefinedError',
      'the inline if-expression on line 1 evaluated to false and no else section was defined.',
    ],
    ['{{ "".__class__.mro }}', 'SecurityError', "access to attribute '__class__' of 'str' object is unsafe."],
    ['{{ [].__nope__.x }}', 'UndefinedError', "'list object' has no attribute '__nope__'"],
    ['{{ missing|xmlattr }}', 'UndefinedError', "'missing' is undefined"],
    ['{{ missing|format(1) }}', 'TypeError', 'not all arguments converted during string formatting'],
    ['{{ (missing|max).x }}', 'UndefinedError', 'No aggregated item, sequence was empty.'],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
