import { describe, expect, test } from 'vitest';
import { failure, render } from '../values/support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Tests', () => {
  test.each([
    ['{{ 3 is odd }}', 'True'],
    ['{{ 2 is even }}', 'True'],
    ['{{ 9 is divisibleby 3 }}', 'True'],
    ['{{ 1.5 is odd }}', 'False'],
    ['{{ none is none }}', 'True'],
    ['{{ true is boolean }}', 'True'],
    ['{{ 1 is boolean }}', 'False'],
    ['{{ 1 is integer }}', 'True'],
    ['{{ true is integer }}', 'False'],
    ['{{ 1.0 is float }}', 'True'],
    ['{{ 1 is number }}', 'True'],
    ['{{ "a" is string }}', 'True'],
    ['{{ ("a"|safe) is string }}', 'True'],
    ['{{ {} is mapping }}', 'True'],
    ['{{ [] is sequence }}', 'True'],
    ['{{ {} is sequence }}', 'True'],
    ['{{ "a" is sequence }}', 'True'],
    ['{{ d.keys() is sequence }}', 'False'],
    ['{{ 5 is iterable }}', 'False'],
    ['{{ "a" is iterable }}', 'True'],
    ['{{ "abc" is lower }}', 'True'],
    ['{{ "ABC" is upper }}', 'True'],
    ['{{ "1" is lower }}', 'False'],
    ['{{ 1 is eq 1.0 }}', 'True'],
    ['{{ 1 is ne 2 }}', 'True'],
    ['{{ 1 is lt 2 }}', 'True'],
    ['{{ 1 is ge(2) }}', 'False'],
    ['{{ 1 is in [1] }}', 'True'],
    ['{{ ("<"|safe) is escaped }}', 'True'],
    ['{{ "<" is escaped }}', 'False'],
    ['{{ range is callable }}', 'True'],
    ['{{ d.get is callable }}', 'True'],
    ['{{ 5 is callable }}', 'False'],
    ['{{ 1 is sameas 1 }}', 'True'],
    ['{{ 1 is sameas true }}', 'False'],
    ['{{ "upper" is filter }}', 'True'],
    ['{{ "nope" is filter }}', 'False'],
    ['{{ "odd" is test }}', 'True'],
    ['{{ missing is undefined }}', 'True'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ 5 is divisibleby(0) }}', 'ZeroDivisionError', 'integer modulo by zero'],
    ['{{ "a" is odd }}', 'TypeError', 'not all arguments converted during string formatting'],
    ['{{ 1 is gt "a" }}', 'TypeError', "'>' not supported between instances of 'int' and 'str'"],
    ['{{ 1 is in 5 }}', 'TypeError', "argument of type 'int' is not iterable"],
    ['{{ 1 is defined(1) }}', 'TypeError', 'test_defined() takes 1 positional argument but 2 were given'],
    ['{{ 5 is eq }}', 'TypeError', 'eq expected 2 arguments, got 1'],
    [
      '{{ 5 is divisibleby }}',
      'TypeError',
      "test_divisibleby() missing 1 required positional argument: 'num'",
    ],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
