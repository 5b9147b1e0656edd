import { describe, expect, test } from 'vitest';
import { failure, render } from '../values/support.js';

// What the templates print, and how they fail, is what Jinja2 3.1 on CPython 3.11 does with them.
describe('Filters on numbers', () => {
  test.each([
    ['{{ -5|abs }}', '5'],
    ['{{ -1.5|abs }}', '1.5'],
    ['{{ "42"|int }}', '42'],
    ['{{ "42.9"|int }}', '42'],
    ['{{ "abc"|int }}', '0'],
    ['{{ "abc"|int(7) }}', '7'],
    ['{{ "0x1f"|int(0, 16) }}', '31'],
    ['{{ "ff"|int(base=16) }}', '255'],
    ['{{ "1e3"|int }}', '1000'],
    ['{{ none|int }}', '0'],
    ['{{ "1.5"|float }}', '1.5'],
    ['{{ "x"|float }}', '0.0'],
    ['{{ "x"|float(2) }}', '2'],
    ['{{ 2.5|round }}', '2.0'],
    ['{{ 3.5|round }}', '4.0'],
    ['{{ 2.675|round(2) }}', '2.67'],
    ['{{ 42|round }}', '42'],
    ['{{ 1234|round(-2) }}', '1200'],
    ['{{ 42.55|round(1, "floor") }}', '42.5'],
    ['{{ 42.51|round(1, "ceil") }}', '42.6'],
    ['{{ 1|filesizeformat }}', '1 Byte'],
    ['{{ 1000|filesizeformat }}', '1.0 kB'],
    ['{{ 1024|filesizeformat(true) }}', '1.0 KiB'],
    ['{{ 123456789|filesizeformat }}', '123.5 MB'],
    ['{{ 1e30|filesizeformat }}', '1000000.0 YB'],
    ['{{ "١٢"|int }}', '12'],
    ['{{ " 1_0 "|int }}', '10'],
    ['{{ "1__0"|int }}', '0'],
    ['{{ (2 ** 100)|float }}', '1.2676506002282294e+30'],
  ])('%s', (source, expected) => {
    expect(render(source)).toBe(expected);
  });

  test.each([
    ['{{ "a"|abs }}', 'TypeError', "bad operand type for abs(): 'str'"],
    ['{{ "inf"|int }}', 'OverflowError', 'cannot convert float infinity to integer'],
    ['{{ 5|round(method="up") }}', 'FilterArgumentError', 'method must be common, ceil or floor'],
    ['{{ "a"|round }}', 'TypeError', "type str doesn't define __round__ method"],
    ['{{ "x"|filesizeformat }}', 'ValueError', "could not convert string to float: 'x'"],
  ])('%s fails', (source, name, message) => {
    expect(failure(source)).toEqual({ name, message });
  });
});
